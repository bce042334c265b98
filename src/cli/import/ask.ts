import { readPlanPeriod } from '../../import/around/period.ts';
import { readTerritory } from '../../import/around/territory.ts';
import { joinExecutors } from '../../import/draft/join-executors.ts';
import type { Draft } from '../../import/draft/plan.ts';
import type { Imported } from '../../import/import.ts';
import type { ImportNote } from '../../import/summary.ts';
import { datePartsOf } from '../../meaning/day.ts';
import { planPeriodOf } from '../../model/plan-period.ts';
import { oneLine } from '../../report/safe-text.ts';
import type { CommandIo } from '../command.ts';
import { dayAt, periodForms } from '../date.ts';
import { yesOrNo } from '../terminal/can-ask.ts';

/** Which of several plans of a document is wanted: its index, or all of them where they can be written. */
export async function choosePlan(
  found: readonly Imported[],
  mayBeAll: boolean,
  io: CommandIo,
): Promise<number | 'all'> {
  const ru = io.language === 'ru';
  const titles = found.map(({ draft }, at) => `  ${at + 1}  ${oneLine(draft?.plan.title ?? '')}`);
  await io.err(
    `${ru ? 'В документе несколько планов:' : 'The document has several plans:'}\n${titles.join('\n')}\n`,
  );
  const usual = mayBeAll
    ? { ru: 'все', en: 'all' }[io.language]
    : { ru: 'первый', en: 'the first' }[io.language];
  for (;;) {
    const answer = (
      await io.ask(ru ? `Какой нужен (номер; пусто — ${usual}): ` : `Which one (a number; empty: ${usual}): `)
    ).trim();
    if (answer === '') return mayBeAll ? 'all' : 0;
    if (mayBeAll && /^(?:все|всё|all)$/iu.test(answer)) return 'all';
    const n = Number(answer);
    if (Number.isInteger(n) && n >= 1 && n <= found.length) return n - 1;
    await io.err(
      ru ? `  Нужен номер от 1 до ${found.length}.\n` : `  A number from 1 to ${found.length} is wanted.\n`,
    );
  }
}

/** Further pairs of executors are listed with what to look at. */
const MOST_PAIRS = 5;

/**
 * Asks for what matters much and the document does not state; an empty answer leaves it open. Notes that an answer settles
 * are left out of what to look at.
 */
export async function completeDraft(
  imported: Imported & { readonly draft: Draft },
  io: CommandIo,
): Promise<typeof imported> {
  const { draft, summary } = imported;
  let { plan, comments } = draft;
  const settled = new Set<ImportNote>();
  const noted = (about: 'period' | 'executors'): ImportNote[] =>
    summary.notes.filter(({ asks }) => asks?.about === about);
  const [unsure] = noted('period');
  if (unsure) {
    const period = await periodFrom(plan.period, io);
    if (period !== undefined) {
      plan = { ...plan, period };
      comments = comments.filter(({ route }) => route.join() !== 'period');
      settled.add(unsure);
    }
  }
  if (plan.territory === undefined) plan = { ...plan, ...(await ownerFrom(plan, io)) };
  let pairs = 0;
  for (const note of noted('executors')) {
    const { asks } = note;
    if (asks?.about !== 'executors') continue;
    const [kept, other] = asks.keys;
    // An answer before may have joined one of them to a third.
    if (!plan.executors?.[kept] || !plan.executors[other] || pairs++ >= MOST_PAIRS) continue;
    const answer = await sameFrom(asks.names, io);
    if (answer !== undefined) settled.add(note);
    if (answer === true) plan = joinExecutors(plan, kept, other);
  }
  const notes = summary.notes.filter((note) => !settled.has(note));
  const executors = Object.keys(plan.executors ?? {}).length;
  return { ...imported, draft: { ...draft, plan, comments }, summary: { ...summary, notes, executors } };
}

async function periodFrom(
  inferred: Draft['plan']['period'],
  io: CommandIo,
): Promise<Draft['plan']['period'] | undefined> {
  const ru = io.language === 'ru';
  const usual =
    inferred === undefined
      ? ''
      : ` [${typeof inferred === 'object' ? `${inferred.from}..${inferred.to}` : String(inferred)}]`;
  const forms = periodForms(datePartsOf(dayAt(io.now)).year);
  for (;;) {
    const answer = (
      await io.ask(ru ? `Период плана: ${forms.ru}${usual}: ` : `Period of the plan: ${forms.en}${usual}: `)
    ).trim();
    // «Да» takes what was inferred.
    if (yesOrNo(answer) === true && inferred !== undefined) return inferred;
    if (answer === '' || yesOrNo(answer) === false) return undefined;
    // «2023-2024 учебный год» is written as the field has it.
    const inWords = /\p{L}/u.test(answer) ? readPlanPeriod(answer) : undefined;
    if (inWords !== undefined) return inWords;
    if (planPeriodOf(answer) !== undefined) return /^\d{4}$/.test(answer) ? Number(answer) : answer;
    await io.err(ru ? '  Период не понят.\n' : '  The period is not understood.\n');
  }
}

/** Whose plan it is; the name tells the level as well, where the document does not. */
async function ownerFrom(
  { level }: Draft['plan'],
  io: CommandIo,
): Promise<Pick<Draft['plan'], 'territory' | 'level'>> {
  const ru = io.language === 'ru';
  const answer = (
    await io.ask(ru ? 'Чей это план (район, организация): ' : 'Whose plan is it (district, organisation): ')
  ).trim();
  if (answer === '' || yesOrNo(answer) === false) return {};
  const known = level ?? readTerritory({ own: [], owners: [answer] }).level;
  return { territory: answer, ...(known && { level: known }) };
}

/** Whether two names are one body's; undefined: left open. */
async function sameFrom(
  [first, second]: readonly [string, string],
  io: CommandIo,
): Promise<boolean | undefined> {
  const names =
    io.language === 'ru'
      ? `«${oneLine(first)}» и «${oneLine(second)}» — один исполнитель? (да, нет; пусто — не знаю): `
      : `Are “${oneLine(first)}” and “${oneLine(second)}” one executor? (yes, no; empty: don’t know): `;
  for (;;) {
    const answer = await io.ask(names);
    if (answer.trim() === '') return undefined;
    const reply = yesOrNo(answer);
    if (reply !== undefined) return reply;
  }
}
