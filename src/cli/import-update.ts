import type { CommandArguments, CommandIo } from './command.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { SourceFile } from './import-source.ts';

export async function updatePlan(
  _s: SourceFile,
  _p: string,
  _a: CommandArguments,
  _io: CommandIo,
): Promise<ExitCode> {
  return EXIT.clean;
}
