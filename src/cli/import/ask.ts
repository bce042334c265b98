import type { Draft } from '../../import/draft/plan.ts';
import type { Imported } from '../../import/import.ts';
import { datePartsOf } from '../../meaning/day.ts';
import { planPeriodOf } from '../../model/plan-period.ts';
import { oneLine } from '../../report/safe-text.ts';
import type { CommandIo } from '../command.ts';
import { dayAt, periodForms } from '../date.ts';

/** Which of several plans of a document is wanted: its index, or all of them. */
export async function choosePlan(found: readonly Imported[], io: CommandIo): Promise<number | 'all'> {
  const ru = io.language === 'ru';
  const titles = found.map(({ draft }, at) => `  ${at + 1}  ${oneLine(draft?.plan.title ?? '')}`);
  await io.err(
    `${ru ? 'В документе несколько планов:' : 'The document has several plans:'}\n${titles.join('\n')}\n`,
  );
  for (;;) {
    const answer = (
      await io.ask(ru ? 'Какой нужен (номер; пусто — все): ' : 'Which one (a number; empty: all): ')
    ).trim();
    if (answer === '') return 'all';
    const n = Number(answer);
    if (Number.isInteger(n) && n >= 1 && n <= found.length) return n - 1;
  }
}

/** Asks for what matters much and the document does not state; an empty answer leaves it open. */
export async function completeDraft(draft: Draft, io: CommandIo): Promise<Draft> {
  const ru = io.language === 'ru';
  const { plan } = draft;
  const stated: { period?: NonNullable<typeof plan.period>; territory?: string } = {};
  const isInferred = draft.comments.some(({ route }) => route.join() === 'period');
  if (plan.period === undefined || isInferred) {
    const usual = plan.period === undefined ? '' : ` [${String(plan.period)}]`;
    const forms = periodForms(datePartsOf(dayAt(io.now)).year);
    for (;;) {
      const answer = (
        await io.ask(ru ? `Период плана: ${forms.ru}${usual}: ` : `Period of the plan: ${forms.en}${usual}: `)
      ).trim();
      if (answer === '') break;
      if (planPeriodOf(answer) === undefined) continue;
      stated.period = /^\d{4}$/.test(answer) ? Number(answer) : answer;
      break;
    }
  }
  if (plan.territory === undefined) {
    const answer = (
      await io.ask(ru ? 'Чей это план (район, организация): ' : 'Whose plan is it (district, organisation): ')
    ).trim();
    if (answer !== '') stated.territory = answer;
  }
  return {
    ...draft,
    plan: { ...plan, ...stated },
    comments:
      stated.period === undefined
        ? draft.comments
        : draft.comments.filter(({ route }) => route.join() !== 'period'),
  };
}
