import type { Indicator } from '../../meaning/indicator.ts';
import { type Cursor, cursorAt } from '../grammar/cursor.ts';
import { tableOf } from '../grammar/engine.ts';
import type { Token } from '../text/token.ts';
import { isAdjective, isGenitiveAdjective } from '../words/adjective.ts';
import { nounsOf } from '../words/lemma.ts';
import { LETTERS, NUMBERS } from '../words/letters.ts';
import { does } from '../words/lexicon.ts';
import { ANY_CASE } from '../words/noun.ts';
import { isEvery, isMeasure, isPreposition, isVerb, trendIn } from '../words/statement.ts';
import { stem } from '../words/stem.ts';
import { cursorOn, type Node, type Nodes } from './node.ts';
import { phraseAt, subjectAt } from './phrase.ts';
import { type IndicatorReading, type RefusalId, refused } from './refusals.ts';

/** Words that take back, limit or double what a statement asks for. */
const PROVISO = tableOf<RefusalId>({
  rows: [
    ['exclusion', 'exception', 'кроме'],
    ['not ("считая" / "включая")', 'exception', 'не считая'],
    ['without "учета"', 'exception', 'без учёта'],
    ['restriction', 'restriction', 'только'],
    ['"в" "основном"', 'restriction', 'в основном'],
    ['condition', 'condition', 'если'],
    ['at given', 'condition', 'при наличии'],
    ['at sufficient "финансировании"', 'condition', 'при должном финансировании'],
    ['at ~достаточн~', 'condition', 'при достаточной'],
    ['"в" ("случае" / "зависимости")', 'condition', 'в случае'],
    ['"в" "пределах" means', 'condition', 'в пределах средств'],
    ['by ("возможности" / "мере" / "желанию")', 'condition', 'по возможности'],
    ['by ("требованию" / "запросу" / "потребности")', 'condition', 'по требованию'],
    ['"исходя" "из"', 'condition', 'исходя из'],
    ['by "необходимости"', 'schedule', 'по необходимости'],
    ['"факт" (dash / colon)', 'fact', 'факт:'],
    ['(not / "почти" / "практически") all', 'some-of-all', 'не все'],
  ],
});

/** The first words that take back, limit or double what a statement asks for, as the reason it is not read. */
export function provisoOf(tokens: readonly Token[]): IndicatorReading | undefined {
  const c = cursorAt('', tokens);
  for (let at = 0; at < tokens.length; at++) {
    c.pos = at;
    const id = PROVISO(c);
    if (id) return refused(id, tokens.slice(at, id === 'some-of-all' ? c.pos : tokens.length));
  }
  return undefined;
}

/** «приказ или распоряжение», «3 семинара или одного»: either would do, which no target can say. */
function alternative(nodes: Nodes, at: number, meaning: Indicator): boolean {
  const { text, kind } = nodes[at]!;
  if (kind === 'slash') return subjectAt(nodes, at + 1)?.known === true;
  if (!does(text, 'or')) return false;
  // «семинаров или вебинаров» are counted together.
  const other = phraseAt(nodes, at + 1, ANY_CASE)?.head.lemma;
  return other === undefined || !namesChoice(meaning, other);
}

const namesChoice = (meaning: Indicator, other: string): boolean =>
  [meaning.unit, meaning.of].some((text) => / или /u.test(text ?? '') && text!.split(' ').includes(other)) ||
  meaning.parts.some((part) => namesChoice(part, other));

/** «занимающихся», «имеющих»: what those are like whom the target is of. */
const takeDescription = (c: Cursor): true | undefined => {
  const node = c.tokens[c.pos];
  if (node?.kind !== 'word' || !isAdjective(node.text) || nounsOf(node.text).length > 0) return undefined;
  c.pos += 1;
  return true;
};

/** Negations and times that nobody claimed, as why the statement is not read; `claimed`: what looks like one and is none. */
const LOOSE = tableOf<RefusalId | 'claimed'>({
  names: { DESCRIBED: '(<description> / every){0,3}' },
  parts: { description: takeDescription },
  rows: [
    ['"ни" / "нет"', 'negation', 'нет'],
    ['not ("имеет" / "имеют")', 'claimed', 'не имеют'],
    [
      'not ("ниже" / "хуже" / "выше") next:word',
      ({ next }) => (isGenitiveAdjective(next.text) ? 'claimed' : 'negation'),
      'не ниже базового',
    ],
    ['not <description>', 'claimed', 'не имеющих'],
    ['not', 'negation', 'не'],
    // «3 семинара (и более)»
    ['@open (and / "или") higher|lower &close', 'bound-of-which', '(|и более|)'],
    // «с базовым уровнем и выше» is said of the level
    ['(and / "или") bound|oftener', 'bound-of-which', 'и чаще'],
    ['"как"? ("минимум" / "максимум")', 'bound-of-which', 'как минимум'],
    ['"весной" / "летом" / "осенью" / "зимой"', 'time-unclear', 'весной'],
    ['loose !<description>', 'time-unclear', 'регулярно'],
    [
      '(by|according / "согласно") DESCRIBED schedule|request',
      // «мероприятий по плану центра»: whose plan they are of.
      (_, c) =>
        c.tokens[c.pos - 1]!.text.startsWith('план') && phraseAt(c.tokens, c.pos, 'gG')
          ? 'claimed'
          : 'schedule',
      'по утверждённому графику',
    ],
    [
      '(in|for|on|by|towards|until|since|through|after) DESCRIBED ' +
        'span:quarter|half|semester|term|decade|week|day|monthWord|month|weekday|weekends|holidays',
      // «в рамках Недели науки»: a capital makes it a name.
      (_, c) => (/^[А-ЯЁ]/u.test(c.tokens[c.pos - 1]!.raw) ? undefined : 'time-unclear'),
      'в каждую среду',
    ],
  ],
});

const isNumeric = ({ kind, parts }: Indicator): boolean =>
  kind === 'count' || kind === 'percent' || kind === 'staged' || parts.some(isNumeric);

const rhythmsIn = ({ per, parts }: Indicator): number =>
  (per === undefined ? 0 : 1) + parts.reduce((sum, part) => sum + rhythmsIn(part), 0);

/** The words of an understood statement that have no place in what it means and may change it, as why it is not read. */
export function unclaimed(nodes: Nodes, meaning: Indicator): IndicatorReading | undefined {
  const numeric = isNumeric(meaning);
  const extra = nodes.filter(({ kind }) => kind === 'rhythm')[rhythmsIn(meaning)];
  if (extra) return refused(numeric ? 'rhythm-of-which' : 'rhythm-without-number', [extra]);
  const c = cursorOn(nodes);
  for (const [at, node] of nodes.entries()) {
    if (node.kind !== 'word' && node.kind !== 'slash') continue;
    if (alternative(nodes, at, meaning)) return refused('alternative', nodes.slice(at));
    c.pos = at;
    const id = LOOSE(c);
    if (id === undefined || id === 'claimed' || (id !== 'negation' && !numeric)) continue;
    if (id !== 'time-unclear' || !isOfUnit(nodes[at + 1], meaning))
      return refused(id, nodes.slice(at, at + 2));
  }
  return undefined;
}

/** «Участие в неделе педагогического мастерства» counts the week itself. */
const isOfUnit = (next: Node | undefined, { unit }: Indicator): boolean =>
  next !== undefined && (unit?.split(' ').map(stem).includes(stem(next.text)) ?? false);

/**
 * Words known to change nothing where they stand alone.
 * Every other word of a statement is its number, its rhythm, its unit, its population, or one of its qualifiers.
 */
const isSilent = ({ text }: Node): boolean => does(text, 'silent') || isMeasure(text);

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
const isEach = ({ text }: Node): boolean => isEvery(text) || does(text, 'single');

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
    return object.length > 0 && !(each && object.every((node) => isEach(node) || isShown(node)));
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

/** For the test that every row is reached by its example. */
export const CLAIM_TABLES = { PROVISO, LOOSE };
