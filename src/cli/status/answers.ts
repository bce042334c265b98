import { ANSWER_STATE_WORDS, ANSWER_STATES, type RequestStatus } from '../../collect/answers-status.ts';
import type { Bilingual, Language } from '../../finding/text.ts';
import { type Day, toIso } from '../../meaning/day.ts';
import { oneLine } from '../../report/safe-text.ts';
import { styleOf } from '../../report/style.ts';
import type { CommandIo } from '../command.ts';
import { daysInWords, shortDate } from '../terminal/status-words.ts';
import { betweenColumns, drawTable } from '../terminal/table.ts';

/** `roadmap status --answers`: who was asked, who answered, when and how completely; overdue answers first. */
export function answersPage(requests: readonly RequestStatus[], asOf: Day, io: CommandIo): string {
  const { language } = io;
  if (requests.length === 0) {
    const none: Bilingual = {
      ru: 'О том, кого спрашивали, записей нет. Записать: roadmap render form ПЛАН -o формы --record',
      en: 'Nothing is recorded of whom was asked. To record it: roadmap render form PLAN -o forms --record',
    };
    return `${none[language]}\n`;
  }
  const style = styleOf({ color: io.stdout.color, ascii: !io.stdout.unicode });
  const rows = answerTable(requests, language).map(
    ({ isOverdue, state, late, name, plan, due, received, items }) => {
      const words = `${state}${late}`;
      return [
        isOverdue ? style.severity.error(words) : words,
        oneLine(`${name} (${plan})`),
        due,
        received,
        items,
      ];
    },
  );
  const heads: Readonly<Record<Language, readonly string[]>> = {
    ru: ['Состояние', 'Кого спросили', 'Ответить до', 'Ответ', 'Пунктов'],
    en: ['State', 'Asked', 'Due', 'Answer', 'Items'],
  };
  const fixed = [16, 0, 10, 10, 12];
  const rest = Math.max(60, io.stdout.width) - fixed.reduce((sum, one) => sum + one) - betweenColumns(5);
  const columns = heads[language].map((heading, at) => ({ heading, width: fixed[at] || Math.max(12, rest) }));
  const table = drawTable(columns, rows, { unicode: io.stdout.unicode, heading: style.bold });
  return `${table}\n\n${answersVerdict(requests, asOf, language)}\n`;
}

/** A request in the words of a table. */
interface AnswerWords {
  readonly isOverdue: boolean;
  readonly state: string;
  /** « на 5 дней»; empty where nothing is late. */
  readonly late: string;
  readonly name: string;
  readonly plan: string;
  readonly due: string;
  readonly received: string;
  readonly items: string;
}

export function answerTable(requests: readonly RequestStatus[], language: Language): readonly AnswerWords[] {
  const ru = language === 'ru';
  const day = (one: Day | undefined): string => (one === undefined ? '' : shortDate(one, language));
  return requests.map(({ name, request, state, asked, answered, partly, received, daysOverdue }) => {
    const some = partly === 0 ? '' : ru ? `, частично ${partly}` : `, ${partly} in part`;
    return {
      isOverdue: state === 'overdue',
      state: ANSWER_STATE_WORDS[state][language],
      late: daysOverdue === undefined ? '' : ` ${ru ? 'на' : 'by'} ${daysInWords(daysOverdue, language)}`,
      name,
      plan: request.plan,
      due: day(request.due),
      received: day(received),
      items: `${ru ? `${answered} из ${asked}` : `${answered} of ${asked}`}${some}`,
    };
  });
}

/** «Запросов: 3 · ответ просрочен 1 · отвечено 2 · 10.06.2022». */
export function answersVerdict(requests: readonly RequestStatus[], asOf: Day, language: Language): string {
  const counts = ANSWER_STATES.flatMap((state) => {
    const count = requests.filter((one) => one.state === state).length;
    return count === 0 ? [] : [`${ANSWER_STATE_WORDS[state][language]} ${count}`];
  });
  const total = `${language === 'ru' ? 'Запросов' : 'Requests'}: ${requests.length}`;
  return [total, ...counts, shortDate(asOf, language)].join(' · ');
}

/** `roadmap status --answers --format json`, version 1 (schemas/output/answers.schema.json). */
export function answersJson(requests: readonly RequestStatus[], asOf: Day): unknown {
  const counts = Object.fromEntries(
    ANSWER_STATES.map((state) => [state, requests.filter((one) => one.state === state).length]),
  );
  return {
    version: 1,
    asOf: toIso(asOf),
    requests: requests.map(
      ({ request, to, name, state, asked, answered, partly, received, daysOverdue }) => ({
        form: request.form,
        plan: request.plan,
        ...(to === undefined ? {} : { [to.kind]: to.key }),
        name,
        ...(request.sent === undefined ? {} : { sent: toIso(request.sent) }),
        ...(request.due === undefined ? {} : { due: toIso(request.due) }),
        state,
        ...(daysOverdue === undefined ? {} : { daysOverdue }),
        ...(received === undefined ? {} : { received: toIso(received) }),
        asked,
        answered,
        partly,
      }),
    ),
    summary: { requests: requests.length, ...counts },
  };
}
