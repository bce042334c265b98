import type { CommandIo } from '../../src/cli/command.ts';
import { EXIT } from '../../src/cli/exit-code.ts';
import { parseLine } from '../../src/cli/parse.ts';
import { trace } from '../../src/cli/trace/spec.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

/** Runs the command within this process: a process for each line would take most of the suite's time. */
export async function runTrace(
  line: readonly string[],
  {
    cwd = process.cwd(),
    width = 80,
    input = '',
    language = 'ru',
  }: { cwd?: string; width?: number; input?: string; language?: 'ru' | 'en' } = {},
): Promise<{ readonly code: number; readonly stdout: string }> {
  const terminal = { interactive: false, width, color: false, unicode: true };
  let stdout = '';
  const io: CommandIo = {
    language,
    chosenLanguage: language,
    cwd,
    env: {},
    version: '0',
    now: new Date('2022-06-01T12:00:00Z'),
    stdout: terminal,
    stderr: terminal,
    out: async (text) => {
      stdout += text;
    },
    err: async () => {},
    input: async () => input,
    ask: async () => input,
    answers: input !== '',
  };
  try {
    const args = parseLine(trace, line);
    const { run } = await trace.load();
    return { code: await run(args, io), stdout };
  } catch (error) {
    if (error instanceof UsageError) return { code: EXIT.usage, stdout };
    throw error;
  }
}
