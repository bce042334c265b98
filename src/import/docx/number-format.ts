const russian = 'абвгдежзиклмнопрстуфхцчшщэюя';
const latin = 'abcdefghijklmnopqrstuvwxyz';

function letters(n: number, alphabet: string): string {
  const turn = Math.floor((n - 1) / alphabet.length) + 1;
  return turn > 20 ? String(n) : alphabet[(n - 1) % alphabet.length]!.repeat(turn);
}

function roman(n: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = n;
  let out = '';
  for (const [worth, sign] of steps) {
    while (rest >= worth) {
      out += sign;
      rest -= worth;
    }
  }
  return out;
}

/** A list number in one of Word's formats (ST_NumberFormat); a format not known here is written in digits. */
export function formatNumber(n: number, format: string): string {
  if (!Number.isInteger(n) || n < 1 || n > 30_000) return String(n);
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return n < 10 ? `0${n}` : String(n);
    case 'upperRoman':
      return roman(n);
    case 'lowerRoman':
      return roman(n).toLowerCase();
    case 'upperLetter':
      return letters(n, latin).toUpperCase();
    case 'lowerLetter':
      return letters(n, latin);
    case 'russianUpper':
      return letters(n, russian).toUpperCase();
    case 'russianLower':
      return letters(n, russian);
    default:
      return String(n);
  }
}
