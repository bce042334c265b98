import { relative, sep } from 'node:path';
import { check } from '../check/check.ts';
import type { Finding, Severity } from '../finding/finding.ts';
import { atLeast, compareFindings } from '../finding/order.ts';
import type { CheckReport } from '../finding/report.ts';
import type { Language } from '../finding/text.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CommandIo, RunCommand } from './command.ts';
import { dateOption, dayAt } from './date.ts';
import { EXIT } from './exit-code.ts';
import { targetsOf } from './formats.ts';
import { UsageError } from './usage-error.ts';
import { chooseWorkspaces, type LoadedChoice, loadChosen } from './workspaces.ts';
import { writeReports } from './write-report.ts';

/** `roadmap check [paths…]`. */
export const run: RunCommand = async ({ positionals, options }, io) => {
  const targets = targetsOf((options.format as string[] | undefined) ?? [], io.env);
  const threshold = (options.failOn as Severity | undefined) ?? 'error';
  const asOf = options.asOf === undefined ? undefined : dateOption('--as-of', String(options.asOf));
  const max = options.max === undefined ? undefined : wholeNumber('--max', String(options.max));
  const choices = chooseWorkspaces(positionals, io.cwd).map(loadChosen);
  refuseNothing(choices, positionals);
  const reports = choices.map(({ loaded, includes }) => {
    const today = dayAt(io.now, loaded.workspace.config.timezone);
    return check(loaded, { asOf: asOf ?? today, today, reports: includes });
  });
  const report = joined(reports, choices, io.cwd);
  const language = languageOf(io, choices[0]?.loaded.workspace);
  const base = choices.length === 1 ? choices[0]!.root : io.cwd;
  await writeReports(report, targets, { language, max, base }, io);
  return report.findings.some((finding) => atLeast(finding.severity, threshold)) ? EXIT.findings : EXIT.clean;
};

/** No document found is an error, never a green run. */
function refuseNothing(choices: readonly LoadedChoice[], paths: readonly string[]): void {
  const some = choices.some(({ loaded, includes }) =>
    [...loaded.workspace.documents, ...loaded.problems.map(({ at }) => at)].some(
      ({ file }) => includes(file) && file !== 'roadmap.config.yaml',
    ),
  );
  if (some) return;
  const where = paths.length === 0 ? '.' : paths.join(', ');
  throw new UsageError(
    {
      ru: `Проверять нечего: в «${where}» нет ни одного документа.`,
      en: `Nothing to check: no document in “${where}”.`,
    },
    {
      ru: 'Документ — файл .yaml со строкой «kind: plan» (или facts, registry). Начать с образца: roadmap init',
      en: 'A document is a .yaml file with a line `kind: plan` (or facts, registry). To begin from a sample: roadmap init',
    },
  );
}

/** What the user asked for, then the workspace's own wish, then Russian. */
export function languageOf(io: CommandIo, workspace: Workspace | undefined): Language {
  return io.chosenLanguage ?? (workspace?.config.language === 'en' ? 'en' : 'ru');
}

/** One report of several workspaces: their files are named from the folder the user stands in. */
function joined(reports: readonly CheckReport[], choices: readonly LoadedChoice[], cwd: string): CheckReport {
  const [only] = reports;
  if (only && reports.length === 1) return only;
  const findings = reports.flatMap(({ findings }, at) =>
    findings.map((finding) => moved(finding, choices[at]?.root ?? cwd, cwd)),
  );
  const sum = (value: (report: CheckReport) => number): number =>
    reports.reduce((total, one) => total + value(one), 0);
  return {
    version: 1,
    asOf: only?.asOf ?? '',
    documents: sum(({ documents }) => documents),
    items: sum(({ items }) => items),
    findings: findings.sort(compareFindings),
    summary: {
      error: sum(({ summary }) => summary.error),
      warning: sum(({ summary }) => summary.warning),
      info: sum(({ summary }) => summary.info),
      waived: sum(({ summary }) => summary.waived),
    },
  };
}

function moved(finding: Finding, root: string, cwd: string): Finding {
  const folder = relative(cwd, root).split(sep).join('/');
  const at = (file: string): string => (folder === '' ? file : `${folder}/${file}`);
  return {
    ...finding,
    file: at(finding.file),
    related: finding.related.map((place) => ({ ...place, file: at(place.file) })),
  };
}

function wholeNumber(flag: string, text: string): number {
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text);
  throw new UsageError({
    ru: `${flag}: «${text}» — не целое число больше нуля.`,
    en: `${flag}: “${text}” is not a whole number above zero.`,
  });
}
