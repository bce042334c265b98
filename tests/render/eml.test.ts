import { expect, it } from 'vitest';
import { renderEml } from '../../src/render/eml.ts';

const NAME = 'zarechny-2022 Заречный район с очень длинным названием муниципального образования.xlsx';
const SUBJECT =
  'Напоминание о сведениях об исполнении плана: План мероприятий («дорожная карта») на 2022 год';
const BYTES = Uint8Array.from({ length: 1000 }, (_, at) => at % 256);
const letter = () =>
  renderEml({
    subject: SUBJECT,
    text: 'Просим ответить.\nСпасибо.',
    attachments: [{ name: NAME, type: 'application/x-test', bytes: BYTES }],
  });

const text = Buffer.from(letter()).toString('latin1');
const [head = '', ...parts] = text.split(/\r\n--roadmap-[0-9a-f]{32}(?:--)?\r\n/);
/** Headers put together again, as RFC 5322 has it. */
const unfolded = (headers: string): string => headers.replace(/\r\n(?=[ \t])/g, '');
const decodedWords = (words: string): string =>
  words
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, code: string) => Buffer.from(code, 'base64').toString('latin1'))
    .replace(/[\s\S]*/, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
const bodyOf = (part: string): Buffer => Buffer.from(part.split('\r\n\r\n')[1] ?? '', 'base64');

it('is ASCII in short lines that end as mail wants it', () => {
  expect(/^[\r\n\x20-\x7e]*$/.test(text)).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
});

it('is a letter not sent yet, with its subject in Russian', () => {
  const subject = /^Subject: (.*)$/m.exec(unfolded(head).replaceAll('\r', ''))?.[1] ?? '';
  expect(decodedWords(subject)).toBe(SUBJECT);
  expect(head).toContain('\r\nX-Unsent: 1\r\n');
  expect(head).not.toMatch(/^(From|To|Date):/m);
});

it('carries its text and the file under its own name, byte for byte', () => {
  const [words, file] = parts as [string, string];
  expect(bodyOf(words).toString('utf8')).toBe('Просим ответить.\r\nСпасибо.');
  const disposition = unfolded(file);
  const name = [...disposition.matchAll(/filename\*\d+\*=(?:UTF-8'')?([^;\r]*)/g)]
    .map(([, one]) => one)
    .join('');
  expect(decodeURIComponent(name)).toBe(NAME);
  expect(bodyOf(file).equals(BYTES)).toBe(true);
});

it('takes no line of a subject for a header', () => {
  const bytes = renderEml({ subject: 'План\r\nBcc: all@example.org', text: '', attachments: [] });
  expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/^Bcc/m);
});

it('is the same when it is made again', () => {
  expect(letter()).toEqual(letter());
});
