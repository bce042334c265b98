import { describe, expect, it } from 'vitest';
import { decode } from '../../src/source/decode.ts';
import { couldBeDocument } from '../../src/source/discover.ts';
import { locate } from '../../src/source/locate.ts';
import { readDocument } from '../../src/source/read.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Windows-1251, KOI8-R or CP866 by the tables of the platform's own decoder. */
function inCharset(charset: string, text: string): Uint8Array {
  const decoder = new TextDecoder(charset);
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from(text, (char) => table.get(char) ?? 0x3f);
}

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

function read(bytes: Uint8Array | string) {
  const document = readDocument('план.yaml', typeof bytes === 'string' ? utf8(bytes) : bytes);
  return { ...document, rules: document.problems.map(({ rule }) => rule) };
}

const PLAN = 'kind: plan\ntitle: План мероприятий по подготовке школ\nperiod: 2021\n';

describe('files that are no UTF-8 text', () => {
  it.each([
    ['Windows-1251', inCharset('windows-1251', PLAN)],
    ['KOI8-R', inCharset('koi8-r', PLAN)],
    ['DOS (CP866)', inCharset('ibm866', PLAN)],
    ['UTF-16 LE', utf16(PLAN, false, true)],
    ['UTF-16 BE', utf16(PLAN, true, true)],
    ['UTF-16 LE', utf16(PLAN, false, false)],
    ['UTF-16 BE', utf16(PLAN, true, false)],
  ])('%s is recognised, named and can be found', (name, bytes) => {
    const { value, rules, problems } = read(bytes);
    expect(value).toBeUndefined();
    expect(rules).toEqual(['encoding']);
    expect(problems[0]?.message.ru).toBe(`Файл сохранён в кодировке ${name}, а нужна UTF-8`);
    expect(problems[0]?.help).toBeDefined();
    expect(couldBeDocument(bytes)).toBe(true);
    expect(decode(bytes).text.replace('\ufeff', '')).toBe(PLAN);
  });

  it('tells the place of a broken byte', () => {
    const bytes = utf8('kind: plan\ntitle: План\nnote: Ещё\n');
    bytes[Buffer.from(bytes).indexOf(utf8('ан')) + 1] = 0x41;
    const { rules, problems } = read(bytes);
    expect(rules).toEqual(['encoding']);
    expect(problems[0]?.at).toEqual({ file: 'план.yaml', offsets: [20, 21] });
  });

  it('tells the place of a zero byte', () => {
    const { rules, problems } = read(`${PLAN}note: a\0b\n`);
    expect(rules).toEqual(['encoding']);
    expect(problems[0]?.at).toEqual({ file: 'план.yaml', offsets: [PLAN.length + 7, PLAN.length + 8] });
  });

  it.each([
    ['a Word document', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8)],
    ['a PDF', utf8('%PDF-1.7\n%âãÏÓ\0\0')],
    ['an old Word document', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['a picture', Uint8Array.from({ length: 5000 }, (_, i) => (i * 37) % 256)],
  ])('%s is told to be none', (_, bytes) => {
    const { value, rules } = read(bytes);
    expect(value).toBeUndefined();
    expect(rules).toEqual(['encoding']);
  });

  it('takes a byte order mark and CRLF', () => {
    const bytes = utf8(`\ufeff${PLAN.replaceAll('\n', '\r\n')}`);
    expect(read(bytes)).toMatchObject({ kind: 'plan', rules: [], value: { period: 2021 } });
    expect(decode(bytes)).toMatchObject({ bom: true, fault: undefined });
  });
});

describe('documents made to hurt', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
    .split('')
    .map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]}, `.repeat(9)}*${'abcdefgh'[i]}]\n`)
    .join('')}kind: plan\n`;

  const deepMap = Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('');

  it.each([
    ['an alias bomb', bomb],
    ['many aliases of something large', `a: &a [${'b, '.repeat(2000)}b]\nc: [${'*a, '.repeat(500)}*a]\n`],
    ['an alias of itself', 'a: &a [*a]\n'],
    ['an unknown alias', 'a: [*nobody, b]\n'],
    ['deep brackets', `a: ${'['.repeat(100_000)}`],
    ['deep closed brackets', `a: ${'['.repeat(5000)}${']'.repeat(5000)}\n`],
    ['deep braces', `${'{a: '.repeat(50_000)}\n`],
    ['deep dashes', `${'- '.repeat(50_000)}a\n`],
    ['deep maps', deepMap],
    ['65 levels', `a: ${'['.repeat(65)}${']'.repeat(65)}\n`],
    ['__proto__', '__proto__: {polluted: true}\nkind: plan\n'],
    ['__proto__ within', 'kind: plan\nexecutors:\n  "__proto__": {name: a}\n'],
    ['a lone carriage return', 'kind: plan\rtitle: a\r'],
    ['an escape sequence', 'kind: plan\ntitle: "a"\nnote: \x1b[31mкрасный\x1b[0m\n'],
    ['a file of colons', ': '.repeat(20_000)],
    ['a file of quotes', '"\n'.repeat(3000)],
    ['a file of question marks', '? '.repeat(3000)],
    ['a list as a key', '? [a, b]\n: c\n'],
  ])('%s: a clear finding, no value that was not meant', (_, text) => {
    const { rules, problems } = read(text);
    expect(rules.length).toBeGreaterThan(0);
    expect(new Set(rules)).toEqual(new Set(['syntax']));
    for (const { at } of problems) {
      if ('offsets' in at) expect(at.offsets[1]).toBeLessThanOrEqual(text.length);
    }
    expect(() => locate(text)).not.toThrow();
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('never gives __proto__ away', () => {
    expect(read('__proto__: {polluted: true}\nkind: plan\n')).toMatchObject({
      value: undefined,
      kind: 'plan',
    });
  });

  it.each([
    ['a line of a million letters', `kind: plan\ntitle: ${'я'.repeat(1_000_000)}\n`],
    ['a million blanks', `kind: plan\ntitle: a${' '.repeat(1_000_000)}\n`],
    ['a hundred thousand lines in one text', `kind: plan\ntitle: a\n${'  б\n'.repeat(100_000)}`],
    ['a hundred thousand entries', `kind: plan\nlist:\n${'  - б\n'.repeat(100_000)}`],
    ['odd keys of objects', 'kind: plan\nconstructor: a\ntoString: b\nhasOwnProperty: c\n'],
    ['escape sequences in quotes', 'kind: plan\ntitle: "\\e[31m\\u202e"\n'],
    ['aliases within the bound', `kind: plan\na: &x {b: c}\nlist: [${'*x, '.repeat(500)}*x]\n`],
  ])('%s: read', (_, text) => {
    expect(read(text)).toMatchObject({ kind: 'plan', rules: [] });
  });

  it('refuses a file beyond measure without reading it', () => {
    const bytes = Buffer.alloc(33 * 1024 * 1024, 0x20);
    expect(read(bytes)).toMatchObject({ value: undefined, rules: ['syntax'] });
  });
});
