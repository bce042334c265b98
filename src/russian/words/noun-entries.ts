import type { NounKind } from './noun.ts';
import { beginningOf, formsOf, type Gender } from './noun-forms.ts';
import {
  BODIES,
  DOCUMENTS,
  EVENTS,
  FIXED,
  IRREGULAR,
  MEASURES,
  PEOPLE,
  PLURAL_IN_A,
  THINGS,
  WITH_YO,
} from './noun-lexicon.ts';

/** A form of a noun, with the cases it stands for. */
type Row = readonly [form: string, gender: Gender, cases: string];

/** A noun of the dictionary with its forms, worked out when they are asked for. */
interface Entry {
  readonly lemma: string;
  readonly kind: NounKind;
  /** What all forms begin with, as far as that is plain without them. */
  readonly begins: string;
  /** All forms have a hyphen, or none has. */
  readonly hyphened: boolean;
  readonly rows: () => readonly Row[];
}

/** Both halves of «школа-участница» decline, in «мастер-класс» only the last one does. */
function hyphenRows(plain: string): readonly Row[] {
  const cut = plain.lastIndexOf('-');
  const first = plain.slice(0, cut);
  const head = formsOf(first).forms;
  const rows: Row[] = [];
  for (const last of formsOf(plain.slice(cut + 1)).forms) {
    rows.push([`${first}-${last.form}`, last.gender, last.cases]);
    for (const { form, gender, cases } of head) {
      let shared = '';
      for (const code of cases) if (last.cases.includes(code)) shared += code;
      if (shared !== '') rows.push([`${form}-${last.form}`, gender, shared]);
    }
  }
  return rows;
}

/** Nominative plural in -а, -я: паспорта, учителя, лагеря. */
function pluralInA(plain: string): string | undefined {
  if (!PLURAL_IN_A.includes(plain)) return undefined;
  return plain.endsWith('ь') ? `${plain.slice(0, -1)}я` : `${plain}а`;
}

function rowsOf(entry: string, plain: string): readonly Row[] {
  if (plain.includes('-')) return hyphenRows(plain);
  const plural = pluralInA(plain);
  return formsOf(entry).forms.map(({ form, gender, cases }) => [
    form,
    gender,
    form === plural ? `${cases}NA` : cases,
  ]);
}

const WORDS: readonly (readonly [words: string, kind: NounKind])[] = [
  [DOCUMENTS, 'document'],
  [EVENTS, 'event'],
  [PEOPLE, 'person'],
  [BODIES, 'body'],
  [THINGS, 'thing'],
  [MEASURES, 'measure'],
];

let yo: ReadonlyMap<string, string> | undefined;

function withYo(lemma: string): string {
  yo ??= new Map(
    WITH_YO.trim()
      .split(' ')
      .map((word) => [word.replaceAll('ё', 'е'), word]),
  );
  return yo.get(lemma) ?? lemma;
}

const IRREGULAR_KINDS: Readonly<Record<string, NounKind>> = {
  данные: 'document',
  ребенок: 'person',
  'ребенок-инвалид': 'person',
  человек: 'person',
  день: 'event',
  сборы: 'event',
};

function irregularEntry(line: string): Entry {
  const [plain = '', gender, ...forms] = line.split(' ');
  const rows = forms.map((pair): Row => [pair.split(':')[0]!, gender as Gender, pair.split(':')[1]!]);
  const kind = IRREGULAR_KINDS[plain] ?? 'thing';
  return { lemma: withYo(plain), kind, begins: '', hyphened: plain.includes('-'), rows: () => rows };
}

function fixedEntry(word: string): Entry {
  const rows: readonly Row[] = [[word, 'n', 'ngdaipNGDAIP']];
  return { lemma: word, kind: 'document', begins: word, hyphened: word.includes('-'), rows: () => rows };
}

function regularEntry(word: string, kind: NounKind): Entry {
  const [entry = '', stands] = word.split(':');
  const plain = entry.split('/')[0]!;
  let rows: readonly Row[] | undefined;
  return {
    lemma: withYo(stands ?? plain),
    kind,
    begins: beginningOf(entry.split('-')[0]!),
    hyphened: plain.includes('-'),
    rows: () => {
      rows ??= rowsOf(entry, plain);
      return rows;
    },
  };
}

/** All forms of a noun begin alike, so that a dictionary of entries need not be unfolded to look one up. */
export const keyOf = (form: string): string => form.slice(0, 3);

/** Entries by the beginning of their forms, not read yet: a run looks up few of them. */
function heapsOf(): ReadonlyMap<string, readonly (() => Entry)[]> {
  const made = new Map<string, (() => Entry)[]>();
  const put = (key: string, entry: () => Entry) => {
    const heap = made.get(key);
    if (heap) heap.push(entry);
    else made.set(key, [entry]);
  };
  for (const line of IRREGULAR.trim().split('\n')) {
    const entry = irregularEntry(line);
    for (const key of new Set(entry.rows().map(([form]) => keyOf(form)))) put(key, () => entry);
  }
  for (const word of FIXED.split(' ')) put(keyOf(word), () => fixedEntry(word));
  for (const [words, kind] of WORDS) {
    for (const word of words.trim().split(/\s/)) {
      const entry = () => regularEntry(word, kind);
      put(keyOf(word), entry);
      // «явка, явок»: the vowel that comes in stands among the first letters.
      if (word.length === 4 && word.endsWith('ка')) put(`${word.slice(0, 2)}о`, entry);
    }
  }
  return made;
}

let heaps: ReadonlyMap<string, readonly (() => Entry)[]> | undefined;
const buckets = new Map<string, readonly Entry[]>();

/** The entries whose forms begin so; the dictionary is cut when the first word is looked up, not when a command starts. */
export function bucketOf(key: string): readonly Entry[] {
  const known = buckets.get(key);
  if (known) return known;
  heaps ??= heapsOf();
  const heap = heaps.get(key);
  if (!heap) return NO_ENTRIES;
  const bucket = heap.map((read) => read());
  buckets.set(key, bucket);
  return bucket;
}

const NO_ENTRIES: readonly Entry[] = [];
