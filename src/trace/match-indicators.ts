import type { Bilingual } from '../finding/text.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Item, Stated } from '../model/plan.ts';
import { compareIndicators, containment, countsTheSame, type IndicatorComparison } from '../russian/index.ts';
import { dutiesOf } from './duties.ts';
import { shareIn } from './row-words.ts';
import { hiddenIn, repeatedIn } from './unread-indicators.ts';

export type IndicatorRelation = 'same' | 'stronger' | 'weaker' | 'incomparable' | 'none';

/** An indicator of an obligation and what answers it; `none`: nothing of the child's does. */
export interface IndicatorMatch {
  readonly parent: Stated<Indicator>;
  readonly child?: { readonly item: Item; readonly stated: Stated<Indicator> };
  readonly relation: IndicatorRelation;
  readonly why: Bilingual;
}

export interface IndicatorReading {
  readonly stated: Stated<Indicator>;
  readonly meaning: Indicator | undefined;
}

/** A single statement: compounds fall into their parts. */
interface Leaf {
  readonly stated: Stated<Indicator>;
  readonly meaning: Indicator;
}

interface Given {
  readonly item: Item;
  readonly stated: Stated<Indicator>;
}

interface OwnLeaf extends Leaf, Given {
  taken: boolean;
}

/** Best first: an obligation is answered by the indicator that answers it best. */
const ANSWERS: readonly IndicatorRelation[] = ['same', 'stronger', 'weaker'];
const RANK: readonly IndicatorRelation[] = [...ANSWERS, 'incomparable', 'none'];

/** A word or two of what is counted standing in the item's own text: the deed is planned, its measure is lost. */
const MENTIONED = 0.6;

interface Readings {
  readonly asked: readonly IndicatorReading[];
  givenBy(item: Item): readonly IndicatorReading[];
}

/** Finds for every indicator of an obligation what answers it among the items that implement it. */
export function matchIndicators(
  obligation: Item,
  items: readonly Item[],
  readings: Readings,
): IndicatorMatch[] {
  const only = onlyMatch(items, readings);
  if (only) return [only];
  const given: Given[] = [];
  const own: OwnLeaf[] = [];
  const unread: Given[] = [];
  for (const item of items) {
    for (const { stated, meaning } of readings.givenBy(item)) {
      const one = { stated, item };
      given.push(one);
      if (!meaning) unread.push(one);
      else for (const leaf of leavesOf(meaning)) own.push({ stated, meaning: leaf, item, taken: false });
    }
  }
  const asked = readings.asked.map(({ stated, meaning }) => ({
    stated,
    leaves: meaning ? leavesOf(meaning).map((leaf) => ({ stated, meaning: leaf })) : [],
  }));
  const found = answered(
    asked.flatMap(({ leaves }) => leaves),
    own,
  );
  return asked.map(({ stated, leaves }) => {
    const repeated = repeatedIn(stated, leaves.length === 0 ? given : unread);
    if (repeated) return repeated;
    if (leaves.length === 0) return { parent: stated, relation: 'incomparable', why: NOT_READ };
    const matches = leaves.map(
      (leaf) =>
        found.get(leaf) ??
        sameThing(leaf, own) ??
        sameKind(leaf, own) ??
        hiddenIn(stated, leaf.meaning, unread) ??
        mentioned(leaf, obligation, items, own),
    );
    return worstOf(stated, matches);
  });
}

/** Nearly always one statement answers one statement, and there is nothing to choose. */
function onlyMatch(items: readonly Item[], { asked, givenBy }: Readings): IndicatorMatch | undefined {
  const item = items[0];
  if (!item || items.length > 1 || asked.length !== 1) return undefined;
  const given = givenBy(item);
  const parent = asked[0] as IndicatorReading;
  const child = given[0];
  if (given.length !== 1 || !child?.meaning || !parent.meaning) return undefined;
  if (parent.meaning.kind === 'compound' || child.meaning.kind === 'compound') return undefined;
  const { relation, why } = comparisonOf(parent.meaning, child.meaning);
  if (!ANSWERS.includes(relation)) return undefined;
  return { parent: parent.stated, child: { item, stated: child.stated }, relation, why };
}

const leavesOf = (meaning: Indicator): readonly Indicator[] =>
  meaning.kind === 'compound' ? meaning.parts.flatMap(leavesOf) : [meaning];

/** Gives every leaf the answer that stands best to it: those that ask for the same choose first. */
function answered(leaves: readonly Leaf[], own: readonly OwnLeaf[]): ReadonlyMap<Leaf, IndicatorMatch> {
  const found = new Map<Leaf, IndicatorMatch>();
  for (const wanted of ANSWERS) {
    for (const leaf of leaves) {
      if (found.has(leaf)) continue;
      const answer = own.find(
        ({ taken, meaning }) => !taken && comparisonOf(leaf.meaning, meaning).relation === wanted,
      );
      if (answer) found.set(leaf, matchOf(leaf, answer));
    }
    if (found.size === leaves.length) break;
  }
  return found;
}

function matchOf(leaf: Leaf, candidate: OwnLeaf): IndicatorMatch {
  candidate.taken = true;
  const { relation, why } = comparisonOf(leaf.meaning, candidate.meaning);
  return { parent: leaf.stated, child: { item: candidate.item, stated: candidate.stated }, relation, why };
}

/** A number of schools and a share of schools answer each other, though nobody can tell which asks more. */
function sameThing(leaf: Leaf, own: readonly OwnLeaf[]): IndicatorMatch | undefined {
  const asked = countedIn(leaf.meaning);
  if (asked === null) return undefined;
  const candidate = own.find((one) => {
    const counted = one.taken ? null : countedIn(one.meaning);
    return counted !== null && one.meaning.kind !== leaf.meaning.kind && countsTheSame(asked, counted);
  });
  return candidate && matchOf(leaf, candidate);
}

/** What a number or a share is counted in. */
function countedIn({ kind, unit, of }: Indicator): string | null {
  if (kind === 'count') return unit;
  return kind === 'percent' || kind === 'staged' ? (of ?? unit) : null;
}

/** Two shares of unlike populations answer each other, though nobody can tell which asks more. */
function sameKind(leaf: Leaf, own: readonly OwnLeaf[]): IndicatorMatch | undefined {
  if (leaf.meaning.kind !== 'percent' && leaf.meaning.kind !== 'staged') return undefined;
  const candidate = own.find((one) => !one.taken && one.meaning.kind === leaf.meaning.kind);
  return candidate && matchOf(leaf, candidate);
}

/**
 * No indicator answers: a counted thing that the item's own words name is promised without its number; what has no
 * measure to begin with cannot be compared; a share or a document left out is left out.
 */
function mentioned(
  leaf: Leaf,
  obligation: Item,
  items: readonly Item[],
  own: readonly OwnLeaf[],
): IndicatorMatch {
  const { unit, kind } = leaf.meaning;
  const parent = leaf.stated;
  if (kind === 'qualitative') return { parent, relation: 'incomparable', why: NO_MEASURE };
  if (unit === null || kind === 'percent' || kind === 'staged')
    return { parent, relation: 'none', why: LOST };
  const duties = dutiesOf(obligation).filter((duty) => containment(unit, duty) >= MENTIONED);
  // Named itself, or the whole duty it measures is repeated («предоставить перечень кандидатур …»).
  const home = items.find((item) => [unit, ...duties].some((text) => shareIn(text, item) >= MENTIONED));
  if (!home) return { parent, relation: 'none', why: LOST };
  const stated = own.find((candidate) => candidate.item === home && !candidate.taken)?.stated;
  return {
    parent,
    ...(stated ? { child: { item: home, stated } } : {}),
    relation: kind === 'count' ? 'weaker' : 'incomparable',
    why: kind === 'count' ? NUMBER_LOST : DOCUMENT_IN_WORDS,
  };
}

/** One statement of several parts is answered as well as its worst part; a lost part among answered ones weakens it. */
function worstOf(stated: Stated<Indicator>, matches: readonly IndicatorMatch[]): IndicatorMatch {
  if (matches.length === 1) return matches[0] as IndicatorMatch;
  const answered = matches.filter((match) => match.relation !== 'none');
  const worst = [...matches].sort(
    (a, b) => RANK.indexOf(b.relation) - RANK.indexOf(a.relation),
  )[0] as IndicatorMatch;
  if (worst.relation !== 'none' || answered.length === 0) return { ...worst, parent: stated };
  const child = answered[0]?.child;
  return { parent: stated, ...(child ? { child } : {}), relation: 'weaker', why: PART_LOST };
}

const known = new WeakMap<Indicator, WeakMap<Indicator, IndicatorComparison>>();

/** Two meanings are compared once: in a region hundreds of plans repeat the same few wordings. */
export function comparisonOf(parent: Indicator, child: Indicator): IndicatorComparison {
  let ofParent = known.get(parent);
  if (!ofParent) {
    ofParent = new WeakMap();
    known.set(parent, ofParent);
  }
  let comparison = ofParent.get(child);
  if (!comparison) {
    comparison = compareIndicators(parent, child);
    ofParent.set(child, comparison);
  }
  return comparison;
}

const NOT_READ: Bilingual = {
  ru: 'показатель поручения не прочитан',
  en: 'the obligation’s indicator was not read',
};
const NO_MEASURE: Bilingual = {
  ru: 'у показателя поручения нет меры',
  en: 'the obligation’s indicator has no measure',
};
const LOST: Bilingual = { ru: 'ему не отвечает ни один показатель', en: 'no indicator answers it' };
const NUMBER_LOST: Bilingual = {
  ru: 'названо в тексте пункта, но без числа',
  en: 'named in the item’s text, but without the number',
};
const DOCUMENT_IN_WORDS: Bilingual = {
  ru: 'документ назван в тексте пункта, но не в показателе',
  en: 'the document is named in the item’s text, not in an indicator',
};
const PART_LOST: Bilingual = {
  ru: 'обещана только часть показателя',
  en: 'only a part of the indicator is promised',
};
