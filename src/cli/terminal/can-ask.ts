import type { CommandIo } from '../command.ts';

/** Whether a person sits at both ends: a question is put only where somebody can answer it. */
export const canAsk = (io: CommandIo): boolean => io.stderr.interactive && process.stdin.isTTY === true;
