import type { Indicator } from '../meaning/indicator.ts';
import type { Stated } from '../model/plan.ts';
import type { Fact } from '../model/workspace.ts';
import { asksForNone, isOfOtherSubject, provesDocument, stemsOf } from '../russian/index.ts';

/** An indicator of an item with its place: `part` is 0 for the item's own, else the number of the sub-event. */
interface PlacedIndicator {
  readonly part: number;
  readonly meaning: Indicator | undefined;
  readonly stated: Stated<Indicator>;
}

/** What is measured on its own: an indicator, or one part of a compound one. */
export interface Measure {
  /** Place of its indicator among those of the item, from 0. */
  readonly at: number;
  /** 1-based within a compound indicator, as facts name it (`measure`). */
  readonly measure: number;
  readonly part: number;
  readonly meaning: Indicator | undefined;
  readonly text: string;
}

/** Every measure of the indicators of an item, in their order; a compound indicator gives one for each of its parts. */
export function measuresOf(indicators: readonly PlacedIndicator[]): Measure[] {
  return indicators.flatMap(({ part, meaning, stated }, at) => {
    const leaves = meaning ? leavesOf(meaning) : [undefined];
    return leaves.map((leaf, index) => ({ at, measure: index + 1, part, meaning: leaf, text: stated.text }));
  });
}

const leavesOf = (meaning: Indicator): readonly Indicator[] =>
  meaning.kind === 'compound' && meaning.parts.length > 0 ? meaning.parts.flatMap(leavesOf) : [meaning];

/**
 * The facts that speak of each measure, in their order. A fact that names an indicator speaks of it alone. A figure
 * belongs to one measure: the one it names, or the only one of its kind, in its own row before the others; where two
 * would do it belongs to neither: nothing is guessed. Words speak of every measure of their row; evidence of the
 * documents it shows.
 */
export function factsByMeasure(measures: readonly Measure[], facts: readonly Fact[]): Fact[][] {
  const own: Fact[][] = measures.map(() => []);
  for (const fact of facts) {
    const owner = ownerOf(fact, measures);
    const words = wordsOf(fact);
    measures.forEach((measure, at) => {
      if (at === owner) own[at]?.push(fact);
      else if (hears(measure, fact, measures)) own[at]?.push(words);
    });
  }
  const documents = measures.flatMap(({ meaning }, at) => (meaning?.kind === 'artifact' ? [at] : []));
  for (const at of documents) own[at] = withProofsOnly(own[at] ?? [], at, documents, measures);
  shareOut(documents, measures, own);
  return own;
}

const hasFigure = ({ count, value }: Pick<Fact, 'count' | 'value'>): boolean =>
  count !== undefined || value !== undefined;

/** Without its figures, and without the words that went with them. */
function wordsOf(fact: Fact): Fact {
  if (!hasFigure(fact)) return fact;
  const { count: _count, value: _value, of: _of, result: _result, ...words } = fact;
  return words;
}

/** A word about the item is about all of it; a word about a sub-event without indicators is about the item's. */
function hears({ at, part, measure }: Measure, fact: Fact, measures: readonly Measure[]): boolean {
  if (fact.indicator !== undefined)
    return at === fact.indicator - 1 && (fact.measure === undefined || fact.measure === measure);
  if (fact.part === undefined || fact.part === part) return true;
  return part === 0 && !measures.some((one) => one.part === fact.part);
}

/** The measure a figure belongs to; a fact without figures that names an indicator belongs to it as a whole. */
export function ownerOf(
  fact: Pick<Fact, 'part' | 'indicator' | 'measure' | 'count' | 'value' | 'of'>,
  measures: readonly Measure[],
): number | undefined {
  const [owner, ...others] = fittingMeasures(fact, measures);
  return others.length === 0 ? owner : undefined;
}

/** Places of the measures a figure may speak of: the one it names, else those of its kind in the first row that has any. */
export function fittingMeasures(
  fact: Pick<Fact, 'part' | 'indicator' | 'measure' | 'count' | 'value' | 'of'>,
  measures: readonly Measure[],
): readonly number[] {
  if (!hasFigure(fact)) return [];
  const named = measures.flatMap((one, at) =>
    (fact.indicator === undefined || one.at === fact.indicator - 1) &&
    (fact.measure === undefined || (one.measure === fact.measure && isCompound(one, measures)))
      ? [at]
      : [],
  );
  if (named.length === 1 && (fact.indicator !== undefined || fact.measure !== undefined)) return named;
  const candidates = fact.indicator === undefined && fact.measure === undefined ? undefined : new Set(named);
  const rows: ((part: number) => boolean)[] =
    candidates !== undefined
      ? [() => true]
      : fact.part === undefined
        ? [(part) => part === 0, (part) => part > 0]
        : [(part) => part === fact.part, (part) => part === 0];
  const kinds = fact.value === undefined ? [isCount] : [isShare, isCount];
  for (const row of rows) {
    for (const kind of kinds) {
      const fitting = measures.flatMap((measure, at) =>
        row(measure.part) && (candidates?.has(at) ?? true) && kind(measure) ? [at] : [],
      );
      if (fitting.length > 0) return fitting;
    }
  }
  return [];
}

const isCompound = ({ at }: Measure, measures: readonly Measure[]): boolean =>
  measures.filter((one) => one.at === at).length > 1;

const isShare = ({ meaning }: Measure): boolean => meaning?.kind === 'percent' || meaning?.kind === 'staged';
const isCount = (measure: Measure): boolean =>
  measure.meaning?.kind === 'count' || measure.meaning?.kind === 'staged' || wantsNone(measure);

/** «Отсутствие нарушений»: a count of them is a figure of it, though the text states none. */
export const wantsNone = ({ meaning, text }: Pick<Measure, 'meaning' | 'text'>): boolean =>
  meaning?.kind === 'qualitative' && asksForNone(text);

const unitOf = ({ meaning, text }: Measure): string => meaning?.unit ?? text;

/** Of the evidence given for a document, only what shows it: evidence of its kind, or of no kind where no other document can be meant. */
function withProofsOnly(
  facts: readonly Fact[],
  at: number,
  documents: readonly number[],
  measures: readonly Measure[],
): Fact[] {
  const measure = measures[at] as Measure;
  return facts.map((fact) => {
    if (fact.evidence.length === 0) return fact;
    const hearing = documents.filter((one) => hears(measures[one] as Measure, fact, measures));
    const evidence = fact.evidence.filter((one) => {
      const proves = provesDocument(one, unitOf(measure));
      if (proves === 'that') return fact.indicator !== undefined || !isOfOtherSubject(one, measure.text);
      return proves === 'unknown' && hearing.length === 1;
    });
    return evidence.length === fact.evidence.length ? fact : { ...fact, evidence };
  });
}

/**
 * Two documents of one kind («Приказ о группе», «Приказ о семинаре») want two: what names one of them by its words
 * belongs to it, and the rest proves them only when there is one for each.
 */
function shareOut(documents: readonly number[], measures: readonly Measure[], own: Fact[][]): void {
  for (const group of groupsOf(documents, measures)) {
    if (group.length < 2) continue;
    const named = new Set(
      group.filter((at) => own[at]?.some((fact) => fact.indicator !== undefined && fact.evidence.length > 0)),
    );
    const open = group.filter((at) => !named.has(at));
    const pool = new Map<string, number | undefined>();
    for (const at of open)
      for (const fact of own[at] ?? [])
        for (const one of fact.indicator === undefined ? fact.evidence : [])
          if (!pool.has(one)) pool.set(one, closest(one, open, measures));
    const meant = new Set([...pool.values()].filter((at) => at !== undefined));
    const rest = open.filter((at) => !meant.has(at));
    const spare = [...pool.values()].filter((at) => at === undefined).length;
    for (const at of open) {
      const isProven = (one: string): boolean =>
        pool.get(one) === at || (pool.get(one) === undefined && rest.includes(at) && spare >= rest.length);
      own[at] = (own[at] ?? []).map((fact) =>
        fact.indicator === undefined ? { ...fact, evidence: fact.evidence.filter(isProven) } : fact,
      );
    }
  }
}

function groupsOf(documents: readonly number[], measures: readonly Measure[]): number[][] {
  const groups: number[][] = [];
  for (const at of documents) {
    const unit = unitOf(measures[at] as Measure);
    const group = groups.find(
      ([first]) => first !== undefined && provesDocument(unitOf(measures[first] as Measure), unit) === 'that',
    );
    if (group) group.push(at);
    else groups.push([at]);
  }
  return groups;
}

/** The measure whose words a reference shares most, where one is ahead of the others. */
function closest(
  evidence: string,
  group: readonly number[],
  measures: readonly Measure[],
): number | undefined {
  const stems = stemsOf(evidence);
  const shared = group.map((at) => {
    const words = stemsOf((measures[at] as Measure).text);
    return [...words].filter((one) => stems.has(one)).length;
  });
  const most = Math.max(...shared);
  const ahead = group.filter((_, index) => shared[index] === most);
  return ahead.length === 1 ? ahead[0] : undefined;
}
