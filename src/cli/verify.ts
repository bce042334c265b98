import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { type Comparable, readComparable } from '../import/compare/comparable.ts';
import { compareDocuments, type Differences, isSame } from '../import/compare/compare.ts';
import type { ImportProblem } from '../import/problem.ts';
import { kindOfPath } from '../io/paths.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { oneLine } from '../report/safe-text.ts';
import { editionOf } from '../view/edition.ts';
import { EDITION_PROPERTY, PLAN_PROPERTY } from '../view/marks.ts';
import { orderView } from '../view/order-view.ts';
import { planSheets } from '../view/plan-sheets.ts';
import { planView } from '../view/plan-view.ts';
import type { RunCommand } from './command.ts';
import { EXIT } from './exit-code.ts';
import { textOption } from './options.ts';
import { choosePlans } from './plan-argument.ts';
import { writeView } from './render-write.ts';
import { UsageError } from './usage-error.ts';
import { verifyJson } from './verify-json.ts';
import { verifyReport } from './verify-report.ts';
import { pathFrom } from './workspaces.ts';

/** What was compared, and what came of it. */
export interface Verification {
  readonly plan: Plan;
  /** The document as the user sees its path. */
  readonly file: string;
  readonly ours: Comparable;
  readonly theirs: Comparable;
  readonly differences: Differences;
  /** The document says it was made of another plan. */
  readonly otherPlan?: string;
  /** Whether it was rendered from the plan as it is now; undefined when it does not say. */
  readonly sameEdition?: boolean;
}

/** `roadmap verify FILE PLAN`. */
export const run: RunCommand = async (args, io) => {
  const [file = '', name = ''] = args.positionals;
  const path = resolve(io.cwd, file);
  if (kindOfPath(path) !== 'file') {
    throw new UsageError({ ru: `Файла «${file}» нет.`, en: `There is no file “${file}”.` });
  }
  const { loaded, plans } = choosePlans([name], io.cwd);
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
  });
  for (const problem of read.value.problems) await io.err(`${oneLine(problem.message[io.language])}\n`);
  if (textOption(args, 'format') === 'json') {
    await io.out(`${JSON.stringify(verifyJson(verification), null, 2)}\n`);
  } else {
    await io.out(verifyReport(verification, io));
  }
  return isSame(verification.differences) ? EXIT.clean : EXIT.findings;
};

/** Renders the plan the way the document was, reads both by one reader and compares. */
async function verify(
  theirs: Comparable,
  plan: Plan,
  workspace: Workspace,
  { file, isSheet }: { readonly file: string; readonly isSheet: boolean },
): Promise<Verification> {
  const isOrder = theirs.requisites.has('type') || theirs.clauses.length > 0;
  const build = isSheet ? planSheets : isOrder ? orderView : planView;
  const own = await writeView(build(plan, workspace), isSheet ? 'xlsx' : 'docx');
  const read = await readComparable(own, plan.file);
  if (!read.ok) throw unreadable(read.problem);
  const madeOf = theirs.properties.get(PLAN_PROPERTY);
  const edition = theirs.properties.get(EDITION_PROPERTY);
  return {
    plan,
    file,
    ours: read.value,
    theirs,
    differences: compareDocuments(read.value, theirs),
    ...(madeOf === undefined || madeOf === plan.id ? {} : { otherPlan: madeOf }),
    ...(edition === undefined ? {} : { sameEdition: edition === editionOf(plan, workspace) }),
  };
}

const unreadable = ({ message, help }: ImportProblem): UsageError => new UsageError(message, help);
