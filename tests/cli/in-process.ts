import { Readable } from 'node:stream';
import type { CommandIo, CommandSpec } from '../../src/cli/command.ts';
import { complain } from '../../src/cli/complain.ts';
import { dispatch } from '../../src/cli/dispatch.ts';
import { readGlobals } from '../../src/cli/globals.ts';
import { parseLine } from '../../src/cli/parse.ts';
import { askerOn } from '../../src/cli/terminal/ask.ts';
import { terminalOf } from '../../src/cli/terminal/terminal.ts';
import { VERSION } from '../../src/cli/version.ts';
import type { Language } from '../../src/finding/text.ts';

/** What a run printed; the code is null where a signal ended it. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly cwd: string;
  readonly now?: string;
  readonly language?: Language;
  readonly width?: number;
  /** A person looks at stderr. */
  readonly watched?: boolean;
  /** What a person at the terminal types, a line for each question; an empty one when they have run out. */
  readonly answers?: readonly string[];
}

/** Runs a command within this process: a process for each line would take most of the suite's time. */
export async function runHere(spec: CommandSpec, line: readonly string[], world: World): Promise<Outcome> {
  const {
    cwd,
    now = '2022-12-31T09:00:00Z',
    language = 'ru',
    width = 80,
    answers,
    watched = answers !== undefined,
  } = world;
  const terminal = { interactive: false, width, color: false, unicode: true };
  const typed = [...(answers ?? [])];
  let stdout = '';
  let stderr = '';
  const io: CommandIo = {
    language,
    chosenLanguage: language,
    cwd,
    env: {},
    version: '0',
    now: new Date(now),
    stdout: terminal,
    stderr: { ...terminal, interactive: watched },
    out: async (text) => {
      stdout += text;
    },
    err: async (text) => {
      stderr += text;
    },
    input: async () => '',
    ask: async (question) => {
      stderr += `${question}\n`;
      return typed.shift() ?? '';
    },
    ...(answers && { answers: true }),
  };
  try {
    const args = parseLine(spec, line);
    const { run } = await spec.load();
    return { code: await run(args, io), stdout, stderr };
  } catch (error) {
    return { code: await complain(error, io), stdout, stderr };
  }
}

export interface Piped {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly now?: Date;
  /** Both streams in the order of the writing, as a terminal shows them. */
  readonly onText?: (text: string) => void;
  /** Takes what goes to stdout. */
  readonly out?: CommandIo['out'];
}

/** Runs the whole program within this process, as if started with pipes for its streams. */
export async function programHere(
  line: readonly string[],
  world: Piped,
): Promise<Outcome & { readonly code: number }> {
  const { cwd, env, input = '', now = new Date(), onText } = world;
  const globals = readGlobals(line, env);
  const terminal = terminalOf({}, env, process.platform, globals.color);
  const pieces: Record<'stdout' | 'stderr', Uint8Array[]> = { stdout: [], stderr: [] };
  const to = (stream: 'stdout' | 'stderr') => async (text: string | Uint8Array) => {
    const bytes = Buffer.from(text as string);
    pieces[stream].push(bytes);
    onText?.(bytes.toString());
  };
  const code = await dispatch(globals, {
    language: globals.language ?? 'ru',
    chosenLanguage: globals.language,
    cwd,
    env,
    version: VERSION,
    now,
    stdout: terminal,
    stderr: terminal,
    out: world.out ?? to('stdout'),
    err: to('stderr'),
    input: async () => input,
    ask: askerOn(() => Readable.from([input]), to('stderr')),
  });
  const text = (stream: 'stdout' | 'stderr') => Buffer.concat(pieces[stream]).toString();
  return { code, stdout: text('stdout'), stderr: text('stderr') };
}
