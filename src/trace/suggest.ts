import type { Indicator } from '../meaning/indicator.ts';
import { indicatorOf, itemPeriodOf } from '../model/meanings.ts';
import { type Item, rowsOf } from '../model/plan.ts';
import { stem, stemsOf, wordsOf } from '../russian/index.ts';
import { compareOnce } from './compare-deadlines.ts';
import type { DeadlineRelation, Doubt, Pair, Suggestion } from './comparison.ts';

import { dutiesOf } from './duties.ts';
import { comparisonOf } from './match-indicators.ts';
import type { Obligation } from './obligations.ts';
import { rolesFilled } from './roles.ts';
import { rowStems } from './row-words.ts';
import { type Scale, synonymStem } from './scale.ts';

/** The same seen from an item: what it may implement. */
export interface SuggestedObligation {
  readonly obligation: Obligation;
  readonly score: number;
  readonly words: readonly string[];
}

/** Below this two rows share only the words that every row of a programme has. */
const LEAST = 0.18;
/** A duty of a long row that another row repeats whole counts nearly as much as two rows alike. */
const DUTY_WEIGHT = 0.8;
/** Acts alike, results aside. */
const ACT_WEIGHT = 0.95;
const ROLE_BONUS = 0.04;
/** For an indicator answered in something that few rows are measured by. */
const INDICATOR_BONUS = 0.25;
const LATE_MALUS = 0.05;

/** The likeliest items of the child for an obligation, best first, at most `limit`. */
export function suggestItems(obligation: Obligation, pair: Pair, scale: Scale, limit = 3): Suggestion[] {
  const likely = pair.child.items
    .filter((item) => item.excluded === undefined && !isOwnInitiative(item))
    .map((item) => ({ item, ...likelihood(obligation, item, pair, scale) }));
  return best(likely, limit).map((one) => ({ ...one, words: spelt(one.words, obligation.item) }));
}

/** The likeliest obligations for an item, best first, at most `limit`. */
export function suggestObligations(
  item: Item,
  obligations: readonly Obligation[],
  pair: Pair,
  scale: Scale,
  limit = 3,
): SuggestedObligation[] {
  const likely = obligations.map((obligation) => ({
    obligation,
    ...likelihood(obligation, item, pair, scale),
  }));
  return best(likely, limit).map((one) => ({ ...one, words: spelt(one.words, one.obligation.item) }));
}

/** From this likeness on a link may be beyond doubt. */
const CERTAIN = 0.6;
/** So much must the next one be behind, for either side. */
const AHEAD = 0.1;

/**
 * Why the likeliest item of an obligation may not be linked without a person: it is not like enough, another item, or
 * another obligation for the same item, is nearly as like, or the item's period contradicts the obligation's (a first
 * stage in June for a last one in December).
 */
export function doubtOf(
  obligation: Obligation,
  suggestions: readonly Suggestion[],
  obligations: readonly Obligation[],
  pair: Pair,
  scale: Scale,
): Doubt | undefined {
  const [best, next] = suggestions;
  if (!best || best.score < CERTAIN) return 'unlike';
  if (['later', 'earlier', 'rarer'].includes(deadlineRelation(obligation, best.item, pair)))
    return 'deadline';
  if (next && next.score > best.score - AHEAD) return 'tie';
  const rivals = suggestObligations(best.item, obligations, pair, scale, 2);
  const rival = rivals.find((one) => one.obligation !== obligation);
  return rival && rival.score > best.score - AHEAD ? 'tie' : undefined;
}

/** `implements: []`: an initiative of one's own, on purpose. */
const isOwnInitiative = (item: Item): boolean => item.implements?.length === 0;

/** The words behind the stems, as a row spells them. */
function spelt(stems: readonly string[], item: Item): string[] {
  const words = new Map<string, string>();
  for (const row of rowsOf(item)) {
    for (const text of [row.action, ...row.indicators.map((stated) => stated.text)]) {
      for (const word of wordsOf(text)) {
        const key = synonymStem(stem(word));
        if (!words.has(key)) words.set(key, word);
      }
    }
  }
  return stems.map((one) => words.get(one) ?? one);
}

function best<One extends { readonly score: number }>(all: readonly One[], limit: number): One[] {
  return all
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** How likely an item implements an obligation, and by which words. */
function likelihood(obligation: Obligation, item: Item, pair: Pair, scale: Scale) {
  const required = folded(rowStems(obligation.item));
  const given = folded(rowStems(item));
  const common = [...required].filter((word) => given.has(word));
  const words = common.sort((a, b) => scale.weightOf(b) - scale.weightOf(a) || (a < b ? -1 : 1)).slice(0, 6);
  if (common.length === 0) return { score: 0, words };
  const duties = dutiesOf(obligation.item).map((duty) => containmentOf(folded(stemsOf(duty)), given, scale));
  const alike = Math.max(
    likenessOf(required, given, scale),
    likenessOf(folded(stemsOf(obligation.item.action)), folded(stemsOf(item.action)), scale) * ACT_WEIGHT,
    Math.max(0, ...duties) * DUTY_WEIGHT * Math.min(1, Math.sqrt(common.length / 4)),
  );
  const filled = new Set(rolesFilled(item, pair.child));
  const role = obligation.roles.some((key) => filled.has(key)) ? ROLE_BONUS : 0;
  const measured = answered(obligation.item, item, pair, scale) * INDICATOR_BONUS;
  const late = deadlineRelation(obligation, item, pair) === 'later' ? LATE_MALUS : 0;
  const score = Math.max(0, Math.min(1, alike + role + measured - late));
  return { score: Math.round(score * 100) / 100, words };
}

const foldedSets = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** Words that office papers use for one another become one. */
function folded(stems: ReadonlySet<string>): ReadonlySet<string> {
  let set = foldedSets.get(stems);
  if (!set) {
    set = new Set([...stems].map(synonymStem));
    foldedSets.set(stems, set);
  }
  return set;
}

function weigh(words: Iterable<string>, scale: Scale): number {
  let sum = 0;
  for (const word of words) sum += scale.weightOf(word);
  return sum;
}

function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>, scale: Scale): number {
  const common = [...a].filter((word) => b.has(word));
  return common.length === 0 ? 0 : weigh(common, scale) / Math.sqrt(weigh(a, scale) * weigh(b, scale));
}

function containmentOf(part: ReadonlySet<string>, whole: ReadonlySet<string>, scale: Scale): number {
  const all = weigh(part, scale);
  return all === 0
    ? 0
    : weigh(
        [...part].filter((word) => whole.has(word)),
        scale,
      ) / all;
}

/** The rarest measure of the obligation that the item answers, 0…1: an order is in every row, three events are not. */
function answered(obligation: Item, item: Item, { parent, child, workspace }: Pair, scale: Scale): number {
  let rarest = 0;
  for (const stated of obligation.indicators) {
    const required = indicatorOf(stated, parent, workspace);
    if (!required) continue;
    for (const own of item.indicators) {
      const given = indicatorOf(own, child, workspace);
      if (!given) continue;
      const { relation } = comparisonOf(
        { text: stated.text, meaning: required },
        { text: own.text, meaning: given },
      );
      if (relation !== 'incomparable') rarest = Math.max(rarest, rarityOf(required, scale));
    }
  }
  return rarest;
}

function rarityOf({ unit, of, parts }: Indicator, scale: Scale): number {
  const words = [...stemsOf(unit ?? of ?? '')].map(synonymStem);
  return Math.max(
    0,
    ...words.map((word) => scale.weightOf(word) / scale.most),
    ...parts.map((part) => rarityOf(part, scale)),
  );
}

function deadlineRelation(
  obligation: Obligation,
  item: Item,
  { parent, child, workspace }: Pair,
): DeadlineRelation {
  const required = itemPeriodOf(obligation.item, parent, workspace);
  const given = itemPeriodOf(item, child, workspace);
  const context = { parent: parent.period, child: child.period, calendar: workspace.calendar };
  return compareOnce(required, given, context).relation;
}
