import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { type Comparable, readComparable } from '../../import/compare/comparable.ts';
import { compareDocuments, countOf, type Differences, isSame } from '../../import/compare/compare.ts';
import type { ImportProblem } from '../../import/problem.ts';
import { kindOfPath } from '../../io/paths.ts';
import type { Plan } from '../../model/plan.ts';
import type { Workspace } from '../../model/workspace.ts';
import { oneLine } from '../../report/safe-text.ts';
import { editionOf } from '../../view/edition.ts';
import { EDITION_PROPERTY, PLAN_PROPERTY } from '../../view/marks.ts';
import { orderView } from '../../view/order-view.ts';
import { planSheets } from '../../view/plan-sheets.ts';
import { planView } from '../../view/plan-view.ts';
import type { RunCommand } from '../command.ts';
import { onLetterhead } from '../documents/letterhead.ts';
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
  const read = await readComparable(new Uint8Array(readFileSync(path)), file);
  if (!read.ok) throw unreadable(read.problem);
  const verification = await verify(read.value, plan, loaded.workspace, {
    file: pathFrom(io.cwd, io.cwd, path),
    isSheet: extname(path).toLowerCase() === '.xlsx',
    root,
    cwd: io.cwd,
    letterhead: textOption(args, 'letterhead'),
  });
  for (const problem of read.value.problems) await io.err(`${oneLine(problem.message[io.language])}\n`);
  if (textOption(args, 'format') === 'json') {
    await io.out(`${JSON.stringify(verifyJson(verification), null, 2)}\n`);
  } else {
    await io.out(verifyReport(verification, io));
  }
  return isSame(verification.differences) ? EXIT.clean : EXIT.findings;
};

interface Compared {
  readonly file: string;
  readonly isSheet: boolean;
  readonly root: string;
  readonly cwd: string;
  readonly letterhead: string | undefined;
}

/**
 * Renders the plan the way the document was, reads both by one reader and compares. Where the organisation has a
 * blank, the document may stand on it or on plain sheets: the nearer of both is the one it was made like.
 */
async function verify(
  theirs: Comparable,
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
    ...nearest!,
    ...(madeOf === undefined || madeOf === plan.id ? {} : { otherPlan: madeOf }),
    ...(edition === undefined ? {} : { sameEdition: edition === editionOf(plan, workspace) }),
  };
}

const unreadable = ({ message, help }: ImportProblem): UsageError => new UsageError(message, help);
