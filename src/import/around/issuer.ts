import { isLegalForm } from '../../russian/index.ts';
import type { IssuerFields } from '../../schema/generated/types.ts';
import { isCapitals, type Line } from './lines.ts';

const bodyStart =
  /^(российская федерация|министерство|департамент|управление|комитет|отдел|администрация|правительство|мэр|глава|муниципальн|государственн|краев|областн|районн|городск|федеральн|служба|агентство|совет|дума)/iu;
const placeName = /(область|край|республика|район|округ|автономный округ)$/iu;

/** «Полярного», «Озёрском», but not the kind of a district or region. */
const isAdjectiveOfPlace = (word: string): boolean =>
  /(?:ого|ому|ом|ый|ий|ой|ая|ую|его)$/u.test(word) &&
  !/^(?:муниципальн|городск|сельск|административн|автономн|федеральн|территориальн|образовательн|общеобразовательн)/u.test(
    word,
  );

/** Capitals into ordinary letters; words that the document itself writes with a capital keep it. */
export function lowerCapitals(text: string, words: ReadonlySet<string>): string {
  if (!isCapitals(text)) return text;
  if (/^российская федерация$/iu.test(text.trim())) return 'Российская Федерация';
  const lowered = text.replace(/[\p{L}]+(?:-[\p{L}]+)*/gu, (word, at: number) => {
    const lower = word.toLowerCase();
    const title = word[0]! + lower.slice(1);
    if (word.length > 1 && words.has(word) && !words.has(lower) && !words.has(title)) return word;
    const quoted = /[«"]$/.test(text.slice(0, at));
    const isPlace =
      /^\s+(?:\p{L}+\s+){0,2}(?:район|округ|кра[йяю]|област)/iu.test(text.slice(at + word.length)) &&
      isAdjectiveOfPlace(lower);
    return quoted || isPlace || (words.has(title) && !words.has(lower)) ? title : lower;
  });
  return lowered.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}

/** The words of a document as written: they show how a name in capitals is written elsewhere. */
export function wordsAsWritten(texts: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) {
    for (const line of text.split('\n')) {
      if (isCapitals(line)) continue;
      for (const match of line.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) words.add(match[0]);
    }
  }
  return words;
}

/** The issuing body above the word «ПРИКАЗ»: the last name is the issuer's, names above it its superiors'. */
export function readIssuer(
  lines: readonly Line[],
  words: ReadonlySet<string>,
): IssuerFields | string | undefined {
  const names: string[] = [];
  let short: string | undefined;
  for (const line of lines.flatMap((each) => each.text.split('\n'))) {
    const bracketed = /^\((.+)\)$/u.exec(line)?.[1];
    if (bracketed !== undefined && names.length > 0) {
      short = bracketed;
      continue;
    }
    const last = names.at(-1);
    const starts =
      last === undefined ||
      bodyStart.test(line) ||
      isLegalForm(/^\p{L}+/u.exec(line)?.[0] ?? '') ||
      placeName.test(last) ||
      /федерация$/iu.test(last);
    if (
      starts &&
      !(last !== undefined && /[«"(]/.test(line) && !/[»")]/.test(line.slice(0, 1)) && /^[«"]/.test(line))
    )
      names.push(line);
    else names[names.length - 1] = `${last} ${line}`;
  }
  const name = names.pop();
  if (name === undefined) return undefined;
  const full = lowerCapitals(name, words);
  if (names.length === 0 && short === undefined) return full;
  return {
    name: full,
    ...(short !== undefined && { short: lowerCapitals(short, words) }),
    ...(names.length > 0 && { parent: names.map((each) => lowerCapitals(each, words)).join(', ') }),
  };
}
