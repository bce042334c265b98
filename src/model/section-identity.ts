import { normaliseNumber } from './identity.ts';
import type { Item, Numbering, Section } from './plan.ts';

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
/** Cyrillic capitals that people type for the Roman digits they look like. */
const LOOKALIKES: Readonly<Record<string, string>> = { І: 'I', Х: 'X', С: 'C', Ӏ: 'I' };

/** A Roman number as Arabic digits, also where Cyrillic letters stand for Latin ones; undefined when it is none. */
export function fromRoman(text: string): string | undefined {
  const latin = text.replace(/[ІХСӀ]/g, (letter) => LOOKALIKES[letter] as string);
  if (!/^(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,4})$/.test(latin) || latin === '') return undefined;
  const digits = [...latin].map((letter) => ROMAN[letter] as number);
  return String(digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0));
}

/** By what names of sections are compared: «II», «ІІ.» and «2» are one. */
function sectionKey(name: string): string {
  const plain = normaliseNumber(name).replace(/\)$/, '');
  return fromRoman(plain.toUpperCase()) ?? plain.toLowerCase();
}

/** What a section is called by: its number, its `id`. A slash parts names, so a name that has one is none. */
const namesOf = ({ number, id }: Section): readonly string[] =>
  [number, id].filter((name) => name !== undefined && name !== '' && !name.includes('/')) as string[];

/** Named sections from the top one down to this. */
const pathOf = (section: Section): readonly Section[] => {
  const above = section.parent ? pathOf(section.parent) : [];
  return namesOf(section).length === 0 ? above : [...above, section];
};

/** What to call an item in a reference or a list: its number as printed, with its section where that is needed. */
export const referenceTo = (item: Item): string =>
  item.statedId || item.id === normaliseNumber(item.number) ? item.number : item.id;

type Fillable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

/** Gives the sections that hold items the shortest reference that no other has. */
export function nameSections(sections: readonly Fillable<Section>[], items: readonly Item[]): void {
  const holding = new Set(items.map(({ section }) => section));
  const paths = sections
    .filter((section) => holding.has(section))
    .map((section) => ({ section, path: pathOf(section) }))
    // What a nameless section holds is called by the section around it, where that holds nothing of the name itself.
    .filter(({ path }) => path.length > 0);
  const tails = new Map<string, number>();
  const wholes = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  const spellings = paths.map(({ section, path }) => ({ section, path, byName: spellingsOf(path) }));
  for (const { byName } of spellings) {
    for (const { keys, whole } of byName) {
      count(tails, keys);
      if (whole) count(wholes, keys);
    }
  }
  for (const { section, byName } of spellings) {
    const found = byName.find(({ keys, whole }) => (whole ? wholes.get(keys) === 1 : tails.get(keys) === 1));
    if (found) section.reference = found.text;
  }
}

/** Every tail of a path, the shortest first, its last section by number and by `id`. */
function spellingsOf(path: readonly Section[]): readonly { text: string; keys: string; whole: boolean }[] {
  const seen = new Set<string>();
  return path
    .flatMap((_, at) => {
      const tail = path.slice(path.length - 1 - at);
      const above = tail.slice(0, -1).map((section) => namesOf(section)[0] as string);
      return namesOf(tail.at(-1) as Section).map((last) => ({
        names: [...above, last],
        whole: tail.length === path.length,
      }));
    })
    .map(({ names, whole }) => ({
      text: names.map(normaliseNumber).join('/'),
      keys: names.map(sectionKey).join('/'),
      whole,
    }))
    .filter(({ keys }) => !seen.has(keys) && seen.add(keys));
}

/** How a plan numbers: `by-section` when two sections begin at one and the same first number, neither bearing it as a prefix of its own. */
export function numberingOf(items: readonly Item[], sections: readonly Section[]): Numbering {
  if (sections.length === 0) return 'through';
  const runs = new Map<Section | undefined, string[]>();
  let before: Section | undefined;
  let run: string[] | undefined;
  for (const item of items) {
    if (!run || item.section !== before) {
      run = runs.get(item.section) ?? [];
      runs.set(item.section, run);
      before = item.section;
    }
    const number = normaliseNumber(item.number);
    if (number !== '' && run.length < 2) run.push(number);
  }
  if (runs.size < 2) return 'through';
  const prefixes = new Set(
    sections.flatMap(({ number }) => (number === undefined ? [] : [`${sectionKey(number)}.`])),
  );
  const starts = new Map<string, number>();
  const parents = new Map<string, Section>();
  for (const [section, [first, second]] of runs) {
    if (first === undefined || !isFirst(first)) continue;
    // «2021 год» and «2022 год» each have a section 1 that begins at 1.1.
    if (section?.parent) {
      const other = parents.get(first);
      if (other && other !== section.parent) return 'by-section';
      parents.set(first, section.parent);
    }
    const prefix = first.slice(0, first.lastIndexOf('.') + 1);
    // «1.1» under section 1 is no beginning of a run; «1.1, 2.2» under section 2 is a slip.
    if (prefix !== '' && (prefixes.has(prefix) || (second !== undefined && !second.startsWith(prefix))))
      continue;
    const times = (starts.get(first) ?? 0) + 1;
    if (times === 2) return 'by-section';
    starts.set(first, times);
  }
  return 'through';
}

const isFirst = (number: string): boolean => /(?:^|\.)0*1\)?$/.test(number) || /^[IІаaАA]\)?$/.test(number);

/** Items of a reference with a path: those whose section has the whole path, else whose path ends so, else goes through it. */
export function itemsOnPath(items: readonly Item[], reference: string): readonly Item[] {
  const cut = reference.lastIndexOf('/');
  if (cut < 0) return [];
  const name = reference.slice(cut + 1).trim();
  const key = normaliseNumber(name);
  const bearers = items.filter(
    (item) => normaliseNumber(item.number) === key || (item.statedId && item.id === name),
  );
  const steps = reference.slice(0, cut).split('/').map(sectionKey);
  if (steps.length === 1 && steps[0] === '') return bearers.filter(({ section }) => section === undefined);
  const paths = bearers.flatMap((item) => (item.section ? [{ item, path: pathOf(item.section) }] : []));
  const is = (section: Section | undefined, wanted: string | undefined): boolean =>
    section !== undefined && namesOf(section).some((one) => sectionKey(one) === wanted);
  const tail = paths.filter(
    ({ path }) =>
      path.length >= steps.length &&
      steps.every((step, at) => is(path[path.length - steps.length + at], step)),
  );
  const whole = tail.filter(({ path }) => path.length === steps.length);
  if (whole.length > 0) return whole.map(({ item }) => item);
  if (tail.length > 0) return tail.map(({ item }) => item);
  return paths.filter(({ path }) => isThrough(path, steps, is)).map(({ item }) => item);
}

function isThrough(
  path: readonly Section[],
  steps: readonly string[],
  is: (section: Section | undefined, wanted: string | undefined) => boolean,
): boolean {
  let at = 0;
  for (const section of path) if (is(section, steps[at])) at++;
  return at === steps.length;
}
