const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const CYRILLIC = 'йцукенгшщзхъфывапролджэячсмитьбюё';
const TO_CYRILLIC = new Map([...LATIN].map((letter, at) => [letter, CYRILLIC[at]!]));
const TO_LATIN = new Map([...CYRILLIC].map((letter, at) => [letter, LATIN[at]!]));

const retype = (text: string, keys: ReadonlyMap<string, string>): string =>
  [...text].map((letter) => keys.get(letter) ?? letter).join('');

/** Optimal string alignment distance (insert, delete, replace, swap neighbours); more than `limit` → limit + 1. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replaceAll('ё', 'е');

/** Slips allowed in a name: none in one letter, one up to five letters, two up to eleven, then three. */
const allowance = (length: number): number => (length < 2 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3);

/**
 * The candidate the author most likely meant by `name`: equal but for case, typed in the wrong keyboard
 * layout («ghbrfp» → «приказ»), or a few slips away. The first of equals, by code units; undefined when
 * none is near enough.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const asked = fold(name);
  const spellings = [...new Set([asked, retype(asked, TO_CYRILLIC), retype(asked, TO_LATIN)])];
  const limit = allowance(asked.length);
  let best: { readonly candidate: string; readonly cost: number } | undefined;
  for (const candidate of candidates) {
    const known = fold(candidate);
    // A retyped spelling must fit almost exactly: three slips on top of a wrong layout are another word.
    const cost = Math.min(
      ...spellings.map((spelling, at) =>
        at === 0 ? distance(spelling, known, limit) : spelling === known ? 0 : limit + 1,
      ),
    );
    if (cost > limit) continue;
    if (!best || cost < best.cost || (cost === best.cost && candidate < best.candidate)) {
      best = { candidate, cost };
    }
  }
  return best?.candidate;
}
