import type { CommandIo, CommandSpec } from '../../src/cli/command.ts';
import { complain } from '../../src/cli/complain.ts';
import { parseLine } from '../../src/cli/parse.ts';
import type { Language } from '../../src/finding/text.ts';
import type { Outcome } from './run-roadmap.ts';

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
