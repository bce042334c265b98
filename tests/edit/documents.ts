import fc from 'fast-check';
import { type Document, isCollection, isPair, isScalar, parseDocument, stringify, visit } from 'yaml';
import { dataOf } from '../../src/edit/data.ts';
import { isSameData } from '../../src/edit/same.ts';

/** Texts that YAML trips over, and texts of real plans. */
const text = fc.oneof(
  fc.constantFrom(
    'Утвердить план',
    'до 20 октября',
    '1.10',
    '2021-04-22',
    '22.04.2021',
    'no',
    '~',
    '- список',
    'а: б',
    'а #б',
    '#',
    "'",
    '"',
    'Не менее "двух" встреч: № 3, № 4',
    'x'.repeat(130),
    'слово '.repeat(30).trim(),
    `${'слово '.repeat(20)} два  пробела`,
    'строка\nвторая',
    'строка\n\nтретья',
    'с переводом\n',
    ' отступ',
    'хвост ',
    '\ttab',
    'a\tb',
    '{a}',
    '[1, 2]',
    '&a',
    '*b',
    '!x',
    '%',
    '@',
    '—',
    '«ёлочки»',
    '🎓',
    '12:30',
    '0x1F',
    '1e3',
    '.5',
    'null',
    'true',
    '>=',
    '<=',
    '=',
    '|',
    '>',
    '? a',
    ': b',
    'a:',
    '---',
    '...',
    'a\u00a0b',
    '\u00a0',
    '\u2028',
    '\u0007',
    '=1+1',
    'длинный: текст '.repeat(10).trim(),
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

const scalar = fc.oneof({ weight: 4, arbitrary: text }, fc.integer(), fc.boolean(), fc.constant(null));
const key = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'number',
      'action',
      'when',
      'executors',
      'indicators',
      'items',
      'sections',
      'title',
      'note',
      'order',
    ),
  },
  fc.constantFrom('комитет', '2021', '№ п/п', 'a b', '1.6'),
);

const { value } = fc.letrec<{ value: unknown; list: unknown[]; map: Record<string, unknown> }>((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
}));

/** Data like that of plans, and stranger. */
export const data: fc.Arbitrary<Record<string, unknown>> = fc
  .record(
    {
      title: text,
      items: fc.array(value, { maxLength: 3 }),
      executors: value,
      sections: value,
      order: value,
    },
    { requiredKeys: [] },
  )
  .map((rest) => ({ kind: 'plan', id: 'a', ...rest }));

export const anyValue = value;

const layout = fc.record({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  singleQuote: fc.constantFrom(true, false, null),
  lineWidth: fc.constantFrom(0, 60),
  defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
});

/** A text of the data as some author might have laid it out: flow and block, comments, blank lines, CRLF. */
export const written: fc.Arbitrary<{ value: Record<string, unknown>; text: string }> = fc
  .tuple(data, layout, fc.array(fc.nat({ max: 9 }), { minLength: 8, maxLength: 40 }), fc.boolean())
  .map(([plain, options, dice, crlf]) => {
    const document = parseDocument(stringify(plain, { lineWidth: 0 })) as Document;
    let turn = 0;
    const roll = (): number => dice[turn++ % dice.length] as number;
    visit(document, {
      Node(at, node) {
        if (isCollection(node)) {
          if (roll() === 0) node.flow = true;
          return;
        }
        if (at === 'key' || !isScalar(node)) return;
        if (roll() === 0) node.comment = ` рядом ${turn}`;
      },
      Pair(_, pair) {
        if (!isPair(pair) || !isScalar(pair.key)) return;
        if (roll() === 1) pair.key.commentBefore = ` над ${turn}\n и ещё`;
        if (roll() === 2) pair.key.spaceBefore = true;
      },
    });
    const made = document.toString(options as never);
    return { value: plain, text: crlf ? made.replaceAll('\n', '\r\n') : made };
  })
  // The package does not always read back what it writes (comments inside brackets).
  .filter(({ value, text }) => isReadable(text, value));

function isReadable(text: string, value: unknown): boolean {
  const data = dataOf(text);
  return 'value' in data && isSameData(data.value, value);
}
