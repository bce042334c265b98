import { relative, resolve, sep } from 'node:path';
import { writeDocument } from '../../edit/write.ts';
import type { Bilingual, Language } from '../../finding/text.ts';
import { diskFiles } from '../../io/disk.ts';
import { type Day, parseDay, toIso } from '../../meaning/day.ts';
import { resolveEvidence } from '../../model/evidence.ts';
import { loadWorkspace } from '../../model/load.ts';
import type { Item, Plan } from '../../model/plan.ts';
import { referenceTo } from '../../model/section-identity.ts';
import type { Workspace } from '../../model/workspace.ts';
import { oneLine, visible } from '../../report/safe-text.ts';
import { writeDay } from '../../russian/index.ts';
import type { ItemStatus } from '../../status/evaluate-item.ts';
import { hasPercents } from '../../status/figures.ts';
import { ITEM_STATE_WORDS } from '../../status/state-words.ts';
import { closedOn, planStatus } from '../../status/status.ts';
import type { CommandArguments, CommandIo, RunCommand } from '../command.ts';
import { dayAt } from '../date.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { factsFileOf, type NewFact, writeFacts } from '../facts-file.ts';
import { languageOf } from '../language.ts';
import { switchOption } from '../options.ts';
import { choosePlans, onlyPlan } from '../plan-argument.ts';
import { daysInWords, figureInWords } from '../terminal/status-words.ts';
import { UsageError } from '../usage-error.ts';
import { pathFrom } from '../workspaces.ts';
import { factOfArguments, itemNamed } from './fact.ts';
import { lastFact, takeBack } from './file.ts';

/** `roadmap done PLAN ITEM…`. Several items are recorded at once, or none of them. */
export const run: RunCommand = async (args, io) => {
  const [planName = '', ...itemNames] = args.positionals;
  const { plans, loaded, root } = choosePlans([planName], io.cwd);
  const plan = onlyPlan(plans, planName);
  const { workspace } = loaded;
  const today = dayAt(io.now, workspace.config.timezone);
  const items = [...new Set(itemNames.map((name) => itemNamed(plan, name)))];
  if (items.length > 1) refuseOwnFigures(args);
  if (switchOption(args, 'undo')) return undo(args, { items, plan, workspace, root, today }, io);
  const file = factsFileOf(plan, workspace);
  const facts = items.map((item) => {
    const stated = factOfArguments(args, item, plan, workspace, today);
    const evidence = stated.evidence?.map((one) => evidenceAt(one, file, workspace, root, io.cwd));
    return { ...stated, ...(evidence === undefined ? {} : { evidence }) };
  });
  await writeFacts(facts, file, plan, root);
  const language = languageOf(io, workspace);
  const changes = changesOf({ items, plan, workspace, root, today });
  const lines = changes.flatMap(({ before, after }, at) => stateLines(before, after, language, facts[at]));
  const head = `${language === 'ru' ? 'Записано в' : 'Written to'} ${oneLine(pathFrom(io.cwd, root, file))}:`;
  await io.out([head, ...written(facts), ...lines, ''].join('\n'));
  const late = facts.map((fact) => tooLate(fact, plan)).find((one) => one !== undefined);
  if (late) await io.err(`${late[language]}\n`);
  return EXIT.clean;
};

interface Recorded {
  readonly items: readonly Item[];
  readonly plan: Plan;
  readonly workspace: Workspace;
  readonly root: string;
  readonly today: Day;
}

/** `--undo`: takes back the last fact of each item, and shows it. */
async function undo(args: CommandArguments, recorded: Recorded, io: CommandIo): Promise<ExitCode> {
  const others = Object.entries(args.options).filter(
    ([name, value]) => name !== 'undo' && value !== undefined && value !== false && OF_A_FACT.has(name),
  );
  if (others.length > 0) {
    throw new UsageError({
      ru: '--undo ничего не записывает: другие ключи с ним не нужны.',
      en: '--undo records nothing: it goes with no other option.',
    });
  }
  const { items, plan, workspace, root } = recorded;
  const last = items.map((item) => lastFact(item, plan, workspace));
  const language = languageOf(io, workspace);
  const ru = language === 'ru';
  const { texts, gone } = await takeBack(last, root);
  const changes = changesOf(recorded);
  for (const [file, facts] of texts) {
    const head = `${ru ? 'Отменено в' : 'Taken back from'} ${oneLine(pathFrom(io.cwd, root, file))}:`;
    const note = ru
      ? 'Других фактов в нём не было: файл удалён.'
      : 'There were no other facts in it: the file is removed.';
    const lines = [head, ...facts.map((text) => `  ${visible(text)}`), ...(gone.has(file) ? [note] : [])];
    await io.out([...lines, ''].join('\n'));
  }
  const lines = changes.flatMap(({ before, after }) => stateLines(before, after, language));
  await io.out(lines.map((line) => `${line}\n`).join(''));
  return EXIT.clean;
}

const OF_A_FACT: ReadonlySet<string> = new Set([
  ...['count', 'value', 'result', 'evidence', 'date', 'part', 'indicator', 'measure', 'by', 'done', 'whole'],
]);

/** Options about the rows and figures of one item cannot apply to several. */
function refuseOwnFigures(args: CommandArguments): void {
  const name = ['count', 'value', 'part', 'indicator', 'measure'].find(
    (one) => args.options[one] !== undefined,
  );
  if (name === undefined) return;
  throw new UsageError(
    {
      ru: `--${name} говорит об одном пункте, а названо несколько.`,
      en: `--${name} speaks of one item, and several are named.`,
    },
    { ru: 'Запишите каждый отдельной командой.', en: 'Record each by a command of its own.' },
  );
}

/** The states of the items as they were read and as they are on the disk now. */
function changesOf({ items, plan, workspace, root, today }: Recorded): readonly {
  readonly before: ItemStatus | undefined;
  readonly after: ItemStatus | undefined;
}[] {
  const now = loadWorkspace(diskFiles(root)).workspace;
  const renewed = now.plans.find((one) => one.file === plan.file) ?? plan;
  return items.map((item) => {
    const same = renewed.items.find(({ route }) => route.join() === item.route.join()) ?? item;
    return { before: statusOf(item, plan, workspace, today), after: statusOf(same, renewed, now, today) };
  });
}

/** What is done after a plan was closed is kept, and counts no more: whoever records it should know. */
function tooLate({ date }: NewFact, plan: Plan): Bilingual | undefined {
  const closed = closedOn(plan);
  const done = parseDay(typeof date === 'string' ? date : (date?.to ?? ''));
  if (closed === undefined || done === undefined || done <= closed) return undefined;
  return {
    ru: `План закрыт ${writeDay(closed)}: сделанное позже на его исполнение не влияет.`,
    en: `The plan was closed on ${toIso(closed)}: what is done later does not count for it.`,
  };
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
      ru: 'Годятся путь к файлу, ссылка или реквизиты: «приказ от ДД.ММ.ГГГГ № 85».',
      en: 'A path, a link or the reference of a document will do: “приказ от ДД.ММ.ГГГГ № 85”.',
    },
  );
}

function statusOf(item: Item, plan: Plan, workspace: Workspace, asOf: Day): ItemStatus | undefined {
  return planStatus(plan, workspace, { asOf }).items.find((status) => status.item === item);
}

/** What was written, word for word. */
function written(facts: readonly NewFact[]): readonly string[] {
  const [, , ...lines] = writeDocument({ kind: 'facts', plan: '-', facts }).trimEnd().split('\n');
  return lines.filter((line) => line.trim() !== '' && line !== 'facts:').map(visible);
}

/** What has become of an item. */
function stateLines(
  before: ItemStatus | undefined,
  after: ItemStatus | undefined,
  language: Language,
  fact?: NewFact,
): readonly string[] {
  if (!after) return [];
  const ru = language === 'ru';
  const was =
    before && before.state !== after.state
      ? ` (${ru ? 'было' : 'was'}: ${ITEM_STATE_WORDS[before.state][language]})`
      : '';
  const late =
    after.daysOverdue === undefined ? '' : ` ${ru ? 'на' : 'by'} ${daysInWords(after.daysOverdue, language)}`;
  const state = `${ITEM_STATE_WORDS[after.state][language]}${late}`;
  const number = oneLine(referenceTo(after.item));
  const item = `${ru ? `Пункт ${number}` : `Item ${number}`}: ${state}${was}`;
  const open = fact && openOf(fact, after);
  return [item, ...figuresOf(after, language), ...(open === undefined ? [] : [open[language]])];
}

/** A recorded fact does not close the item; the message says how to close it. */
function openOf(fact: NewFact, { state, item }: ItemStatus): Bilingual | undefined {
  if (state === 'done' || state === 'done-late') return undefined;
  const number = oneLine(referenceTo(item));
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
      figureInWords(figure, hasPercents(one), language),
    );
    const words = language === 'ru' ? `есть ${actual}, нужно ${expected}` : `${actual} of ${expected}`;
    return [`  ${oneLine(one.stated.text)}: ${words}`];
  });
}
