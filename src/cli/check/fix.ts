import type { CheckOptions } from '../../check/check.ts';
import type { Finding } from '../../finding/finding.ts';
import { plural } from '../../finding/plural.ts';
import { allSafe } from '../../fix/all-safe.ts';
import { diskFiles } from '../../io/disk.ts';
import { keptFiles } from '../../io/kept.ts';
import { readSet } from '../../model/read-set.ts';
import { decode } from '../../source/decode.ts';
import { CONFIG_FILE, type Files } from '../../source/files.ts';
import { withTexts } from '../../source/overlay.ts';
import type { CommandArguments, CommandIo } from '../command.ts';
import { dayAt } from '../date.ts';
import { clearBeside, replaceDocument } from '../edit-file.ts';
import type { ExitCode } from '../exit-code.ts';
import { listOption, switchOption } from '../options.ts';
import { unifiedDiff } from '../terminal/unified-diff.ts';
import { UsageError } from '../usage-error.ts';
import { type Chosen, chooseWorkspaces, pathFrom } from '../workspaces.ts';
import type { CheckFiles } from './answer.ts';
import { asOfOption, rulesOf } from './narrowing.ts';

/** A file that is put right. */
interface Changed {
  readonly root: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly before: string;
  readonly after: string;
}

/**
 * `check --fix`: puts right what has one right answer, shows how, and reports what stays. Only files that the paths name are
 * touched. With `--dry-run` nothing is written, and the report is of what would stay.
 */
export async function fixFiles(args: CommandArguments, io: CommandIo, check: CheckFiles): Promise<ExitCode> {
  refuseTogether(args);
  const dry = switchOption(args, 'dryRun');
  const asOf = asOfOption(args);
  const rules = rulesOf(listOption(args, 'rule'));
  const changed: Changed[] = [];
  const fixed: Finding[] = [];
  for (const chosen of chooseWorkspaces(args.positionals, io.cwd)) {
    const files = keptFiles(diskFiles(chosen.root));
    const { documents } = readSet(files, chosen.named);
    const today = dayAt(io.now, documents.config.timezone);
    const all = allIn(chosen, files, { asOf: asOf ?? today, today }, rules);
    fixed.push(...all.fixed);
    changed.push(...all.changed);
    const known = [...documents.outlines.map(({ file }) => file), CONFIG_FILE];
    if (!dry) clearBeside(chosen.root, known.filter(chosen.includes));
  }
  // Before anything is written: what is wrong with the command line, or leaves nothing to check, ends it here.
  const report: (string | Uint8Array)[] = [];
  const told = { ...io, out: async (text: string | Uint8Array) => void report.push(text) };
  const { exit } = await check(told, (root) => withChanged(root, changed));
  if (!dry) {
    for (const { root, file, bytes, after } of changed) await replaceDocument(root, file, bytes, after);
  }
  if (!switchOption(args, 'quiet')) {
    const diffs = changed.map(({ root, file, before, after }) =>
      unifiedDiff(before, after, pathFrom(io.cwd, root, file), io.stdout.color),
    );
    if (changed.length > 0) await (isForPeople(args) ? io.out : io.err)(`${diffs.join('')}\n`);
  }
  for (const piece of report) await io.out(piece);
  await io.err(`${summary(fixed.length, changed.length, dry, io)}\n`);
  return exit;
}

function allIn(
  { root, named, includes }: Chosen,
  files: Files,
  when: Pick<CheckOptions, 'asOf' | 'today'>,
  rules: ReadonlySet<string> | undefined,
): { readonly fixed: readonly Finding[]; readonly changed: readonly Changed[] } {
  const wanted = ({ rule, file }: Finding): boolean => includes(file) && (rules?.has(rule) ?? true);
  const { texts, fixed } = allSafe(files, named, { ...when, reports: includes }, wanted);
  const changed = [...texts].flatMap(([file, after]): Changed[] => {
    const bytes = files.read(file);
    if (typeof bytes === 'string') return [];
    const { text, bom } = decode(bytes);
    return [{ root, file, bytes, before: bom ? `\uFEFF${text}` : text, after }];
  });
  return { fixed, changed };
}

const withChanged = (root: string, changed: readonly Changed[]): Files =>
  withTexts(
    diskFiles(root),
    new Map(changed.filter((one) => one.root === root).map(({ file, after }) => [file, after])),
  );

/** A report for programs has stdout for itself. */
const isForPeople = ({ options }: CommandArguments): boolean =>
  ((options.format as readonly string[] | undefined) ?? []).every(
    (format) => format.includes('=') || ['pretty', 'compact', 'markdown'].includes(format),
  );

function refuseTogether({ options }: CommandArguments): void {
  for (const [name, flag] of [
    ['since', '--since'],
    ['watch', '--watch'],
  ] as const) {
    if (options[name] === undefined || options[name] === false) continue;
    throw new UsageError({
      ru: `--fix и ${flag} вместе не действуют: исправляется то, что есть в файлах сейчас.`,
      en: `--fix does not go with ${flag}: it mends what is in the files now.`,
    });
  }
}

function summary(findings: number, files: number, dry: boolean, { language }: CommandIo): string {
  if (language === 'en') {
    if (findings === 0) return 'Nothing here can be put right by itself.';
    const what = `${findings} ${findings === 1 ? 'finding' : 'findings'} in ${files} ${files === 1 ? 'file' : 'files'}`;
    return dry ? `To be fixed: ${what}. Nothing was written.` : `Fixed: ${what}.`;
  }
  if (findings === 0) return 'Исправлять самому здесь нечего.';
  const what = `${findings} ${plural(findings, ['замечание', 'замечания', 'замечаний'])} в ${files} ${plural(files, ['файле', 'файлах', 'файлах'])}`;
  return dry ? `Исправится: ${what}. Ничего не записано.` : `Исправлено: ${what}.`;
}
