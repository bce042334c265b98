/** The number of an item as an order writes it: «7», «7.1», «6¹». */
export const ITEM_NUMBER = '\\d+(?:\\.\\d+)*[⁰¹²³⁴-⁹]*';
/** The number of a section; Cyrillic letters are typed for the Roman digits they look like. */
export const ROMAN_NUMBER = '[IVXLCІХС]+';

const whole = new RegExp(`^${ITEM_NUMBER}$`, 'u');
const section = new RegExp(`^(?:${ITEM_NUMBER}|${ROMAN_NUMBER})$`, 'u');

export const isItemNumber = (text: string): boolean => whole.test(text);
export const isSectionNumber = (text: string): boolean => section.test(text);

/** Longest run that «5–300» may stand for. */
const LONGEST = 2000;

/** What is before the last figure, and that figure; undefined for numbers that do not count on. */
function parted(number: string): readonly [string, number] | undefined {
  const found = /^((?:\d+\.)*)(\d+)$/.exec(number);
  return found ? [found[1]!, Number(found[2])] : undefined;
}

/** The numbers from one to another; undefined where they do not count on. */
export function numbersBetween(first: string, last: string): readonly string[] | undefined {
  const [from, to] = [parted(first), parted(last)];
  if (!from || !to || from[0] !== to[0] || to[1] <= from[1] || to[1] - from[1] > LONGEST) return undefined;
  return Array.from({ length: to[1] - from[1] + 1 }, (_, at) => `${from[0]}${from[1] + at}`);
}

const follows = (one: string, other: string): boolean => {
  const [a, b] = [parted(one), parted(other)];
  return a !== undefined && b !== undefined && a[0] === b[0] && b[1] === a[1] + 1;
};

/** «3, 5 и 7», «12–80 и 83»: three in a row or more are a range. */
export function numbersInWords(numbers: readonly string[]): string {
  const runs: string[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && follows(run.at(-1)!, number)) run.push(number);
    else runs.push([number]);
  }
  const parts = runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run));
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} и ${parts.at(-1)}`;
}

/** Where in a row of numbers one belongs: behind the last that is less, or equal up to what follows («7» < «7.1» < «8»). */
export function placeByNumber(numbers: readonly string[], number: string): number {
  let place = 0;
  numbers.forEach((other, at) => {
    if (compareNumbers(other, number) < 0) place = at + 1;
  });
  return place;
}

function compareNumbers(one: string, other: string): number {
  const figures = (text: string): readonly number[] =>
    (text.replace(/[⁰¹²³⁴-⁹]+/g, (raised) => `.${raised.normalize('NFKC')}`).match(/\d+/g) ?? []).map(Number);
  const [a, b] = [figures(one), figures(other)];
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? -1) - (b[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
