import { createHash } from 'node:crypto';
import { printable } from './printable.ts';

interface Attachment {
  /** Its file's name, Cyrillic or not. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/**
 * A letter that a mail program opens as one not sent yet (`X-Unsent`, which Outlook knows; others take it as a template):
 * without sender and recipient, which the person fills in. The same letter gives the same bytes.
 */
export function renderEml({ subject, text, attachments }: Letter): Uint8Array {
  const plain = Buffer.from(printable(text).replace(/\r?\n/g, '\r\n'), 'utf8');
  const hash = createHash('sha256').update(subject).update(plain);
  for (const { name, bytes } of attachments) hash.update(name).update(bytes);
  const boundary = `roadmap-${hash.digest('hex').slice(0, 32)}`;
  const lines = [
    `Subject: ${encodedWords(oneLine(subject))}`,
    'MIME-Version: 1.0',
    'X-Unsent: 1',
    'Content-Language: ru',
    'Content-Type: multipart/mixed;',
    ` boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...base64Lines(plain),
    ...attachments.flatMap(({ name, type, bytes }) => [
      `--${boundary}`,
      `Content-Type: ${type};`,
      ` name="${encodedWords(oneLine(name), ' ')}"`,
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment;',
      ...continued(oneLine(name)),
      '',
      ...base64Lines(Buffer.from(bytes)),
    ]),
    `--${boundary}--`,
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

const oneLine = (text: string): string => printable(text).replace(/\s+/g, ' ').trim();

/** Bytes of UTF-8 in one encoded word: a line with a word in base64 and its frame stays below 76 signs (RFC 2047). */
const WORD = 36;

/** A text of a header: as it is where it is ASCII, else as encoded words, each on a line of its own. */
function encodedWords(text: string, indent = ' '): string {
  if (/^[\x20-\x7e]*$/.test(text) && text.length < 60) return text;
  const words: string[] = [];
  let part = '';
  for (const sign of text) {
    if (Buffer.byteLength(part + sign) > WORD) {
      words.push(part);
      part = '';
    }
    part += sign;
  }
  return [...words, part]
    .map((word) => `=?UTF-8?B?${Buffer.from(word, 'utf8').toString('base64')}?=`)
    .join(`\r\n${indent}`);
}

/** `filename` in the continuations of RFC 2231, each line short enough. */
function continued(name: string): readonly string[] {
  const signs = [...name].map((sign) =>
    /[A-Za-z0-9._-]/.test(sign)
      ? sign
      : [...Buffer.from(sign, 'utf8')]
          .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
          .join(''),
  );
  const pieces: string[] = [];
  let piece = '';
  for (const sign of signs) {
    if (piece.length + sign.length > 50) {
      pieces.push(piece);
      piece = '';
    }
    piece += sign;
  }
  pieces.push(piece);
  return pieces.map(
    (one, at) => ` filename*${at}*=${at === 0 ? "UTF-8''" : ''}${one}${at === pieces.length - 1 ? '' : ';'}`,
  );
}

/** Lines of at most 76 signs. */
const base64Lines = (bytes: Buffer): readonly string[] => bytes.toString('base64').match(/.{1,76}/g) ?? [];
