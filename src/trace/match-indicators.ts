import type { Bilingual } from '../finding/text.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Item, Stated } from '../model/plan.ts';
import {
  compareStatements,
  containment,
  countsTheSame,
  type IndicatorComparison,
  type Statement,
  statementsOf,
} from '../russian/index.ts';
import type { DeadlineRelation, IndicatorMatch, MatchRelation } from './comparison.ts';

import { dutiesOf } from './duties.ts';
import { shareInDeed } from './row-words.ts';
import { type GivenIndicator, hiddenIn, repeatedIn } from './unread-indicators.ts';

export interface ReadIndicator {
  readonly stated: Stated<Indicator>;
  readonly meaning: Indicator | undefined;
  /** Of an obligation: what those are called whom it is laid on. */
  readonly bodies?: readonly string[];
}

/** A single statement: compounds fall into their parts. */
interface Leaf {
  readonly stated: Stated<Indicator>;
  readonly statement: Statement;
}

interface OwnLeaf extends Leaf, GivenIndicator {
  taken: boolean;
}

/** Best first: an obligation is answered by the indicator that answers it best. */
const ANSWERS: readonly MatchRelation[] = ['same', 'stronger', 'weaker'];
const RANK: readonly MatchRelation[] = [...ANSWERS, 'incomparable', 'none'];

/** A word or two of what is counted standing in the item's own text: the deed is planned, its measure is lost. */
const MENTIONED = 0.6;

interface Readings {
  readonly required: readonly ReadIndicator[];
  givenBy(item: Item): readonly ReadIndicator[];
  /** The relation of the item's period to the obligation's. */
  relationOf(item: Item): DeadlineRelation;
}

/** Finds for every indicator of an obligation what answers it among the items that implement it. */
export function matchIndicators(
  obligation: Item,
  items: readonly Item[],
  readings: Readings,
): IndicatorMatch[] {
  const only = onlyMatch(items, readings);
  if (only) return [only];
  const own: OwnLeaf[] = [];
  const unread: GivenIndicator[] = [];
  for (const item of items) {
    for (const { stated, meaning } of readings.givenBy(item)) {
      if (!meaning) unread.push({ stated, item });
      else
        for (const statement of statementsOf(stated.text, meaning))
          own.push({ stated, statement, item, taken: false });
    }
  }
  const required = readings.required.map(({ stated, meaning, bodies = [] }) => ({
    stated,
    leaves: meaning
      ? statementsOf(stated.text, meaning).map((one) => ({ stated, statement: { ...one, bodies } }))
      : [],
  }));
  const found = answered(
    required.flatMap(({ leaves }) => leaves),
    own,
    (item) => IN_TIME[readings.relationOf(item)],
  );
  return required.map(({ stated, leaves }) => {
    if (leaves.length === 0)
      return (
        repeatedIn(stated, [...own, ...unread], PARENT_NOT_READ) ?? {
          parent: stated,
          relation: 'incomparable',
          why: NOT_READ,
        }
      );
    const matches = leaves.map(
      (leaf) =>
        found.get(leaf) ??
        repeatedIn(stated, unread, CHILD_NOT_READ) ??
        sameThing(leaf, own) ??
        sameKind(leaf, own) ??
        hiddenIn(stated, leaf.statement.meaning, unread) ??
        mentioned(leaf, obligation, items, own),
    );
    return worstOf(stated, matches);
  });
}

/** Nearly always one statement answers one statement, and there is nothing to choose. */
function onlyMatch(items: readonly Item[], { required, givenBy }: Readings): IndicatorMatch | undefined {
  const item = items[0];
  if (!item || items.length > 1 || required.length !== 1) return undefined;
  const given = givenBy(item);
  const parent = required[0] as ReadIndicator;
  const child = given[0];
  if (given.length !== 1 || !child?.meaning || !parent.meaning) return undefined;
  if (parent.meaning.kind === 'compound' || child.meaning.kind === 'compound') return undefined;
  const { relation, why } = comparisonOf(
    {
      text: parent.stated.text,
      meaning: parent.meaning,
      ...(parent.bodies ? { bodies: parent.bodies } : {}),
    },
    { text: child.stated.text, meaning: child.meaning },
  );
  if (!ANSWERS.includes(relation)) return undefined;
  return { parent: parent.stated, child: { item, stated: child.stated }, carriers: [item], relation, why };
}

/** How much is amiss, by state: nothing, unclear, weaker, late. */
const IN_TIME: Readonly<Record<DeadlineRelation, number>> = {
  within: 0,
  earlier: 0,
  unknown: 1,
  rarer: 2,
  later: 3,
};
const IN_MEASURE: Readonly<Partial<Record<MatchRelation, number>>> = { same: 0, stronger: 0, weaker: 2 };

interface Answer {
  readonly leaf: Leaf;
  readonly candidate: OwnLeaf;
  readonly comparison: IndicatorComparison;
  readonly amiss: number;
}

/**
 * Gives every leaf the answer that leaves the least amiss, in measure and in time: those that ask for the same choose
 * first, and each answer serves once.
 */
function answered(
  leaves: readonly Leaf[],
  own: readonly OwnLeaf[],
  inTime: (item: Item) => number,
): ReadonlyMap<Leaf, IndicatorMatch> {
  const answers = leaves.flatMap((leaf) =>
    own.flatMap((candidate): Answer[] => {
      const comparison = comparisonOf(leaf.statement, candidate.statement);
      const measure = IN_MEASURE[comparison.relation];
      return measure === undefined
        ? []
        : [{ leaf, candidate, comparison, amiss: Math.max(measure, inTime(candidate.item)) }];
    }),
  );
  const rank = ({ comparison }: Answer): number => RANK.indexOf(comparison.relation);
  const found = new Map<Leaf, IndicatorMatch>();
  for (const answer of [...answers].sort((a, b) => a.amiss - b.amiss || rank(a) - rank(b))) {
    const { leaf, candidate, comparison } = answer;
    if (found.has(leaf) || candidate.taken) continue;
    const measure = IN_MEASURE[comparison.relation] ?? 0;
    const alike = answers.filter(
      (one) => one.leaf === leaf && (IN_MEASURE[one.comparison.relation] ?? 0) <= measure,
    );
    const carriers = [...new Set(alike.map((one) => one.candidate.item))];
    found.set(leaf, { ...matchOf(leaf, candidate), carriers });
  }
  return found;
}

function matchOf(leaf: Leaf, candidate: OwnLeaf): IndicatorMatch {
  candidate.taken = true;
  const { relation, why } = comparisonOf(leaf.statement, candidate.statement);
  return { parent: leaf.stated, child: { item: candidate.item, stated: candidate.stated }, relation, why };
}

/** A number of schools and a share of schools answer each other, though it is not known which requires more. */
function sameThing({ stated, statement }: Leaf, own: readonly OwnLeaf[]): IndicatorMatch | undefined {
  const { meaning } = statement;
  const required = countedIn(meaning);
  if (required === null) return undefined;
  const candidate = own.find((one) => {
    const counted = one.taken ? null : countedIn(one.statement.meaning);
    return (
      counted !== null && one.statement.meaning.kind !== meaning.kind && countsTheSame(required, counted)
    );
  });
  return candidate && matchOf({ stated, statement }, candidate);
}

/** What a number or a share is counted in. */
function countedIn({ kind, unit, of }: Indicator): string | null {
  if (kind === 'count') return unit;
  return kind === 'percent' || kind === 'staged' ? (of ?? unit) : null;
}

/** Two shares of unlike populations answer each other, though it is not known which requires more. */
function sameKind(leaf: Leaf, own: readonly OwnLeaf[]): IndicatorMatch | undefined {
  const { kind } = leaf.statement.meaning;
  if (kind !== 'percent' && kind !== 'staged') return undefined;
  const candidate = own.find((one) => !one.taken && one.statement.meaning.kind === kind);
  return candidate && matchOf(leaf, candidate);
}

/**
 * No indicator answers: a counted thing that the item's own words name is promised without its number; what has no
 * measure to begin with, or another number of the same item, cannot be compared; what is nowhere named is lost.
 */
function mentioned(
  leaf: Leaf,
  obligation: Item,
  items: readonly Item[],
  own: readonly OwnLeaf[],
): IndicatorMatch {
  const { meaning, text } = leaf.statement;
  const { unit, kind } = meaning;
  const parent = leaf.stated;
  if (kind === 'qualitative') return { parent, relation: 'incomparable', why: NO_MEASURE };
  if (unit === null || kind === 'percent' || kind === 'staged')
    return { parent, relation: 'none', why: LOST };
  const thing = kind === 'artifact' ? text : unit;
  const duties = dutiesOf(obligation).filter((duty) => containment(unit, duty) >= MENTIONED);
  // Named itself, or the whole duty it measures is repeated («предоставить перечень кандидатур …»).
  const home = items.find((item) =>
    [thing, ...duties].some((words) => shareInDeed(words, item) >= MENTIONED),
  );
  if (!home) return { parent, relation: 'none', why: LOST };
  const free = own.filter((candidate) => candidate.item === home && !candidate.taken);
  const counted = free.find(({ statement }) => statement.meaning.value !== null);
  const stated = (counted ?? free[0])?.stated;
  const child = stated ? { child: { item: home, stated } } : {};
  if (kind === 'artifact') return { parent, ...child, relation: 'incomparable', why: DOCUMENT_IN_WORDS };
  return counted
    ? { parent, ...child, relation: 'incomparable', why: comparisonOf(leaf.statement, counted.statement).why }
    : { parent, ...child, relation: 'weaker', why: NUMBER_LOST };
}

/** One statement of several parts is answered as well as its worst part; a lost part among answered ones weakens it. */
function worstOf(stated: Stated<Indicator>, matches: readonly IndicatorMatch[]): IndicatorMatch {
  if (matches.length === 1) return matches[0] as IndicatorMatch;
  const answered = matches.filter((match) => match.relation !== 'none');
  const worst = [...matches].sort(
    (a, b) => RANK.indexOf(b.relation) - RANK.indexOf(a.relation),
  )[0] as IndicatorMatch;
  if (worst.relation !== 'none' || answered.length === 0) return { ...worst, parent: stated };
  const { child, carriers } = answered[0] as IndicatorMatch;
  return {
    parent: stated,
    ...(child ? { child } : {}),
    ...(carriers ? { carriers } : {}),
    relation: 'weaker',
    why: PART_LOST,
  };
}

interface Compared {
  readonly bodies: string;
  readonly comparison: IndicatorComparison;
}

const known = new WeakMap<Indicator, WeakMap<Indicator, Compared>>();

/**
 * Two statements are compared once: in a region hundreds of plans repeat the same few wordings, and what is read of one
 * wording is one meaning.
 */
export function comparisonOf(parent: Statement, child: Statement): IndicatorComparison {
  let ofParent = known.get(parent.meaning);
  if (!ofParent) {
    ofParent = new WeakMap();
    known.set(parent.meaning, ofParent);
  }
  const bodies = (parent.bodies ?? []).join('\n');
  const before = ofParent.get(child.meaning);
  if (before?.bodies === bodies) return before.comparison;
  const comparison = compareStatements(parent, child);
  ofParent.set(child.meaning, { bodies, comparison });
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
const PARENT_NOT_READ: Bilingual = {
  ru: 'слова те же, но показатель поручения не прочитан',
  en: 'the same words, but the obligation’s indicator was not read',
};
const CHILD_NOT_READ: Bilingual = {
  ru: 'слова те же, но показатель исполнителя не прочитан',
  en: 'the same words, but the implementing item’s indicator was not read',
};
const PART_LOST: Bilingual = {
  ru: 'обещана только часть показателя',
  en: 'only a part of the indicator is promised',
};
