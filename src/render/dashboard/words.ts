import { plural } from '../../finding/plural.ts';
import type { DashboardCell } from '../../view/dashboard-matrix.ts';

export type CellState = DashboardCell['state'];
export type Flaw = DashboardCell['flaws'][number];

/** Everything the page says by itself, in one language. */
export interface Words {
  readonly months: readonly string[];
  readonly quarters: readonly [string, string, string, string];
  readonly states: Readonly<Record<CellState, string>>;
  /** A word for the flaw and the letter that marks it in a cell. */
  readonly flaws: Readonly<Record<Flaw, readonly [word: string, letter: string]>>;
  readonly levels: Readonly<Record<'federal' | 'regional' | 'municipal' | 'school', string>>;
  readonly texts: Readonly<Record<TextKey, string>>;
  /** Forms for `plural`; English has two, the third repeats the second. */
  readonly items: readonly [string, string, string];
  /** After «из»: one, many. */
  readonly ofItems: readonly [string, string];
  readonly days: readonly [string, string, string];
}

type TextKey =
  | 'heading'
  | 'asOf'
  | 'skip'
  | 'contents'
  | 'summary'
  | 'allItems'
  | 'doneShare'
  | 'unrecorded'
  | 'plans'
  | 'plan'
  | 'plansFirst'
  | 'plansOthers'
  | 'states'
  | 'closed'
  | 'attention'
  | 'attentionNone'
  | 'attentionNoneFollowed'
  | 'attentionUnknown'
  | 'attentionUnknownWhy'
  | 'attentionMore'
  | 'timeline'
  | 'timelineHint'
  | 'timelineMany'
  | 'today'
  | 'matrix'
  | 'matrixHint'
  | 'obligation'
  | 'territory'
  | 'fulfilled'
  | 'notBound'
  | 'answers'
  | 'requestsAll'
  | 'requestsMany'
  | 'answer'
  | 'asked'
  | 'answerBy'
  | 'reminded'
  | 'answeredOn'
  | 'answeredItems'
  | 'answeredPartly'
  | 'unanswered'
  | 'register'
  | 'unpacking'
  | 'number'
  | 'action'
  | 'when'
  | 'executors'
  | 'indicators'
  | 'execution'
  | 'deadline'
  | 'was'
  | 'movedWithoutBasis'
  | 'basis'
  | 'overdueBy'
  | 'left'
  | 'lastDay'
  | 'doneOn'
  | 'missed'
  | 'missedMark'
  | 'delay'
  | 'evidence'
  | 'of'
  | 'met'
  | 'met-late'
  | 'partly'
  | 'unmet'
  | 'pending'
  | 'unverifiable'
  | 'noDates'
  | 'legend'
  | 'filters'
  | 'search'
  | 'state'
  | 'executor'
  | 'section'
  | 'any'
  | 'reset'
  | 'print'
  | 'theme'
  | 'themeSystem'
  | 'themeLight'
  | 'themeDark'
  | 'shown'
  | 'nothing'
  | 'chosen'
  | 'keys'
  | 'made';

/** «21 пункт», with a no-break space. */
export const countedForms = (n: number, forms: readonly [string, string, string]): string =>
  `${n}\u00a0${plural(n, forms)}`;
