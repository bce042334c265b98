import { readNumeral, readOrdinal } from '../words/numerals.ts';
import { type Cursor, peek, roleAt } from './cursor.ts';
import { type Part, startingWith } from './engine.ts';

/** How many, in digits or in words: «2», «2-х», «двух», «двадцати пяти». */
export const COUNT: Part = startingWith('number numeral', takeCount);

/** Such a number where `fits` takes it. */
export const countThat = (fits: (n: number) => boolean): Part => numberThat(COUNT, fits);

/**
 * A place in a row, in digits, Roman or in words: «2», «2-й», «II», «второй», «двадцать пятого». −1 for
 * «последний». Bare digits are one: «1 квартал», «5 мая».
 */
export const ORDINAL: Part = startingWith('number ordinal numeral last', takeOrdinal);

/** Such a place where `fits` takes it. */
export const ordinalThat = (fits: (n: number) => boolean): Part => numberThat(ORDINAL, fits);

function numberThat(part: Part, fits: (n: number) => boolean): Part {
  const number = (c: Cursor): number | undefined => {
    const n = part(c) as number | undefined;
    return n !== undefined && fits(n) ? n : undefined;
  };
  return Object.assign(number, { first: () => part.first?.() });
}

function takeCount(c: Cursor): number | undefined {
  const number = peek(c);
  if (number?.kind === 'number') {
    c.pos++;
    return number.value!;
  }
  if (number?.kind !== 'word') return undefined;
  const words: string[] = [];
  for (let ahead = 0; ahead < 4 && peek(c, ahead)?.kind === 'word'; ahead++) words.push(peek(c, ahead)!.text);
  const found = readNumeral(words, 0);
  if (!found) return undefined;
  c.pos += found.length;
  return found.value;
}

const ORDERED: ReadonlySet<string | undefined> = new Set(['quarter', 'term', 'decade', 'week']);

const TENS: Readonly<Record<string, number>> = { двадцать: 20, тридцать: 30 };

function takeOrdinal(c: Cursor): number | undefined {
  const token = peek(c);
  if (token?.kind === 'number' || token?.kind === 'ordinal') {
    c.pos++;
    return token.value!;
  }
  // «З квартал»: the letter that scanners take for a three.
  if (token?.text === 'з' && ORDERED.has(roleAt(c, 1))) {
    c.pos++;
    return 3;
  }
  if (token?.kind !== 'word') return undefined;
  if (roleAt(c) === 'last') {
    // «последние дни» name no one of them.
    if (/[NDG]/.test(c.words[c.pos]!.cases)) return undefined;
    c.pos++;
    return -1;
  }
  const next = peek(c, 1);
  const tens = TENS[token.text];
  const units = tens !== undefined && next?.kind === 'word' ? readOrdinal(next.text) : undefined;
  if (units !== undefined && !units.plural && units.value < 10) {
    c.pos += 2;
    return tens! + units.value;
  }
  const spelled = readOrdinal(token.text);
  // «первые числа» neither.
  if (spelled?.plural) return undefined;
  const value = spelled?.value ?? token.value;
  if (value !== undefined) c.pos++;
  return value;
}
