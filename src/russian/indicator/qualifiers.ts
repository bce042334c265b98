import type { Indicator } from '../../meaning/indicator.ts';
import { nounsOf } from '../words/lemma.ts';
import { stem } from '../words/stem.ts';
import { wordSet } from '../words/word-set.ts';
import type { Node } from './node.ts';
import type { Nodes } from './statement.ts';
import { isPreposition, isVerb, MEASURE } from './words.ts';

/**
 * Words known to change nothing where they stand alone: joints, what announces a number or sums it up, what names pieces.
 * Every other word of a statement is its number, its rhythm, its unit, its population, or one of its qualifiers.
 */
const SILENT = wordSet(
  'и а также же всего итого общее общая общего общей общий в том числе ед шт экз чел единица единиц единицы штук штука штуки ' +
    'человек человека наименование наименований раз раза показатель показатели значение',
);

const isSilent = (node: Node): boolean => SILENT.has(node.text) || MEASURE.test(node.text);

const CONTENT = new Set<Node['kind']>([
  'word',
  'abbreviation',
  'name',
  'quote',
  'label',
  'ordinal',
  'odd',
  'date',
]);

const stemsIn = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(stem);

/** The stems that unit and population of a meaning (and of its parts) show. */
export function shownStems(meaning: Indicator): ReadonlySet<string> {
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

/** What the nodes say beside what `shown` shows, phrase by phrase; `times`: their times as well. */
export function qualifiersOf(nodes: Nodes, shown: ReadonlySet<string>, times: boolean): readonly string[] {
  const isShown = (node: Node): boolean =>
    isSilent(node) ||
    (node.kind === 'word' && isPreposition(node.text)) ||
    (node.kind === 'word' && nounsOf(node.text).some(({ lemma }) => shown.has(stem(lemma)))) ||
    (node.kind !== 'time' && stemsIn(textOf(node)).every((one) => shown.has(one)));
  return runsOf(nodes, times)
    .filter((run) => run.length > 0)
    .filter(
      (run) =>
        !run.every(isShown) ||
        (isPreposition(run[0]!.text) &&
          run.some(({ text, kind }) => kind !== 'word' || !isPreposition(text))),
    )
    .map((run) => {
      // «доля педагогов | высшей категории»: what number and unit show already is left out at the head.
      const first = isPreposition(run[0]!.text) ? 0 : run.findIndex((node) => !isShown(node));
      return run.slice(first).map(textOf).join(' ');
    });
}

/** The meaning with the words of its run that its number, unit and population leave out. */
export function withWords(meaning: Indicator, nodes: Nodes, staged = false): Indicator {
  const found = qualifiersOf(nodes, shownStems(meaning), !staged);
  return found.length === 0 ? meaning : { ...meaning, qualifiers: [...(meaning.qualifiers ?? []), ...found] };
}
