import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../../src/finding/finding.ts';
import { runs } from '../lane.ts';
import { REPORTERS } from './every-format.ts';
import { clean, look } from './sample.ts';

/** Pieces a stranger would try: terminal sequences, order of writing, commands of CI servers, marks of every format. */
const piece = fc.constantFrom(
  ...['\u001b[2J', '\u009b31m', '\u0007', '\u0000', '\r', '\n', '\r\n', '\t', '\u2028', '\u2029', '\u0085'],
  ...['\u202e', '\u2066', '\u200f', '\u200b', '\ufeff', '\u00ad', '\u{e0041}', '\ud800', '\udc00', '\ufffe'],
  ...[
    '::error file=a::b',
    '::set-output name=x::y',
    '##[error]z',
    '##vso[task.complete]',
    '%0A',
    '%0D',
    '%',
    ',',
  ],
  ...[
    ':',
    '<b>',
    ']]>',
    '</failure>',
    '&amp;',
    '"',
    "'",
    '`',
    '```',
    '[x](https://e.example)',
    '@all',
    '#1',
    '|',
  ],
  ...['слово', 'пункт 7', ' ', 'й', '\u0301', '日本', '👍🏽'],
);
const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));

const finding: fc.Arbitrary<Finding> = fc
  .record({
    file: text,
    message: text,
    help: text,
    rule: fc.constant('repeated-words'),
    line: text,
    other: text,
  })
  .map(({ file, message, help, rule, line, other }) => ({
    rule,
    severity: 'error',
    message: { ru: message, en: message },
    help: { ru: help, en: help },
    file,
    line: 2,
    column: 1,
    endLine: 2,
    endColumn: line.length + 1,
    frame: { first: 1, lines: ['items:', line] },
    related: [
      {
        file: other,
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 2,
        message: { ru: message, en: message },
        frame: { first: 1, lines: [line] },
      },
    ],
    fingerprint: '0123456789abcdef',
  }));

/** Everything that must never come out, save the line breaks of the report itself. */
const isRaw = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return (
    (code < 0x20 && code !== 0x0a) ||
    (code >= 0x7f && code <= 0x9f) ||
    [0xad, 0x61c, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0xfeff].includes(code) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code >= 0xe0000
  );
};

const reportOf = (found: Finding) => ({
  ...clean,
  findings: [found],
  summary: { error: 1, warning: 0, info: 0, waived: 0 },
});

test.each(Object.keys(REPORTERS))('%s lets nothing dangerous through', (name) => {
  fc.assert(
    fc.property(finding, fc.integer({ min: 20, max: 100 }), (found, width) => {
      const out = REPORTERS[name]!(reportOf(found), { ...look, width });
      expect([...out].filter(isRaw)).toEqual([]);
      const commands = out.split('\n').filter((line) => line.trimStart().startsWith('::'));
      expect(commands.length).toBe(name === 'github' ? 1 : 0);
      expect(out.match(/##[a-z]*\[/giu) ?? []).toEqual([]);
    }),
    { numRuns: runs(150) },
  );
});

test('an annotation says what was written, no more', () => {
  fc.assert(
    fc.property(finding, (found) => {
      const [command = '', verdict, ...rest] = REPORTERS.github!(reportOf(found), look).split('\n');
      expect(rest).toEqual(['']);
      expect(verdict).toBe('11 документов, 520 пунктов: 1 ошибка · на 1 июня 2021 г.');
      const head = command.slice(0, command.indexOf('::', 2));
      expect(head.split(',').map((property) => property.split('=')[0])).toEqual([
        '::error file',
        'line',
        'endLine',
        'col',
        'endColumn',
        'title',
      ]);
    }),
    { numRuns: runs(150) },
  );
});

test('JSON loses nothing of a text', () => {
  fc.assert(
    fc.property(finding, (found) => {
      const out = JSON.parse(REPORTERS.json!(reportOf(found), look)) as { findings: { message: string }[] };
      expect(out.findings[0]?.message).toBe(found.message.ru);
    }),
    { numRuns: runs(150) },
  );
});
