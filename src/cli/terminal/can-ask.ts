import type { CommandIo } from '../command.ts';

/** Whether a person sits at both ends: a question is put only where somebody can answer it. */
export const canAsk = (io: CommandIo): boolean => io.stderr.interactive && io.answers === true;

/** A yes or a no; undefined: neither, and an empty line. */
export function yesOrNo(answer: string): boolean | undefined {
  const said = answer.trim().replace(/[.!]+$/u, '');
  if (/^(?:да|д|ага|yes|y)$/iu.test(said)) return true;
  if (/^(?:нет|не|н|no|n)$/iu.test(said)) return false;
  return undefined;
}
