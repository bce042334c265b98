import { trace } from '../../src/cli/trace/spec.ts';
import { runHere } from '../cli/in-process.ts';

/** `roadmap trace` in Russian; `input` is what a person at the terminal answers. */
export const runTrace = (
  line: readonly string[],
  { cwd = process.cwd(), width = 80, input = '', language = 'ru' }: RunTrace = {},
) =>
  runHere(trace, line, {
    cwd,
    width,
    language,
    now: '2022-06-01T12:00:00Z',
    ...(input !== '' && { answers: [input] }),
  });

interface RunTrace {
  readonly cwd?: string;
  readonly width?: number;
  readonly input?: string;
  readonly language?: 'ru' | 'en';
}
