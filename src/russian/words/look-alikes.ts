/**
 * Letters and digits that keyboards and scanners put in place of each other. Everything maps one UTF-16
 * unit to one, so offsets in the text survive.
 */
const LATIN: Readonly<Record<string, string>> = {
  A: 'а', B: 'в', C: 'с', E: 'е', H: 'н', K: 'к', M: 'м', O: 'о', P: 'р', T: 'т', X: 'х', Y: 'у',
  a: 'а', c: 'с', e: 'е', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у', u: 'и', n: 'п', r: 'г',
  b: 'ь', h: 'н', i: 'і', I: 'і', ë: 'е', Ë: 'е',
}; // biome-ignore format: a table of pairs

const DIGITS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  О: '0',
  о: '0',
  l: '1',
  I: '1',
  i: '1',
  '|': '1',
  І: '1',
  і: '1',
  З: '3',
  з: '3',
  б: '6',
};

const AS_LETTERS: Readonly<Record<string, string>> = { 0: 'о', 3: 'з', 6: 'б' };

/** Roman digits as they are typed: Latin, Ukrainian І, small l, Latin Y, Cyrillic У, Х, П and Ш, ready-made Ⅲ, Greek Ι. */
const ROMAN: Readonly<Record<string, string>> = {
  I: 'I',
  i: 'I',
  l: 'I',
  '|': 'I',
  І: 'I',
  і: 'I',
  Ι: 'I',
  V: 'V',
  v: 'V',
  У: 'V',
  Y: 'V',
  X: 'X',
  x: 'X',
  Х: 'X',
  х: 'X',
  П: 'II',
  п: 'II',
  Ш: 'III',
  ш: 'III',
  Ⅰ: 'I',
  Ⅱ: 'II',
  Ⅲ: 'III',
  Ⅳ: 'IV',
  Ⅴ: 'V',
  Ⅵ: 'VI',
  Ⅶ: 'VII',
  Ⅷ: 'VIII',
  Ⅸ: 'IX',
  Ⅹ: 'X',
  Ⅺ: 'XI',
  Ⅻ: 'XII',
};

const ROMAN_VALUES = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Lower case, ё folded to е, Latin letters that look Cyrillic replaced. Same length as the word. */
export function cyrillic(word: string): string {
  if (/^[а-я]*$/.test(word)) return word;
  if (/^[А-Яа-я]*$/.test(word)) return word.toLowerCase();
  let out = '';
  for (const letter of word) out += LATIN[letter] ?? letter.toLowerCase();
  return out.replaceAll('ё', 'е');
}

/** The digits a run of digits and look-alikes stands for («202l», «З1»), or undefined when a letter is none. */
export function digits(run: string): string | undefined {
  let out = '';
  for (const sign of run) {
    const digit = sign >= '0' && sign <= '9' ? sign : DIGITS[sign];
    if (digit === undefined) return undefined;
    out += digit;
  }
  return out;
}

/** A word in which digits stand for letters («0ктябрь»), as a word. */
export function letters(run: string): string {
  let out = '';
  for (const sign of run) out += AS_LETTERS[sign] ?? sign;
  return cyrillic(out);
}

/** 1–12 for a Roman numeral in whatever letters it is typed; undefined for anything else. */
export function roman(run: string): number | undefined {
  if (run.length > 4) return undefined;
  if (run === '1V') return 4;
  let out = '';
  for (const sign of run) {
    const known = ROMAN[sign];
    if (known === undefined) return undefined;
    out += known;
  }
  const value = ROMAN_VALUES.indexOf(out);
  return value > 0 ? value : undefined;
}
