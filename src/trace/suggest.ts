import { periodOf } from '../model/meanings.ts';
import type { Item, Plan } from '../model/plan.ts';
import { stemsOf } from '../russian/likeness.ts';
import { compareDeadlines } from './compare-deadlines.ts';
import { type Pair, rolesFilled } from './coverage.ts';
import { dutiesOf } from './duties.ts';
import type { Obligation } from './obligations.ts';

/** A likely link: proposed, never taken by itself. */
export interface Suggestion {
  readonly item: Item;
  /** 0…1. */
  readonly score: number;
  /** What speaks for it: common words, rarest first. */
  readonly words: readonly string[];
}

/** Below this two rows share only the words that every row of a programme has. */
const LEAST = 0.18;
/** A duty of a long row that stands whole in another row counts nearly as much as two rows alike. */
const DUTY_WEIGHT = 0.8;
const ROLE_BONUS = 0.04;
const LATE_MALUS = 0.05;

/** Weighs words by their rarity in both plans: «школа» and «проект» stand in every row and tell nothing. */
export interface Scale {
  weightOf(stem: string): number;
}

export function scaleOf(plans: readonly Plan[]): Scale {
  const counts = new Map<string, number>();
  let rows = 0;
  for (const plan of plans) {
    for (const item of plan.items) {
      rows += 1;
      for (const word of stemsOf(rowOf(item))) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return { weightOf: (word) => Math.log((rows + 1) / (counts.get(word) ?? 1)) };
}

/** The likeliest items of the child for an obligation, best first, at most `limit`. */
export function suggestItems(obligation: Obligation, pair: Pair, scale: Scale, limit = 3): Suggestion[] {
  return pair.child.items
    .filter((item) => item.excluded === undefined)
    .map((item) => suggestion(obligation, item, pair, scale))
    .filter((one) => one.score >= LEAST)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** How likely an item implements an obligation, and by which words. */
export function suggestion(obligation: Obligation, item: Item, pair: Pair, scale: Scale): Suggestion {
  const asked = stemsOf(rowOf(obligation.item));
  const given = stemsOf(rowOf(item));
  const common = [...asked].filter((word) => given.has(word));
  const weigh = (words: Iterable<string>): number => {
    let sum = 0;
    for (const word of words) sum += scale.weightOf(word);
    return sum;
  };
  const alike = weigh(common) / Math.sqrt(weigh(asked) * weigh(given) || 1);
  const duties = dutiesOf(obligation.item).map((duty) => {
    const words = [...stemsOf(duty)];
    const whole = weigh(words);
    return whole === 0 ? 0 : weigh(words.filter((word) => given.has(word))) / whole;
  });
  const byDuty = Math.max(0, ...duties) * DUTY_WEIGHT * Math.min(1, Math.sqrt(common.length / 4));
  const roles = new Set(rolesFilled(item, pair.child));
  const role = obligation.roles.some((key) => roles.has(key)) ? ROLE_BONUS : 0;
  const late = isLate(obligation, item, pair) ? LATE_MALUS : 0;
  const score = Math.max(0, Math.min(1, Math.max(alike, byDuty) + (common.length > 0 ? role : 0) - late));
  return {
    item,
    score: Math.round(score * 100) / 100,
    words: common.sort((a, b) => scale.weightOf(b) - scale.weightOf(a) || (a < b ? -1 : 1)).slice(0, 6),
  };
}

/** What a row says: act, sub-events, results. A result in brackets often names what the act leaves out. */
function rowOf(item: Item): string {
  return [item, ...item.parts]
    .flatMap((row) => [row.action, ...row.indicators.map(({ text }) => text)])
    .join('\n');
}

function isLate(obligation: Obligation, item: Item, { parent, child, workspace }: Pair): boolean {
  const asked = periodOf(obligation.item.when, parent, workspace);
  const given = periodOf(item.when, child, workspace);
  const plans = { parent: parent.period, child: child.period };
  return compareDeadlines(asked, given, plans).relation === 'later';
}
