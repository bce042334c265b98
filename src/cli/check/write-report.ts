import { appendFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { narrow } from '../../check/narrow.ts';
import type { Severity } from '../../finding/finding.ts';
import { atLeast } from '../../finding/order.ts';
import type { CheckReport } from '../../finding/report.ts';
import type { Language } from '../../finding/text.ts';
import { writeWhole } from '../../io/write.ts';
import type { ReportOptions } from '../../report/options.ts';
import type { CommandIo } from '../command.ts';
import { unwritable } from '../save.ts';
import { type Format, lookFor, type ReportTarget, reporterOf } from './formats.ts';

interface Presentation {
  readonly language: Language;
  /** At most so many findings in the formats for people. */
  readonly max: number | undefined;
  /** Every finding of a rule, however many. */
  readonly unfolded: boolean;
  /** People see counts by rule and plan instead of findings. */
  readonly stats: boolean;
  /** People see only what is at least as severe as `threshold`. */
  readonly quiet: boolean;
  readonly threshold: Severity;
  /** The folder the report's paths are relative to. */
  readonly base: string;
  /** The repository it is in, or the folder itself. */
  readonly repository: string;
  readonly documents: readonly string[];
}

/** Formats whose paths a server looks up in its checkout: they are relative to the repository. */
const SERVERS: ReadonlySet<Format> = new Set(['sarif', 'github', 'gitlab', 'junit']);

/** Names files from a folder, with `/`. */
const pathsFrom =
  (folder: string, base: string) =>
  (file: string): string => {
    const path = relative(folder, resolve(base, file));
    return sep === '/' ? path : path.split(sep).join('/');
  };

/** A folder in its repository; undefined where it is the repository itself. */
export const folderIn = (repository: string, base: string): string | undefined =>
  pathsFrom(repository, base)('.') || undefined;

async function optionsFor(target: ReportTarget, how: Presentation, io: CommandIo): Promise<ReportOptions> {
  const base = folderIn(how.repository, how.base);
  return {
    language: how.language,
    ...lookFor(target, io.stdout),
    toolVersion: io.version,
    pathOf: pathsFrom(SERVERS.has(target.format) ? how.repository : io.cwd, how.base),
    failOn: how.threshold,
    documents: how.documents,
    ...(base === undefined ? {} : { base }),
    ...(how.max === undefined ? {} : { max: how.max }),
    ...(how.unfolded ? { unfolded: true } : {}),
    ...(target.format === 'sarif' ? { rules: (await import('../rule-texts.ts')).ruleTexts() } : {}),
  };
}

/** Formats that people read as they stand. */
const PEOPLE: ReadonlySet<Format> = new Set(['pretty', 'compact', 'markdown']);

async function forPeople(
  report: CheckReport,
  format: Format,
  options: ReportOptions,
  { stats, quiet, threshold }: Presentation,
): Promise<string> {
  const shown = quiet
    ? narrow(
        report,
        report.findings.filter(({ severity }) => atLeast(severity, threshold)),
      )
    : report;
  if (quiet && shown.findings.length === 0) return '';
  const reporter = stats ? (await import('../../report/stats.ts')).stats : await reporterOf(format);
  return reporter(shown, options);
}

/** Says why a file could not be written: no folder, no right, no room. */
function written(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw unwritable(file, error);
  }
}

/** In GitHub Actions the annotations come with a page of the job, which holds several reports of one job one after another. */
async function writeSummary(report: CheckReport, options: ReportOptions, io: CommandIo): Promise<void> {
  const file = io.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const { githubSummary } = await import('../../report/markdown.ts');
  const text = githubSummary(report, options);
  written(file, () => appendFileSync(file, `## roadmap check\n\n${text}\n`));
}

/** Writes a report in every format asked for, each to its file or to stdout, in the order of the command line. */
export async function writeReports(
  report: CheckReport,
  targets: readonly ReportTarget[],
  how: Presentation,
  io: CommandIo,
): Promise<void> {
  for (const target of targets) {
    const options = await optionsFor(target, how, io);
    const { file } = target;
    const text = PEOPLE.has(target.format)
      ? await forPeople(report, target.format, options, how)
      : (await reporterOf(target.format))(report, options);
    if (file === undefined) await io.out(text);
    else written(file, () => writeWhole(resolve(io.cwd, file), text));
    if (target.format === 'github' && file === undefined) await writeSummary(report, options, io);
  }
}
