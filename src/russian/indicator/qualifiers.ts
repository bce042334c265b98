import type { Indicator } from '../../meaning/indicator.ts';
import { nounsOf } from '../words/lemma.ts';
import { LETTERS, NUMBERS } from '../words/letters.ts';
import { isMeasure, isPreposition, isVerb, trendIn } from '../words/statement.ts';
import { stem } from '../words/stem.ts';
import { wordSet } from '../words/word-set.ts';
import type { Node } from './node.ts';
import type { Nodes } from './statement.ts';

/**
 * Words known to change nothing where they stand alone: joints, what announces a number or sums it up, what names pieces.
 * Every other word of a statement is its number, its rhythm, its unit, its population, or one of its qualifiers.
 */
const SILENT = wordSet(
  'и а также же всего итого общее общая общего общей общий в том числе ед шт экз чел единица единиц единицы штук штука штуки ' +
    'человек человека наименование наименований раз раза показатель показатели значение',
);

const isSilent = (node: Node): boolean => SILENT.has(node.text) || isMeasure(node.text);

const CONTENT = new Set<Node['kind']>([
  'word',
  'abbreviation',
  'name',
  'title',
  'label',
  'ordinal',
  'odd',
  'date',
]);

const APART = new RegExp(`[^${LETTERS}${NUMBERS}]+`, 'u');

const stemsIn = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(APART)
    .filter((word) => word !== '')
    .map(stem);

/** The stems that unit and population of a meaning (and of its parts) show. */
function shownStems(meaning: Indicator): ReadonlySet<string> {
  const shown = new Set([...stemsIn(meaning.unit), ...stemsIn(meaning.of)]);
  for (const part of meaning.parts) for (const one of shownStems(part)) shown.add(one);
  for (const phrase of meaning.qualifiers ?? []) for (const one of stemsIn(phrase)) shown.add(one);
  return shown;
}

const textOf = (node: Node): string =>
  node.kind === 'word' ? node.text : node.raw.toLowerCase().replaceAll('ё', 'е').replace(/\s+/gu, ' ');

/** Runs of words that belong together: cut before a preposition and around a verb, at marks and numbers. */
function runsOf(nodes: Nodes, times: boolean): readonly Nodes[] {
  const runs: Node[][] = [[]];
  let verb = false;
  for (const [at, node] of nodes.entries()) {
    const alone = (node.kind === 'time' && times) || (node.kind === 'word' && isVerb(node.text));
    const opens =
      node.kind === 'word' && isPreposition(node.text) && !isPreposition(nodes[at - 1]?.text ?? '');
    if (alone) runs.push([node], []);
    else if (!CONTENT.has(node.kind)) runs.push([]);
    else if (opens || verb) runs.push([node]);
    else runs.at(-1)!.push(node);
    verb = alone;
  }
  return runs;
}

/** «от каждой школы», «на одного педагога»: the `of` of a count. */
const EACH = /^(?:кажд|одн(?:ого|у|о|ой)$)/u;

const countsEach = ({ kind, of, parts }: Indicator): boolean =>
  (kind === 'count' && of !== null) || parts.some(countsEach);

/** What the nodes say beside number, unit and population of the meaning, phrase by phrase; `times`: their times as well. */
function qualifiersOf(nodes: Nodes, meaning: Indicator, times: boolean): readonly string[] {
  const shown = shownStems(meaning);
  const each = countsEach(meaning);
  const isShown = (node: Node): boolean =>
    isSilent(node) ||
    (node.kind === 'word' && isPreposition(node.text)) ||
    (node.kind === 'word' && nounsOf(node.text).some(({ lemma }) => shown.has(stem(lemma)))) ||
    (node.kind !== 'time' && stemsIn(textOf(node)).every((one) => shown.has(one)));
  const isKept = (run: Nodes): boolean => {
    if (run.length === 0) return false;
    if (!isPreposition(run[0]!.text)) return !run.every(isShown);
    const object = run.filter(({ kind, text }) => kind !== 'word' || !isPreposition(text));
    return object.length > 0 && !(each && object.every((node) => EACH.test(node.text) || isShown(node)));
  };
  return runsOf(nodes, times)
    .filter(isKept)
    .map((run) => {
      // «доля педагогов | высшей категории»: what number and unit show already is left out at the head.
      const first = isPreposition(run[0]!.text) ? 0 : run.findIndex((node) => !isShown(node));
      return run.slice(first).map(textOf).join(' ');
    });
}

/** The meaning with the words of its run that its number, unit and population leave out. */
export function withWords(meaning: Indicator, nodes: Nodes, staged = false): Indicator {
  // «Увеличение доли … на 5 %»: the trend is in the bound.
  const trends = meaning.op !== null || meaning.stages.length > 0;
  const rest = trends ? nodes.filter(({ text }) => trendIn(text) === undefined) : nodes;
  const before = qualifiersIn(meaning);
  const found = qualifiersOf(rest, meaning, !staged).filter(
    (one) => !before.some((known) => known.includes(one)),
  );
  return found.length === 0 ? meaning : { ...meaning, qualifiers: [...(meaning.qualifiers ?? []), ...found] };
}

const qualifiersIn = ({ qualifiers = [], parts }: Indicator): readonly string[] => [
  ...qualifiers,
  ...parts.flatMap(qualifiersIn),
];
