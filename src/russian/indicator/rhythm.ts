import { cursorAt, peek } from '../grammar/cursor.ts';
import { type RhythmSpan, takeRate } from '../grammar/rhythm.ts';
import type { Token } from '../text/token.ts';
import { ADVERB_RHYTHMS } from '../words/lexicon.ts';
import { isAction } from '../words/statement.ts';

/** «в месяц», «в два месяца», «ежемесячно»: nodes `start`…`end` (exclusive) and the span it counts over. */
export interface Rhythm extends RhythmSpan {
  readonly start: number;
  readonly end: number;
}

/** No rhythm of any target is longer. */
const LONGEST = 24;

/** Every rhythm of the nodes, in order. «В течение года», «в 2022 году» are none. */
export function rhythmsOf(nodes: readonly Token[]): readonly Rhythm[] {
  const c = cursorAt('', nodes);
  const found: Rhythm[] = [];
  for (let at = 0; at < nodes.length; at = Math.max(at + 1, c.pos)) {
    c.pos = at;
    // «план на каждый день»: what it is for.
    if (c.words[at]?.role === 'every' && nodes[at - 1]?.text === 'на') continue;
    if (nodes[at]!.text === '/' && c.words[at - 1]?.role !== 'times') continue;
    const periodic = c.words[at]?.role === 'periodic' && at === 0 && isAction(peek(c, 1)?.text ?? '');
    // «Ежегодное | проведение не менее 3 акций»: how often what follows is done.
    const span = periodic ? { per: ADVERB_RHYTHMS[c.words[c.pos++]!.value - 1]!, every: 1 } : takeRate(c);
    // Whether a plan of this year has semesters is not known here.
    if (span && !span.school && span.every <= LONGEST) found.push({ ...span, start: at, end: c.pos });
    else c.pos = at;
  }
  return found;
}
