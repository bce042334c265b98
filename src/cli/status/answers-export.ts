import type { RequestStatus } from '../../collect/answers-status.ts';
import type { Language } from '../../finding/text.ts';
import { type Day, toIso } from '../../meaning/day.ts';
import { markdownText } from '../../report/markdown.ts';
import { csvText } from '../terminal/csv.ts';
import { answersVerdict, answerTable } from './answers.ts';

/** The columns of the table: for programs in English, for a Russian reader in his words. */
const CSV_HEAD: Readonly<Record<string, string>> = {
  form: 'Форма',
  plan: 'План',
  kind: 'Кто это',
  to: 'Кого спросили',
  name: 'Как назван в плане',
  state: 'Состояние',
  sent: 'Спросили',
  due: 'Ответить до',
  daysOverdue: 'Дней просрочки',
  received: 'Ответ',
  asked: 'Пунктов',
  answered: 'Отвечено',
  partly: 'Частично',
};

const KINDS = { executor: 'исполнитель', territory: 'территория' } as const;

/** `roadmap status --answers --format csv`: a line for each request. */
export function answersCsv(requests: readonly RequestStatus[], language: Language): string {
  const ru = language === 'ru';
  const day = (one: Day | undefined): string => (one === undefined ? '' : toIso(one));
  const words = answerTable(requests, language);
  const rows = requests.map(
    ({ request, to, name, state, asked, answered, partly, received, daysOverdue }, at) => [
      request.form,
      request.plan,
      to === undefined ? '' : ru ? KINDS[to.kind] : to.kind,
      to?.key ?? '',
      name,
      ru ? (words[at]?.state ?? '') : state,
      day(request.sent),
      day(request.due),
      String(daysOverdue ?? ''),
      day(received),
      String(asked),
      String(answered),
      String(partly),
    ],
  );
  return csvText([Object[ru ? 'values' : 'keys'](CSV_HEAD), ...rows]);
}

/** `roadmap status --answers --format markdown`: a table for a wiki or a letter, overdue answers first. */
export function answersMarkdown(requests: readonly RequestStatus[], asOf: Day, language: Language): string {
  const head =
    language === 'ru'
      ? ['Состояние', 'Кого спросили', 'План', 'Ответить до', 'Ответ', 'Пунктов']
      : ['State', 'Asked', 'Plan', 'Due', 'Answer', 'Items'];
  const row = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(' | ')} |`;
  const rows = answerTable(requests, language).map(({ state, late, name, plan, due, received, items }) =>
    row([`${state}${late}`, name, plan, due, received, items]),
  );
  const table = rows.length === 0 ? [] : [row(head), `|${head.map(() => ' --- ').join('|')}|`, ...rows, ''];
  return [...table, `**${markdownText(answersVerdict(requests, asOf, language))}**`, ''].join('\n');
}
