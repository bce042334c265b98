import {
  ANSWER_STATE_WORDS,
  ANSWER_STATES,
  type AnswerState,
  type DashboardRequest,
} from '../../view/dashboard-requests.ts';
import { dateOf, itemsLink, type Pen, rowSign, sign, text } from './marks.ts';
import { type CellState, countedForms } from './words.ts';

/** The sign of an item in a like state. */
const SIGNS: Readonly<Record<AnswerState, CellState>> = {
  overdue: 'overdue',
  partly: 'in-progress',
  waiting: 'not-started',
  answered: 'done',
};

/** Of more requests only those have rows that somebody has to act on. */
const MANY_REQUESTS = 60;

/** Who was asked, who has answered, when and how completely: overdue answers first. */
export function requestsHtml(pen: Pen): string {
  const { texts } = pen.words;
  const { requests, language } = pen.view;
  const counts = ANSWER_STATES.flatMap((state) => {
    const n = requests.filter((one) => one.state === state).length;
    return n === 0 ? [] : [`${sign(SIGNS[state])} ${ANSWER_STATE_WORDS[state][language]} <b>${n}</b>`];
  });
  const rows =
    requests.length <= MANY_REQUESTS
      ? requests
      : requests.filter(({ state }) => state === 'overdue' || state === 'partly');
  const heads = [texts.answer, texts.asked, texts.answerBy, texts.answeredOn, texts.answeredItems];
  return [
    `<p class="totals">${texts.requestsAll} <b>${requests.length}</b>: ${counts.join(' · ')}</p>`,
    ...(rows.length < requests.length ? [`<p class="hint">${texts.requestsMany}</p>`] : []),
    '<div class="scroll" role="region" tabindex="0" aria-labelledby="h-answers"><table class="answers">',
    `<thead><tr>${heads.map((head) => `<th scope="col">${head}`).join('')}</thead><tbody>`,
    ...rows.map((one) => requestRow(one, requests.length > MANY_REQUESTS, pen)),
    '</tbody></table></div>',
  ].join('\n');
}

/** Of many the items that are left are not named: that would be a quarter of the row. */
function requestRow(one: DashboardRequest, many: boolean, pen: Pen): string {
  const { words, view } = pen;
  const { texts, days } = words;
  const { state, request, name, plan, open, received, asked, answered, partly, daysOverdue } = one;
  const label = view.plans[plan]?.label ?? '';
  // A territory is called as its plan is.
  const whose = label === name ? '' : ` <small>${text(label)}</small>`;
  const late = daysOverdue === undefined ? '' : ` ${texts.overdueBy} ${countedForms(daysOverdue, days)}`;
  const reminded = request.reminded.filter((day) => day <= view.asOf).at(-1);
  const again =
    many || reminded === undefined || state === 'answered'
      ? ''
      : ` <small>${texts.reminded} ${dateOf(reminded, pen)}</small>`;
  const some = partly === 0 ? '' : `, ${texts.answeredPartly} ${partly}`;
  const rest = `${texts.unanswered}: ${open.length}`;
  const left = many ? rest : itemsLink(rest, `p${plan}`, `p=${plan}&n=${open.join()}`);
  const who = many ? itemsLink(text(name), `p${plan}`, `p=${plan}`) : text(name);
  const cells = [
    `${request.due === undefined ? '–' : dateOf(request.due, pen)}${again}`,
    received === undefined ? '–' : dateOf(received, pen),
    `${answered} ${texts.of} ${asked}${some}${open.length === 0 ? '' : ` · ${left}`}`,
  ];
  return `<tr class="${SIGNS[state]}"><td>${rowSign(SIGNS[state])} <b>${ANSWER_STATE_WORDS[state][view.language]}${late}</b><th scope="row">${who}${whose}${cells.map((cell) => `<td>${cell}`).join('')}`;
}
