import { type Answers, type CheckOptions, frameOfReport } from '../../check/check.ts';
import type { Finding, Severity } from '../../finding/finding.ts';
import { countFindings } from '../../finding/report.ts';
import type { Language } from '../../finding/text.ts';
import type { DocumentSet } from '../../model/document-set.ts';
import { listAt } from '../../model/outline.ts';
import { BETWEEN_FINDINGS, jsonAround, jsonFindings } from '../../report/json.ts';
import type { CommandIo } from '../command.ts';
import { type PrintedFile, partsOf } from './printed.ts';

/** Makes texts of the findings of a unit: all, or those of the wanted rules. */
export const textsIn =
  (language: Language, wanted: ReadonlySet<string> | undefined) =>
  (findings: readonly Finding[]): readonly PrintedFile[] => {
    const byFile = new Map<string, Finding[]>();
    for (const finding of findings)
      if (wanted?.has(finding.rule) ?? true) listAt(byFile, finding.file, finding);
    return [...byFile].map(([file, some]) => ({
      file,
      counts: countFindings(some),
      text: Buffer.from(jsonFindings(some, language)),
    }));
  };

/**
 * Prints a report from the texts of its findings, part by part: that of a country is 70 MB. Gives how many findings there are.
 *
 * @param base the folder of the workspace in its repository, where that is another
 */
export async function printJson(
  documents: DocumentSet,
  options: CheckOptions,
  answers: Answers<readonly PrintedFile[]>,
  base: string | undefined,
  io: CommandIo,
): Promise<Readonly<Record<Severity, number>>> {
  const files = [...answers.units.values()].flatMap(({ findings }) => findings);
  const count = (severity: Severity): number => files.reduce((sum, { counts }) => sum + counts[severity], 0);
  const counts = { error: count('error'), warning: count('warning'), info: count('info') };
  const { before, after } = jsonAround(frameOfReport(documents, options, answers, counts), base);
  await io.out(files.length === 0 ? before : `${before}\n`);
  let isFirst = true;
  for (const { bytes } of partsOf(files, Buffer.from(BETWEEN_FINDINGS))) {
    if (!isFirst) await io.out(BETWEEN_FINDINGS);
    isFirst = false;
    await io.out(bytes);
  }
  await io.out(files.length === 0 ? after : `\n  ${after}`);
  return counts;
}
