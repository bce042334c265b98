import type { PlanPeriod } from '../../meaning/period.ts';
import type { Token } from '../text/token.ts';
import { isAdjective } from '../words/adjective.ts';
import { knownNounsOf } from '../words/lemma.ts';
import { does, wordRole } from '../words/lexicon.ts';
import type { NounKind } from '../words/noun.ts';
import { readNumeral } from '../words/numerals.ts';
import { isShortParticiple } from '../words/statement.ts';
import { type Nodes, quantityPlaces, rhythmNodes } from './node.ts';
import { readNumbers } from './numbers.ts';
import { opensDocument } from './papers.ts';
import { type NounPhrase, phraseAt, subjectAt } from './phrase.ts';
import { type IndicatorReading, joined, readEach, refused, understood } from './refusals.ts';
import { areStages } from './stages.ts';
import { isRefused, nodesOf } from './statement.ts';

type Period = PlanPeriod | undefined;

/** What stands outside the brackets of a statement, and what the brackets add to it. */
export function readWithBrackets(tokens: readonly Token[], period: Period): IndicatorReading {
  const again = (run: readonly Token[]) => readWithBrackets(run, period);
  const cut = afterBrackets(tokens);
  if (cut > 0) return readEach([tokens.slice(0, cut), tokens.slice(cut + 1)], again);
  if (hasMinus(tokens)) return refused('minus', tokens);
  const { main, groups } = bracketsOf(tokens);
  if (main.length === 0 && groups.length > 0) return again(groups.flat());
  const nodes = nodesOf(main, period);
  if (isRefused(nodes)) return nodes;
  const inner: { group: readonly Token[]; nodes: Nodes }[] = [];
  for (const group of groups) {
    const made = nodesOf(group, period);
    if (isRefused(made)) return made;
    inner.push({ group, nodes: made });
  }
  const numbered = inner.filter((one) => quantityPlaces(one.nodes).length > 0);
  const places = quantityPlaces(nodes);
  const own = rhythmNodes(nodes)[0]?.rhythm;
  if (numbered.length === 0) {
    // «30 % (2022 г.), 50 % (2023 г.)»: the brackets hold the times of the stages.
    if (places.length > 1 && inner.some((one) => one.nodes.some(({ kind }) => kind === 'time')))
      return readTimed(tokens, period);
    const lent = inner.flatMap((one) => rhythmNodes(one.nodes))[0]?.rhythm;
    return readNumbers(nodes, own ?? (places.length < 2 ? lent : undefined), period);
  }
  if (numbered.every(({ group }) => isHours(group))) return readNumbers(nodes, own, period);
  const [only, ...others] = numbered;
  if (others.length === 0 && places.length === 1) {
    const quantity = nodes[places[0]!]!.quantity!;
    // «Команды (не менее трёх представителей) из 100 % школ»: a count, and a share of those who must have it.
    if (quantity.percent && quantity.lead === 'из')
      return readEach(
        [
          () => readBracketed(nodes.slice(0, places[0]), only!.nodes, period),
          () => readNumbers(nodes, own, period),
        ],
        (one) => one(),
      );
    if (restates(nodes, only!.nodes, period)) return readNumbers(nodes, own, period);
    if (sharesToo(nodes, only!.nodes)) return readBracketedShare(nodes, only!.nodes, period);
  }
  if (others.length > 0 || places.length > 0) {
    const at = bracketCut(tokens);
    if (at !== undefined) return readEach([tokens.slice(0, at), tokens.slice(at + 1)], again);
    return refused('second-number-in-brackets', only!.group);
  }
  return readBracketed(nodes, only!.nodes, period);
}

/** «-5 %»: less by five, or a bullet before five. */
export const hasMinus = ([sign, number, percent]: readonly Token[]): boolean =>
  sign?.kind === 'dash' &&
  number?.kind === 'number' &&
  sign.at[1] === number.at[0] &&
  percent?.kind === 'percent';

/** «Совещания (1 раз в месяц), | протоколы»: a document begins after what the brackets add to the words before. */
const afterBrackets = (tokens: readonly Token[]): number =>
  tokens.findIndex(
    ({ kind }, at) => kind === 'comma' && tokens[at - 1]?.kind === 'close' && opensDocument(tokens, at + 1),
  );

/** Bracketed groups apart from the rest; «12 (двенадцать)» stays whole, an unclosed bracket runs to the end. */
function bracketsOf(tokens: readonly Token[]): {
  main: readonly Token[];
  groups: readonly (readonly Token[])[];
} {
  const main: Token[] = [];
  const groups: Token[][] = [];
  let depth = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === 'open') {
      const length = depth === 0 ? repeatedLength(tokens, at) : 0;
      if (length > 0) {
        main.push(...tokens.slice(at, at + length + 2));
        at += length + 1;
        continue;
      }
      const sign =
        (tokens[at + 1]?.kind === 'percent' || does(tokens[at + 1]?.text ?? '', 'percents')) &&
        tokens[at + 2]?.kind === 'close';
      if (depth === 0 && sign) {
        main.push(tokens[at + 1]!);
        at += 2;
        continue;
      }
      if (depth === 0) groups.push([]);
      depth += 1;
    } else if (token.kind === 'close') depth = Math.max(0, depth - 1);
    else if (depth === 0) main.push(token);
    else groups.at(-1)!.push(token);
  }
  // «(… проекта 0»: the closing bracket itself read as a nought by the scanner.
  const open = depth > 0 ? groups.at(-1) : undefined;
  if (open && open.length > 1 && open.at(-1)!.raw === '0') open.pop();
  return { main, groups: groups.filter((group) => group.length > 0) };
}

/** «12 (двенадцать)», «двенадцать (12)»: how many tokens of the bracket repeat the number before it. */
function repeatedLength(tokens: readonly Token[], at: number): number {
  if (at === 0) return 0;
  const digits = tokens[at + 1]?.kind === 'number' && readNumeral([tokens[at - 1]!.text], 0) !== undefined;
  const words = tokens.slice(at + 1, at + 6).map(({ text }) => text);
  const spelled = tokens[at - 1]!.kind === 'number' ? readNumeral(words, 0)?.length : undefined;
  const length = digits ? 1 : (spelled ?? 0);
  return tokens[at + 1 + length]?.kind === 'close' ? length : 0;
}

/** «(72 часа)»: how long it takes. */
const isHours = (group: readonly Token[]): boolean =>
  wordRole(group.at(-1)!.text)?.role === 'hour' && group.length <= 5;

const read = (nodes: Nodes, period: Period): IndicatorReading =>
  readNumbers(nodes, rhythmNodes(nodes)[0]?.rhythm, period);

/** The number stands in brackets after what it measures: «школьные команды (не менее трёх представителей)». */
function readBracketed(main: Nodes, group: Nodes, period: Period): IndicatorReading {
  const alone = read(group, period);
  const holder = phraseAt(main, isShortParticiple(main[0]!.text) ? 1 : 0, 'nN');
  if (alone.understood && (alone.meaning.unit !== null || alone.meaning.kind === 'compound')) {
    const { meaning } = alone;
    return meaning.kind === 'count' && meaning.of === null && holder
      ? understood({ ...meaning, of: holder.full })
      : alone;
  }
  const whole = [...main, ...group];
  const quantities = quantityPlaces(whole).map((at) => whole[at]!.quantity!);
  const bounded =
    quantities.every(({ op, percent }) => op !== null || percent) ||
    rhythmNodes(whole).length > 0 ||
    (holder !== undefined && countsHolder(main, holder, group));
  // «Банк практик (не менее 10)»: of one bank ten what?
  const single = holder?.head.kind === 'document' && !holder.head.cases.includes('N') && holds(main, holder);
  const several = quantities.some(({ value, percent, times }) => value > 1 && !percent && !times);
  return bounded && !(single && several) ? read(whole, period) : refused('number-in-brackets', group);
}

/** «Банк практик», «План мероприятий» hold many things; «Программа повышения квалификации» is one itself. */
const holds = (main: Nodes, holder: NounPhrase): boolean =>
  does(holder.head.lemma, 'container') || phraseAt(main, holder.headEnd, 'G') !== undefined;

/** «Справки (5)», «Приказы (2 шт.)»: things in the plural, and in the brackets only their number. */
function countsHolder(main: Nodes, holder: NounPhrase, group: Nodes): boolean {
  const plain = group[0]!.kind === 'quantity' && group.slice(1).every(({ text }) => does(text, 'piece'));
  return plain && holder.head.cases.includes('N') && holder.headEnd === main.length;
}

/** «100 % ШНОР (8 школ)»: a share, and in brackets how many that is. */
function restates(nodes: Nodes, group: Nodes, period: Period): boolean {
  const [at, ...more] = quantityPlaces(group);
  if (at !== 0 || more.length > 0 || rhythmNodes(group).length > 0 || group.length > 3) return false;
  const own = nodes[quantityPlaces(nodes)[0]!]!.quantity!;
  const other = group[0]!.quantity!;
  if (!own.percent || other.percent || other.op !== null || other.max !== null || other.lead !== null)
    return false;
  const first = read(nodes, period);
  const again = read(group, period);
  if (!first.understood || first.meaning.unit === null || !again.understood) return false;
  return again.meaning.unit === null || isSamePopulation(first.meaning.unit, again.meaning.unit);
}

const kindOf = (unit: string): NounKind | undefined => {
  const [word = ''] = unit.split(' ').filter((one) => !isAdjective(one.toLowerCase()));
  return word === word.toUpperCase() ? 'body' : knownNounsOf(word.replaceAll('ё', 'е'))[0]?.kind;
};

/** Both are people, or both are schools and their like. */
function isSamePopulation(unit: string, again: string): boolean {
  const kind = kindOf(unit);
  return (kind === 'person' || kind === 'body') && kindOf(again) === kind;
}

/** «12 педагогов (50 %)»: a count, and the share that is. */
function sharesToo(nodes: Nodes, group: Nodes): boolean {
  const own = nodes[quantityPlaces(nodes)[0]!]!.quantity!;
  const [at, ...more] = quantityPlaces(group);
  const other = group[0]!.quantity;
  return at === 0 && more.length === 0 && !own.times && !own.percent && other!.percent;
}

/** Reads both; the share is of what is counted where it names nobody («40 % от общего числа»). */
function readBracketedShare(nodes: Nodes, group: Nodes, period: Period): IndicatorReading {
  const [first, second] = [read(nodes, period), readShare(group, period)];
  if (!first.understood) return first;
  if (!second.understood) return refused('second-number-in-brackets', group);
  const unit = first.meaning.unit ?? second.meaning.unit;
  // «30 % школ (5 педагогов)» are two things.
  const apart =
    first.meaning.unit !== null &&
    second.meaning.unit !== null &&
    !isSamePopulation(first.meaning.unit, second.meaning.unit);
  if (unit === null || apart) return refused('second-number-in-brackets', group);
  return understood(
    joined(
      [first.meaning, second.meaning].map((one) =>
        one.kind === 'percent' && one.unit === null ? { ...one, unit, of: unit } : one,
      ),
    ),
  );
}

/** A share that names nobody but «all of them» is read by its number alone. */
function readShare(group: Nodes, period: Period): IndicatorReading {
  const bare = group.slice(1).every(({ text }) => does(text, 'ofAll'));
  return read(bare ? group.slice(0, 1) : group, period);
}

/** «3 семинара, школьные команды (не менее трёх человек)»: the comma before the noun that the bracket measures. */
function bracketCut(tokens: readonly Token[]): number | undefined {
  const open = tokens.findLastIndex(({ kind }) => kind === 'open');
  const cut = tokens.slice(0, open).findLastIndex(({ kind }) => kind === 'comma');
  if (cut < 1 || tokens.slice(cut, open).some(({ kind }) => kind === 'close')) return undefined;
  const phrase = subjectAt(tokens, cut + 1);
  return phrase?.known && phrase.end <= open ? cut : undefined;
}

/** Brackets that only date the numbers before them are read as if they were not there. */
function readTimed(tokens: readonly Token[], period: Period): IndicatorReading {
  const open = nodesOf(
    tokens.filter(({ kind }) => kind !== 'open' && kind !== 'close'),
    period,
  );
  if (isRefused(open)) return open;
  return areStages(open) ? read(open, period) : refused('several-numbers', tokens);
}
