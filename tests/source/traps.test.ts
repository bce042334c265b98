import { describe, expect, it } from 'vitest';
import { locate, placeOf } from '../../src/source/locate.ts';
import { readDocument } from '../../src/source/read.ts';

/** A text whose mistakes are marked: ⟦place⟧. */
function marked(source: string): { text: string; places: string[] } {
  const places: string[] = [];
  const text = source.replace(/[⟦⟧]/g, '');
  let removed = 0;
  for (const { 0: sign, index } of source.matchAll(/[⟦⟧]/g)) {
    if (sign === '⟦') places.push(String(index - removed));
    else places.push(`${places.pop()}-${index - removed}`);
    removed++;
  }
  return { text, places };
}

function read(text: string) {
  const { value, problems } = readDocument('a.yaml', new TextEncoder().encode(text));
  return {
    value,
    problems,
    places: problems.map(({ at }) => ('offsets' in at ? at.offsets.join('-') : 'a route')),
    rules: [...new Set(problems.map(({ rule }) => rule))],
  };
}

/** Name, text with the mistakes marked, what is read. */
const CASES: readonly (readonly [string, string, unknown])[] = [
  ['a colon in a text', 'title: Срок⟦:⟧ март\nb: y\n', { title: 'Срок: март', b: 'y' }],
  ['two colons in a text', 'title: Срок⟦:⟧ март: да\n', { title: 'Срок: март: да' }],
  ['a colon at the end of a text', 'a: Утвердить⟦:⟧\nb: c\n', { a: 'Утвердить:', b: 'c' }],
  ['a colon in a further line', 'a: Разработать\n  порядок⟦:⟧ утвердить\nb: c\n', { a: 'Разработать порядок: утвердить', b: 'c' }],
  ['a colon in an entry', 'indicators:\n  - Срок⟦:⟧ март\n', { indicators: ['Срок: март'] }],
  ['a colon at the end of an entry', 'clauses:\n  - Утвердить⟦:⟧\n  - б\n', { clauses: ['Утвердить:', 'б'] }],
  ['a colon in a flow list', 'indicators: [Срок⟦:⟧ март, б]\n', { indicators: ['Срок: март', 'б'] }],
  ['a colon in a flow map', 'a: {text: Срок⟦:⟧ март, b: c}\n', { a: { text: 'Срок: март', b: 'c' } }],
  ['a text that became a map', 'action:\n  Срок⟦:⟧ март\n', { action: 'Срок: март' }],
  ['typographic quotes around a colon', 'title: “Срок⟦:⟧ март”\n', { title: '“Срок: март”' }],
  ['typographic quotes around a number', 'items:\n  - number: ⟦“1.6”⟧\n', { items: [{ number: '1.6' }] }],
  ['a comma in a flow list', 'evidence: [приказ от 5 мая⟦,⟧ № 3]\n', { evidence: ['приказ от 5 мая, № 3'] }],
  ['a comma before a small letter', 'indicators: [Не менее двух⟦,⟧ но не более трёх]\n', { indicators: ['Не менее двух, но не более трёх'] }],
  ['a comma in a flow map', 'a: {text: Провести⟦,⟧ затем ещё, b: c}\n', { a: { text: 'Провести, затем ещё', b: 'c' } }],
  ['a number sign in a flow list', 'a: [приказ ⟦#3⟧, б]\nb: c\n', { a: ['приказ #3', 'б'], b: 'c' }],
  ['a glued number sign', 'action: Приказ ⟦#3 от 5 мая⟧\n', { action: 'Приказ #3 от 5 мая' }],
  ['a torn quotation', 'action: Сайт «Школа  ⟦# 5» в сети⟧\n', { action: 'Сайт «Школа  # 5» в сети' }],
  ['a tab', 'items:\n  - number: "1"\n⟦\t⟧action: x\n', { items: [{ number: '1', action: 'x' }] }],
  ['tabs in a row', 'a:\n⟦\t⟧b: c\n\td: e\nf: g\n', { a: { b: 'c', d: 'e' }, f: 'g' }],
  ['no-break blanks as an indent', 'items:\n⟦\u00a0\u00a0⟧- a: 1\nb: 2\n', { items: [{ a: 1 }], b: 2 }],
  ['a line too deep', 'l:\n  - a: "1"\n⟦     ⟧b: x\n  - a: 2\n', { l: [{ a: '1', b: 'x' }, { a: 2 }] }],
  ['a line too deep after a text', 'a: x\n⟦ ⟧b: y\nc: z\n', { a: 'x', b: 'y', c: 'z' }],
  ['a line not deep enough', 'l:\n  - a: 1\n⟦   ⟧b: x\n  - a: 2\n', { l: [{ a: 1, b: 'x' }, { a: 2 }] }],
  ['an item not deep enough', 'l:\n  - a: 1\n⟦ ⟧- a: 2\n   b: x\nz: 1\n', { l: [{ a: 1 }, { a: 2, b: 'x' }], z: 1 }],
  ['a block text not deep enough', 'a: |\n  x\n⟦ ⟧y\nb: c\n', { a: 'x\ny\n', b: 'c' }],
  ['an indented first line', '⟦ ⟧a: 1\nb: 2\n', { a: 1, b: 2 }],
  ['no blank after a colon', 'a: 1\nwhen⟦:⟧март\nb: 2\n', { a: 1, when: 'март', b: 2 }],
  ['no blank after the first colon', 'l:\n  - number⟦:⟧"1"\n    b: x\n', { l: [{ number: '1', b: 'x' }] }],
  ['a no-break blank after a colon', 'a: 1\nwhen⟦:⟧\u00a0март\nb: 2\n', { a: 1, when: 'март', b: 2 }],
  ['no blank after a colon in a flow map', 'a: {field⟦:⟧number, b: c}\n', { a: { field: 'number', b: 'c' } }],
  ['a wide colon', 'a⟦：⟧ 1\nb: 2\n', { a: 1, b: 2 }],
  ['no blank after dashes', 'indicators:\n  ⟦-⟧Первое\n  -Второе\nb: 1\n', { indicators: ['Первое', 'Второе'], b: 1 }],
  ['no blank after the dash of an item', 'l:\n  ⟦-⟧number: "1"\n   b: x\nz: 1\n', { l: [{ number: '1', b: 'x' }], z: 1 }],
  ['other dashes', 'indicators:\n  ⟦–⟧ Первое\n  – Второе\n', { indicators: ['Первое', 'Второе'] }],
  ['a dash on the line of its key', 'a: ⟦-⟧ что\nb: c\n', { a: '- что', b: 'c' }],
  ['a missing dash', 'l:\n  - b\n  ⟦c⟧: d\ne: f\n', { l: ['b', { c: 'd' }], e: 'f' }],
  ['an entry without a list', 'a: 1\n⟦-⟧ b\nc: d\n', undefined],
  ['an unclosed quote', 'a: ⟦"⟧текст\nb: "c"\nd: e\n', { a: 'текст', b: 'c', d: 'e' }],
  ['an unclosed single quote', "a: ⟦'⟧текст\nb: c\n", { a: 'текст', b: 'c' }],
  ['a quote closed typographically', 'a: ⟦"⟧Текст»\nb: c\n', { a: 'Текст»', b: 'c' }],
  ['a text after its quotes', 'a: "500+" ⟦проект⟧\nb: c\n', { a: '"500+" проект', b: 'c' }],
  ['a text that begins with a bracket', 'a: ⟦[1]⟧ Провести\nb: c\n', { a: '[1] Провести', b: 'c' }],
  ['an unclosed bracket', 'a: ⟦[⟧x, y\nb: c\n', { a: ['x', 'y'], b: 'c' }],
  ['an unclosed brace', 'l:\n  - ⟦{⟧x: y\n  - {x: 1}\n', { l: [{ x: 'y' }, { x: 1 }] }],
  ['a bracket too many', 'a: [x, y]⟦]⟧\nb: c\n', { a: ['x', 'y'], b: 'c' }],
  ['an unknown escape', 'a: "C:⟦\\п⟧уть"\nb: c\n', { a: 'C:\\путь', b: 'c' }],
  ['a line that is nothing', 'a: 1\n⟦просто строка⟧\nb: c\n', { a: 1, b: 'c' }],
  ['a key that stands twice', 'a: 1\nb: 2\n⟦a⟧: 3\n', { a: 3, b: 2 }],
  ['a second document', 'a: 1\n⟦---⟧\nb: 2\n', { a: 1 }],
  ['a day that lost a zero', 'items:\n  - when: ⟦15.10⟧\n', { items: [{ when: '15.10' }] }],
  ['a number in a list of texts', 'indicators: [⟦1e3⟧, б]\n', { indicators: ['1e3', 'б'] }],
  ['a number after another number sign', 'action: Приказ ⟦# 3 от 5 мая⟧\n', { action: 'Приказ # 3 от 5 мая' }],
  ['a number sign in a text that goes on below', 'action: Семинар ⟦#3⟧\n  для школ\nwhen: Май\n', { action: 'Семинар #3 для школ', when: 'Май' }],
  ['a number that lost a zero', 'items:\n  - number: ⟦1.10⟧\n', { items: [{ number: '1.10' }] }],
  ['a number that lost its zeros', 'order: {number: ⟦0127⟧}\n', { order: { number: '0127' } }],
  ['a number taken for a power', 'number: ⟦1e3⟧\n', { number: '1e3' }],
  ['yes for true', 'facts:\n  - done: ⟦да⟧\n', { facts: [{ done: true }] }],
  ['no for false', 'facts:\n  - done: ⟦no⟧\n', { facts: [{ done: false }] }],
]; // biome-ignore format: a table

const SIGNS = [
  '@ромашка',
  '`x`',
  '%5',
  '*текст',
  '*два слова',
  '&5 марта',
  '&текст',
  '!важно',
  '? что',
  ', что',
  '> 5 школ',
  '| текст',
  '] x',
];

describe('the traps of YAML', () => {
  it.each(CASES)('%s', (_, source, value) => {
    const { text, places } = marked(source);
    const found = read(text);
    expect(found.places).toEqual(places);
    expect(found.value).toEqual(value);
    expect(found.problems.every(({ help }) => help !== undefined)).toBe(true);
  });

  it.each(CASES)('%s, with CRLF', (_, source, value) => {
    const { text, places } = marked(source.replaceAll('\n', '\r\n'));
    const found = read(text);
    expect(found.places).toEqual(places);
    expect(found.value).toEqual(JSON.parse(JSON.stringify(value ?? null)) ?? undefined);
  });

  it.each(SIGNS)('a text that begins with a sign: %s', (sign) => {
    const found = read(`a: ${sign}\nb: c\n`);
    expect(found.places).toEqual(['3-4']);
    expect(found.value).toEqual({ a: sign, b: 'c' });
  });

  it('all in one run, each at its place, without hiding one another', () => {
    const all = CASES.filter(
      ([name]) =>
        !['a second document', 'an entry without a list', 'an indented first line', 'a wide colon'].includes(
          name,
        ),
    );
    const source = all
      .map(
        ([, one], i) =>
          `k${i}:\n${one
            .trimEnd()
            .split('\n')
            .map((line) => `  ${line}`)
            .join('\n')}\n`,
      )
      .join('');
    const shifted = source.replace(/⟦( +)⟧/g, '⟦$1⟧').replaceAll(/^ {2}⟦(\s+)⟧/gm, '⟦  $1⟧');
    const { text, places } = marked(shifted);
    expect(places.length).toBeGreaterThan(45);
    expect(read(text).places).toEqual(places);
  });

  it('tells both places of a key that stands twice', () => {
    const [problem] = read('a: 1\nb: 2\na: 3\n').problems;
    expect(problem?.related?.map(({ at }) => at)).toEqual([{ file: 'a.yaml', offsets: [0, 1] }]);
  });

  it('calls a text cut at its number sign by its own rule', () => {
    expect(read('action: Приказ #3\n').rules).toEqual(['comment-in-text']);
    expect(read('title: Срок: март\n').rules).toEqual(['syntax']);
  });

  it.each([
    'action: Провести  # до конца мая\n',
    'action: Провести # до конца мая\n',
    'kind: plan #наш\n',
    'period: 2021 # год\n',
    'items: # пункты\n  - number: "1" # первый\n    executors: [моуо, кураторы] # двое\n',
    'value: 0.20\nof: 25\nmax: 1.0\n',
    'done: true\ninfo: нет\nnote: да\n',
    'order: {date: 22.04.2021, number: 127}\nperiod: 2021/22\ndate: 2021-04-22\n',
    'indicators: [приказ, план, «Сайт»]\nexecutors: [Школа №3, моуо]\nlist: [первая задача, вторая задача]\n',
    'glossary:\n  ШНОР: школа\nexecutors:\n  комитет: {name: Комитет}\n',
    'glossary: {ШНОР: школа}\n',
    'a: &x {b: c}\nd: *x\n',
    'url: https://edu.example/a#b\ntime: 10:30\n',
    '---\na: 1\n...\n',
    'number: "1.10"\nitem: 1.6.\n',
    'a: “цитата” в тексте\nb: „и так“\n',
    "a: 'это ''кавычки''' # да\n",
  ])('nothing is wrong in %j', (text) => {
    expect(read(text).problems).toEqual([]);
  });

  it('knows the places of what was mended', () => {
    const text = 'title: Срок: март\na: "текст\nl:\n  - b: 1\n   c: слово\n';
    const tree = locate(text);
    const shown = (...spot: Parameters<typeof placeOf>[1]['route']) => {
      const { start, end } = placeOf(tree, { route: spot });
      return text.slice(start, end);
    };
    expect([shown('title'), shown('a'), shown('l', 0, 'c')]).toEqual(['Срок: март', '"текст', 'слово']);
    const { start, end } = placeOf(tree, { route: ['title'], within: [6, 10] });
    expect(text.slice(start, end)).toBe('март');
  });
});
