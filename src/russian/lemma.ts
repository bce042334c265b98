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
} from './lexicon.ts';
import { beginningOf, formsOf, type Gender } from './noun-forms.ts';
import { remembered } from './remembered.ts';
import { wordSet } from './word-set.ts';

/** What a noun is to an indicator. */
export type NounKind = 'document' | 'event' | 'person' | 'body' | 'thing' | 'measure';

/** A reading of one word form as a noun. `cases`: ngdaip of the singular, upper-case of the plural. */
export interface Noun {
  readonly lemma: string;
  readonly gender: Gender;
  readonly kind: NounKind;
  readonly cases: string;
}

type Row = readonly [form: string, gender: Gender, cases: string];

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
const keyOf = (form: string): string => form.slice(0, 3);

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
function bucketOf(key: string): readonly Entry[] {
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

/** One form of a noun of the dictionary by its lemma; `code` as in `cases`. */
export function formOf(lemma: string, code: string): string | undefined {
  const bucket = bucketOf(keyOf(lemma.replaceAll('ё', 'е')));
  const rows = bucket.find((entry) => entry.lemma === lemma)?.rows();
  return rows?.find(([, , cases]) => cases.includes(code))?.[0];
}

/** Who or what does it. */
const DOER = ['ник', 'ист', 'тор', 'лог', 'ент', 'ант', 'инг', 'изм'];

/**
 * Endings of derived nouns whose lemma and gender are certain without a dictionary, with what must stand before them.
 * Plain comparisons: as many regular expressions cost a run 3 ms.
 */
const DERIVED: readonly (readonly [
  before: readonly string[] | 'long',
  ending: string,
  lemma: string,
  gender: Gender,
  cases: string,
])[] = [
  [['а', 'е', 'и', 'я'], 'ний', 'ние', 'n', 'G'],
  [['а', 'е', 'и', 'я'], 'ния', 'ние', 'n', 'gNA'],
  [['а', 'е', 'и', 'я'], 'ние', 'ние', 'n', 'na'],
  [['а', 'е', 'и', 'я'], 'нию', 'ние', 'n', 'd'],
  [['а', 'е', 'и', 'я'], 'нием', 'ние', 'n', 'i'],
  [['т', 'с'], 'ий', 'ие', 'n', 'G'],
  [['т'], 'ие', 'ие', 'n', 'na'],
  [['т'], 'ия', 'ие', 'n', 'gNA'],
  [[''], 'ция', 'ция', 'f', 'n'],
  [[''], 'ций', 'ция', 'f', 'G'],
  [[''], 'ции', 'ция', 'f', 'gdpNA'],
  [[''], 'цию', 'ция', 'f', 'a'],
  ['long', 'остей', 'ость', 'f', 'G'],
  ['long', 'ости', 'ость', 'f', 'gdpNA'],
  ['long', 'ость', 'ость', 'f', 'na'],
  [[''], 'телей', 'тель', 'm', 'GA'],
  [[''], 'теля', 'тель', 'm', 'ga'],
  [[''], 'тель', 'тель', 'm', 'n'],
  [[...DOER, 'ер'], 'ов', '', 'm', 'GA'],
  [DOER, 'а', '', 'm', 'ga'],
  [DOER, '', '', 'm', 'n'],
  [[''], 'ств', 'ство', 'n', 'G'],
  [[''], 'ства', 'ство', 'n', 'gNA'],
  [[''], 'ство', 'ство', 'n', 'na'],
];

/** Three letters at least before the ending, the last of them no vowel: «деятельн|ость», not «гость». */
const isLong = (stem: string): boolean => stem.length >= 3 && !'аеиоуыэюя'.includes(stem.at(-1)!);

function derive(form: string): readonly Noun[] {
  if (form.length < 6 || form.endsWith('ский') || form.endsWith('еский')) return [];
  for (const [before, ending, lemma, gender, cases] of DERIVED) {
    if (!form.endsWith(ending)) continue;
    const stem = form.slice(0, form.length - ending.length);
    if (before === 'long' ? isLong(stem) : before.some((tail) => stem.endsWith(tail)))
      return [{ lemma: stem + lemma, gender, kind: 'thing', cases }];
  }
  return [];
}

/** The nouns a word form (lower-case, ё folded) may be, the likeliest first; none for an unknown word. */
export function nounsOf(form: string): readonly Noun[] {
  const known = knownNounsOf(form);
  return known.length > 0 ? known : derived(form);
}

/** Only what the dictionary holds, without guesses from endings. */
export const knownNounsOf = remembered(lookUp);

const derived = remembered(derive);

function lookUp(form: string): readonly Noun[] {
  const found: Noun[] = [];
  const hyphen = form.includes('-');
  for (const { lemma, kind, begins, hyphened, rows } of bucketOf(keyOf(form))) {
    if (hyphen !== hyphened || !form.startsWith(begins)) continue;
    const row = rows().find(([own]) => own === form);
    if (row && !found.some((noun) => noun.lemma === lemma))
      found.push({ lemma, gender: row[1], kind, cases: row[2] });
  }
  return found;
}

const ADJECTIVE =
  /^(.{2,}?)(ыми|ими|ого|его|ому|ему|ый|ий|ой|ая|яя|ое|ее|ые|ие|ую|юю|ых|их|ым|им|ой|ей|ом|ем)(ся)?$/u;
const NOT_ADJECTIVES = new Set(
  (
    'своих своей своего своими свой каждый каждого каждой каждому каждую каждым каждом которых которые которой ' +
    'который которого этой этих этого этому данной данного всех всей всего всем вне более менее также далее ' +
    'таких такой такого самих своим свою иных какой либо должен затем совсем причем системой формой школой ' +
    'итогом рамках сроком'
  ).split(' '),
);
const STRESSED =
  /(?:^|-)(?:городск|областн|краев|типов|правов|цифров|делов|сетев|выездн|основн|родн|миров|трудов|годов|целев|срезов|входн|тестов|языков|кадров|передов|полев|игров|лесн|речев|бытов|игров|ключев|лицев|участков|молод|больш|прост|мастерск|боев|рядов|видов|силов)$/u;

const AMBIGUOUS_ENDINGS = wordSet('ой ей ом ем им ым');

/** Stem of an adjective form and whether its endings are soft; undefined when the word is none. */
function adjectiveStem(word: string): { stem: string; soft: boolean; reflexive: boolean } | undefined {
  if (NOT_ADJECTIVES.has(word)) return undefined;
  const found = ADJECTIVE.exec(word);
  if (!found) return undefined;
  const [, stem = '', ending = '', reflexive] = found;
  if (
    AMBIGUOUS_ENDINGS.has(ending) &&
    !/(?:н|ск|цк|ов|ев|ущ|ющ|ящ|ащ|вш|т|рабоч|горяч|молод|общ|младш|старш|лучш|высш|перв|втор)$/u.test(stem)
  ) {
    return undefined;
  }
  const plain = /[гкхжшчщ]$/u.test(stem);
  return { stem, soft: !plain && /^[иеяю]/u.test(ending), reflexive: reflexive !== undefined };
}

export function isAdjective(word: string): boolean {
  return adjectiveStem(word) !== undefined;
}

/** True when the form may stand in the genitive (of either number). */
export function isGenitiveAdjective(word: string): boolean {
  return isAdjective(word) && /(?:ого|его|ой|ей|ых|их)(?:ся)?$/u.test(word);
}

/** True when the form may stand in the nominative (of either number). */
export function isNominativeAdjective(word: string): boolean {
  return isAdjective(word) && /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)(?:ся)?$/u.test(word);
}

/** Nominative singular of an adjective form, agreeing with a noun of `gender`; undefined when it is none. */
export function adjectiveLemma(word: string, gender: Gender): string | undefined {
  const cut = word.lastIndexOf('-');
  const own = cut > 0 ? word.slice(cut + 1) : word;
  const read = adjectiveStem(own);
  if (!read) return undefined;
  const { stem, soft, reflexive } = read;
  const hushing = /[жшчщ]$/u.test(stem);
  const back = /[гкх]$/u.test(stem);
  const ending =
    gender === 'f'
      ? soft
        ? 'яя'
        : 'ая'
      : gender === 'n'
        ? soft || hushing
          ? 'ее'
          : 'ое'
        : STRESSED.test(stem)
          ? 'ой'
          : soft || hushing || back
            ? 'ий'
            : 'ый';
  return `${cut > 0 ? word.slice(0, cut + 1) : ''}${stem}${ending}${reflexive ? 'ся' : ''}`;
}
