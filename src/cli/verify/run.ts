import { extname, resolve } from 'node:path';
import { type Comparable, readComparable } from '../../import/compare/comparable.ts';
import {
  compareDocuments,
  countOf,
  type Differences,
  hasNoDifference,
} from '../../import/compare/compare.ts';
import { comparableOfPlan, executorNames } from '../../import/compare/of-plan.ts';
import type { Imported } from '../../import/import.ts';
import type { ImportProblem } from '../../import/problem.ts';
import { kindOfPath } from '../../io/paths.ts';
import type { Plan } from '../../model/plan.ts';
import type { RawMap } from '../../model/raw.ts';
import type { Workspace } from '../../model/workspace.ts';
import { editionOf } from '../../view/edition.ts';
import { EDITION_PROPERTY, PLAN_PROPERTY } from '../../view/marks.ts';
import { orderView } from '../../view/order-view.ts';
import { planSheets } from '../../view/plan-sheets.ts';
import { planView } from '../../view/plan-view.ts';
import type { CommandIo, RunCommand } from '../command.ts';
import { problemLines, remarkLines } from '../documents/document-lines.ts';
import { onLetterhead } from '../documents/letterhead.ts';
import { importSource, readableSource, readSourceFile, type SourceFile } from '../documents/source.ts';
import { writeView } from '../documents/write.ts';
import { EXIT } from '../exit-code.ts';
import { textOption } from '../options.ts';
import { choosePlans } from '../plan-argument.ts';
import { UsageError } from '../usage-error.ts';
import { pathFrom } from '../workspaces.ts';
import { verifyJson } from './json.ts';
import { verifyReport } from './report.ts';
import type { Verification } from './verification.ts';

/** `roadmap verify FILE PLAN`. */
export const run: RunCommand = async (args, io) => {
  const [file = '', name = ''] = args.positionals;
  const path = resolve(io.cwd, file);
  if (kindOfPath(path) !== 'file') {
    throw new UsageError({ ru: `Файла «${file}» нет.`, en: `There is no file “${file}”.` });
  }
  const { root, loaded, plans } = choosePlans([name], io.cwd);
  const [plan] = plans;
  if (!plan || plans.length > 1) {
    throw new UsageError({
      ru: `Сверять можно с одним планом, а «${name}» — это ${plans.length}.`,
      en: `A document is compared with one plan, and “${name}” is ${plans.length}.`,
    });
  }
  const source = readSourceFile(file, io.cwd);
  const changes = textOption(args, 'changes') === 'reject' ? 'reject' : 'accept';
  const imported = await importSource(source, { changes }, io);
  const [first] = imported;
  if (!first?.draft)
    throw unreadable(first!.problems.find(({ severity }) => severity === 'error') ?? first!.problems[0]!);
  const shown = pathFrom(io.cwd, io.cwd, path);
  const verification = isRendered(first)
    ? await verify(await comparable(source, changes, io), first, plan, loaded.workspace, {
        file: shown,
        isSheet: extname(source.name).toLowerCase() === '.xlsx',
        root,
        cwd: io.cwd,
        letterhead: textOption(args, 'letterhead'),
      })
    : verifyForeign(imported, plan, shown);
  const lines = [
    ...problemLines(first.problems, io.language),
    ...remarkLines(verification.remarks, io.language),
  ];
  if (lines.length > 0) await io.err(`${lines.join('\n')}\n`);
  if (textOption(args, 'format') === 'json') {
    await io.out(`${JSON.stringify(verifyJson(verification), null, 2)}\n`);
  } else {
    await io.out(verifyReport(verification, io));
  }
  return hasNoDifference(verification.differences) ? EXIT.clean : EXIT.findings;
};

/**
 * A document of others is read as `import` reads it, and its draft is compared with the plan word for word: what
 * `import` would make of the table is no difference. Of several plans in it, the nearest is the one.
 */
function verifyForeign(imported: readonly Imported[], plan: Plan, file: string): Verification {
  const names = executorNames(plan.executors);
  const ours = comparableOfPlan(plan.source as unknown as RawMap, names.nameOf);
  const compared = imported.flatMap(({ draft, places, remarks = [] }) => {
    if (!draft) return [];
    const nameOf = (key: string): string => names.settled(draft.plan.executors?.[key]?.name ?? key);
    const theirs = comparableOfPlan(draft.plan as unknown as RawMap, nameOf, places);
    return [{ ours, theirs, remarks, differences: compareDocuments(ours, theirs) }];
  });
  const [nearest] = compared.sort((a, b) => countOf(a.differences) - countOf(b.differences));
  return { plan, file, ...nearest! };
}

/** Whether this tool rendered it, whoever saved it since. */
const isRendered = ({ isOwn }: Imported): boolean => isOwn === true;

/** Reads the document, one of an older format by way of LibreOffice. */
async function comparable(
  source: SourceFile,
  changes: 'accept' | 'reject',
  io: CommandIo,
): Promise<Comparable> {
  let read = await readComparable(source.bytes, source.name, changes);
  if (!read.ok) {
    const again = await readableSource(source, read.problem.code, io);
    if (again !== source) read = await readComparable(again.bytes, again.name, changes);
  }
  if (!read.ok) throw unreadable(read.problem);
  return read.value;
}

interface Compared {
  readonly file: string;
  readonly isSheet: boolean;
  readonly root: string;
  readonly cwd: string;
  readonly letterhead: string | undefined;
}

/**
 * Renders the plan the way the document was, reads both by one reader and compares. Where the organisation has a
 * blank, the document may be on it or on plain sheets: the nearer of both is the one it was made like.
 */
async function verify(
  theirs: Comparable,
  { remarks = [] }: Imported,
  plan: Plan,
  workspace: Workspace,
  how: Compared,
): Promise<Verification> {
  const isOrder = theirs.requisites.has('type') || theirs.clauses.length > 0;
  const build = how.isSheet ? planSheets : isOrder ? orderView : planView;
  const view = build(plan, workspace);
  const own = [await writeView(view, how.isSheet ? 'xlsx' : 'docx')];
  const blank = how.letterhead ?? workspace.config.documents?.letterhead;
  if (build === orderView && blank !== undefined) {
    own.push((await onLetterhead(view, { ...how, workspace, format: 'docx' })).bytes);
  }
  const compared: { ours: Comparable; differences: Differences }[] = [];
  for (const bytes of own) {
    const read = await readComparable(bytes, plan.file);
    if (!read.ok) throw unreadable(read.problem);
    compared.push({ ours: read.value, differences: compareDocuments(read.value, theirs) });
  }
  const [nearest] = compared.sort((a, b) => countOf(a.differences) - countOf(b.differences));
  const madeOf = theirs.properties.get(PLAN_PROPERTY);
  const edition = theirs.properties.get(EDITION_PROPERTY);
  return {
    plan,
    file: how.file,
    theirs,
    remarks,
    ...nearest!,
    ...(madeOf === undefined || madeOf === plan.id ? {} : { otherPlan: madeOf }),
    ...(edition === undefined ? {} : { sameEdition: edition === editionOf(plan, workspace) }),
  };
}

const unreadable = ({ message, help }: ImportProblem): UsageError => new UsageError(message, help);
