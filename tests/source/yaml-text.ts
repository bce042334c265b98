import fc from 'fast-check';

/** Pieces that YAML files of people, and the mistakes in them, are made of. */
const WORDS = [
  'Провести', 'март–апрель', 'школа', '№ 3', 'Сайт «500+»', 'a', 'b', 'kind', 'plan', 'number', '1', '1.10', '127',
  '0127', '-5', '+3', '.5', '1e3', '0x1F', '0o17', '-0', '.inf', '-.INF', '.nan', 'true', 'False', 'null', '~', 'no', 'да',
  '2021-04-22', '22.04.2021', 'https://edu.example/a#b', 'приказ от 5 мая', 'x:y', 'a b', "it's", 'и/или', '60%', '(и)',
  '„Кавычки“', 'a\u00a0b', '🙂', '__proto__', 'constructor', '', '500+', 'ё',
]; // biome-ignore format: a list
const word = fc.constantFrom(...WORDS);

/** Characters a scalar may hold in each style; mostly harmless, sometimes not. */
const single = word.map((text) => `'${text.replaceAll("'", "''")}'`);
const double = word.map((text) => `"${text}"`);
const escaped = fc.constantFrom(
  '"a\\nb"',
  '"\\u0410\\x41"',
  '"\\""',
  '"\\\\ x"',
  '"\\ud83d\\ude42"',
  '"tab\\tb"',
  '"\\q"',
);
const folds = fc.constantFrom(
  'a\n      b', 'a\n\n      b', "'a  \n      b'", '"a\n\n      b \\n  \n      c"', '"a\\\n      b"', 'a\n  b', "'x\n y'",
); // biome-ignore format: a list
const blocks = fc.constantFrom(
  '|\n      раз\n      два\n',
  '|-\n      раз\n\n        два\n      три\n\n',
  '>\n      раз\n      два\n\n      три\n        четыре\n      пять\n\n',
  '>-\n      раз\n\n\n      два\n',
  '>+\n      раз\n       \n      два\n\n\n',
  '|+\n      раз\n\n\n',
  '|2\n        раз\n',
  '>\n\n      раз # нет\n      - два: три\n',
  '|-\n      раз',
); // biome-ignore format: a list
const flow = fc.oneof(
  fc.array(word, { maxLength: 3 }).map((words) => `[${words.join(', ')}]`),
  fc
    .array(fc.tuple(word, word), { maxLength: 3 })
    .map((pairs) => `{${pairs.map((p) => p.join(': ')).join(', ')}}`),
  fc.constantFrom(
    '[]',
    '{}',
    '[[a], {b: c}]',
    '[a,\n      b]',
    '[a, ]',
    '{a: [b, {c: "d"}], e: f}',
    '{a}',
    '[a: b]',
    '{"a":b}',
  ),
);
const odd = fc.constantFrom(
  '&a x', '*a', '!!str x', '! x', 'a: b', '- x', '# comment', 'a # c', 'a #c', 'a  # c', '@x', '`x`', '%x', '? a', ': a',
  '"a', "'a", '[a', '{a: b', '"a" b', '\ta', 'a\tb', '---', '...', '|', '>-', 'a\r', '«a: b»', '- - a', '"a": b', '!x y',
); // biome-ignore format: a list

export const scalar = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 2, arbitrary: single },
  { weight: 2, arbitrary: double },
  { weight: 1, arbitrary: escaped },
  { weight: 2, arbitrary: folds },
  { weight: 2, arbitrary: blocks },
  { weight: 3, arbitrary: flow },
);

const KEYS = [
  'kind',
  'number',
  'action',
  'when',
  'Срок',
  '"key"',
  "'k k'",
  '2021',
  'ключ с пробелом',
  'a',
  'b',
  'c',
  'd',
];
const ENDS = ['', '', '', '', '', ' ', '  # comment', '\n', '\n# comment', '\n      # comment'];

/** Lines of a block document: mostly well indented, mostly well formed. */
function block(depth: number, indent: number): fc.Arbitrary<string[]> {
  const pad = ' '.repeat(indent);
  const end = fc.constantFrom(...ENDS);
  const leaf = fc.oneof({ weight: 30, arbitrary: scalar }, { weight: 1, arbitrary: odd });
  const inner = depth > 0 ? block(depth - 1, indent + 2) : undefined;
  const inline = inner?.map((lines) => lines.map((line, i) => (i === 0 ? line.trimStart() : line)));
  const pair = fc
    .tuple(fc.constantFrom(...KEYS), leaf, end)
    .map(([key, value, tail]) => `${pad}${key}: ${value}${tail}`);
  const nested =
    inner && fc.tuple(fc.constantFrom(...KEYS), inner).map(([key, lines]) => [`${pad}${key}:`, ...lines]);
  const entry = fc.tuple(leaf, end).map(([value, tail]) => `${pad}- ${value}${tail}`);
  const item = inline?.map((lines) => [`${pad}- ${lines[0] ?? ''}`, ...lines.slice(1)]);
  const map = fc.array(
    nested
      ? fc.oneof({ weight: 3, arbitrary: pair.map((line) => [line]) }, nested)
      : pair.map((line) => [line]),
    { minLength: 1, maxLength: 4 },
  );
  const list = fc.array(
    item
      ? fc.oneof({ weight: 1, arbitrary: entry.map((line) => [line]) }, { weight: 2, arbitrary: item })
      : entry.map((line) => [line]),
    { minLength: 1, maxLength: 4 },
  );
  return fc.oneof({ weight: 3, arbitrary: map }, { weight: 2, arbitrary: list }).map((lines) => lines.flat());
}

export const document = fc
  .tuple(
    block(3, 0),
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
    fc.constantFrom('', '---\n', '# c\n', '\n'),
    fc.boolean(),
  )
  .map(([lines, eol, head, last]) => (head + lines.join('\n') + (last ? '\n' : '')).replaceAll('\n', eol));

/** A text with a few random injuries: a piece left out, doubled, or another put in. */
export function injured(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    ' ',
    '  ',
    '\n',
    ':',
    ': ',
    '-',
    '- ',
    '#',
    ' #',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '|',
    '>',
    '\t',
    '&',
    '*',
    '!',
    '?',
    '%',
    '\r',
    '~',
    '.',
    '0',
  );
  const injury = fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat({ max: 3 }),
    piece,
    fc.boolean(),
  );
  return fc.tuple(texts, fc.array(injury, { minLength: 1, maxLength: 3 })).map(([text, injuries]) =>
    injuries.reduce((result, [where, length, put, keep]) => {
      const at = Math.floor(where * result.length);
      return result.slice(0, at) + (keep ? put : '') + result.slice(at + length);
    }, text),
  );
}
