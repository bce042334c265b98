import { relative, resolve, sep } from 'node:path';
import { writeDocument } from '../../edit/write.ts';
import type { Bilingual, Language } from '../../finding/text.ts';
import { diskFiles } from '../../io/disk.ts';
import { type Day, parseDay, toIso } from '../../meaning/day.ts';
import { resolveEvidence } from '../../model/evidence.ts';
import { loadWorkspace } from '../../model/load.ts';
import type { Item, Plan } from '../../model/plan.ts';
import type { Workspace } from '../../model/workspace.ts';
import { oneLine, visible } from '../../report/safe-text.ts';
import { writeDay } from '../../russian/index.ts';
import type { ItemStatus } from '../../status/evaluate-item.ts';
import { ITEM_STATE_WORDS } from '../../status/state-words.ts';
import { closedOn, planStatus } from '../../status/status.ts';
import type { RunCommand } from '../command.ts';
import { dayAt } from '../date.ts';
import { EXIT } from '../exit-code.ts';
import { languageOf } from '../language.ts';
import { choosePlans } from '../plan-argument.ts';
import { daysInWords, figureInWords, isShare } from '../terminal/status-words.ts';
import { UsageError } from '../usage-error.ts';
import { pathFrom } from '../workspaces.ts';
import { factOf, itemNamed, type NewFact } from './fact.ts';
import { factsFileOf, writeFact } from './file.ts';

/** `roadmap done PLAN ITEM`. */
export const run: RunCommand = async (args, io) => {
  const [planName = '', itemName = ''] = args.positionals;
  const { plans, loaded, root } = choosePlans([planName], io.cwd);
  const plan = onlyPlan(plans, planName);
  const { workspace } = loaded;
  const today = dayAt(io.now, workspace.config.timezone);
  const item = itemNamed(plan, itemName);
  const file = factsFileOf(plan, workspace);
  const stated = factOf(args, item, plan, workspace, today);
  const fact = {
    ...stated,
    ...(stated.evidence === undefined
      ? {}
      : { evidence: stated.evidence.map((one) => evidenceAt(one, file, workspace, root, io.cwd)) }),
  };
  const before = statusOf(item, plan, workspace, today);
  await writeFact(fact, file, plan, root);
  const now = loadWorkspace(diskFiles(root)).workspace;
  const renewed = now.plans.find((one) => one.file === plan.file) ?? plan;
  const same = renewed.items.find(({ route }) => route.join() === item.route.join()) ?? item;
  const language = languageOf(io, workspace);
  const after = statusOf(same, renewed, now, today);
  await io.out(told(fact, pathFrom(io.cwd, root, file), before, after, language));
  const late = tooLate(fact, plan);
  if (late) await io.err(`${late[language]}\n`);
  return EXIT.clean;
};

/** What is done after a plan was closed is kept, and counts no more: whoever records it should know. */
function tooLate({ date }: NewFact, plan: Plan): Bilingual | undefined {
  const closed = closedOn(plan);
  const done = parseDay(typeof date === 'string' ? date : date.to);
  if (closed === undefined || done === undefined || done <= closed) return undefined;
  return {
    ru: `План закрыт ${writeDay(closed)}: сделанное позже на его исполнение не влияет.`,
    en: `The plan was closed on ${toIso(closed)}: what is done later does not count for it.`,
  };
}

function onlyPlan(plans: readonly Plan[], name: string): Plan {
  const [plan, ...others] = plans;
  if (plan && others.length === 0) return plan;
  throw new UsageError(
    { ru: `В «${name}» несколько планов.`, en: `There are several plans in “${name}”.` },
    { ru: 'Назовите один: его id или файл.', en: 'Name one of them: its id or its file.' },
  );
}

/** Evidence as the facts file will know it: a path from where the user stands becomes one from the workspace. */
function evidenceAt(text: string, file: string, workspace: Workspace, root: string, cwd: string): string {
  const stated = resolveEvidence(text, file, workspace.files);
  if (stated.state === 'found' || stated.state === 'reference') return text;
  const fromTop = relative(root, resolve(cwd, text)).split(sep).join('/');
  if (resolveEvidence(fromTop, file, workspace.files).state === 'found') return fromTop;
  throw new UsageError(
    stated.state === 'outside'
      ? {
          ru: `--evidence: «${text}» лежит вне рабочей папки.`,
          en: `--evidence: “${text}” lies outside the workspace.`,
        }
      : { ru: `--evidence: файла «${text}» нет.`, en: `--evidence: there is no file “${text}”.` },
    {
      ru: 'Годятся путь к файлу, ссылка или реквизиты: «приказ от 28.04.2022 № 85».',
      en: 'A path, a link or the reference of a document will do: “приказ от 28.04.2022 № 85”.',
    },
  );
}

function statusOf(item: Item, plan: Plan, workspace: Workspace, asOf: Day): ItemStatus | undefined {
  return planStatus(plan, workspace, { asOf }).items.find((status) => status.item === item);
}

/** What was written, word for word, and what has become of the item. */
function told(
  fact: NewFact,
  file: string,
  before: ItemStatus | undefined,
  after: ItemStatus | undefined,
  language: Language,
): string {
  const ru = language === 'ru';
  const [, , ...lines] = writeDocument({ kind: 'facts', plan: '-', facts: [fact] })
    .trimEnd()
    .split('\n');
  const text = lines.filter((line) => line.trim() !== '' && line !== 'facts:').map(visible);
  const head = `${ru ? 'Записано в' : 'Written to'} ${oneLine(file)}:`;
  if (!after) return `${head}\n${text.join('\n')}\n`;
  const was =
    before && before.state !== after.state
      ? ` (${ru ? 'было' : 'was'}: ${ITEM_STATE_WORDS[before.state][language]})`
      : '';
  const late =
    after.daysOverdue === undefined ? '' : ` ${ru ? 'на' : 'by'} ${daysInWords(after.daysOverdue, language)}`;
  const state = `${ITEM_STATE_WORDS[after.state][language]}${late}`;
  const number = oneLine(after.item.number);
  const item = `${ru ? `Пункт ${number}` : `Item ${number}`}: ${state}${was}`;
  const open = openOf(fact, after);
  const rest = open === undefined ? [] : [open[language]];
  return [head, ...text, item, ...figuresOf(after, language), ...rest].join('\n').concat('\n');
}

/** Recorded is not done: whoever meant that it is should know how to say so. */
function openOf(fact: NewFact, { state, item }: ItemStatus): Bilingual | undefined {
  if (state === 'done' || state === 'done-late') return undefined;
  const number = oneLine(item.number);
  if (fact.done && fact.part === undefined && fact.indicator === undefined && !fact.whole) {
    return {
      ru: `Сроков у пункта ${number} несколько: исполнен тот, на который приходится дата. Если исполнен весь пункт, добавьте --whole.`,
      en: `Item ${number} has several terms: the one the date lies in is done. If all of the item is done, add --whole.`,
    };
  }
  return {
    ru: `Пункт ${number} не отмечен исполненным. Если он исполнен, добавьте --done.`,
    en: `Item ${number} is not marked as done. If it is, add --done.`,
  };
}

/** How far each indicator with a figure has come. */
function figuresOf({ indicators }: ItemStatus, language: Language): string[] {
  return indicators.flatMap((one) => {
    if (one.actual === undefined || one.expected === undefined) return [];
    const [actual, expected] = [one.actual, one.expected].map((figure) =>
      figureInWords(figure, isShare(one), language),
    );
    const words = language === 'ru' ? `есть ${actual}, нужно ${expected}` : `${actual} of ${expected}`;
    return [`  ${oneLine(one.stated.text)}: ${words}`];
  });
}
