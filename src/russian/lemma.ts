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
import { formsOf, type Gender } from './noun-forms.ts';

/** What a noun is to an indicator. */
export type NounKind = 'document' | 'event' | 'person' | 'body' | 'thing' | 'measure';

/** A reading of one word form as a noun. `cases`: ngdaip of the singular, upper-case of the plural. */
export interface Noun {
  readonly lemma: string;
  readonly gender: Gender;
  readonly kind: NounKind;
  readonly cases: string;
}

const withYo = (): ReadonlyMap<string, string> =>
  new Map(
    WITH_YO.trim()
      .split(/\s+/u)
      .map((word) => [word.replaceAll('ё', 'е'), word]),
  );

type Row = readonly [form: string, gender: Gender, cases: string];

interface Entry {
  readonly lemma: string;
  readonly kind: NounKind;
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

/** All forms of a noun begin alike, so that a dictionary of entries need not be unfolded to look one up. */
const keyOf = (form: string): string => form.slice(0, 3);

function* entries(): Generator<readonly [key: string, entry: Entry]> {
  const yo = withYo();
  const kinds: Readonly<Record<string, NounKind>> = {
    данные: 'document',
    ребенок: 'person',
    'ребенок-инвалид': 'person',
    человек: 'person',
    день: 'event',
  };
  for (const line of IRREGULAR.trim().split('\n')) {
    const [plain = '', gender, ...forms] = line.split(' ');
    const rows = forms.map((pair): Row => [pair.split(':')[0]!, gender as Gender, pair.split(':')[1]!]);
    const entry = {
      lemma: yo.get(plain) ?? plain,
      kind: kinds[plain] ?? ('thing' as const),
      rows: () => rows,
    };
    for (const key of new Set(rows.map(([form]) => keyOf(form)))) yield [key, entry];
  }
  for (const word of FIXED.split(' ')) {
    yield [keyOf(word), { lemma: word, kind: 'document', rows: () => [[word, 'n', 'ngdaipNGDAIP']] }];
  }
  for (const [words, kind] of WORDS) {
    for (const word of words.trim().split(/\s+/u)) {
      const [entry = '', stands] = word.split(':');
      const plain = entry.split('/')[0]!;
      const lemma = yo.get(stands ?? plain) ?? stands ?? plain;
      yield [keyOf(plain), { lemma, kind, rows: () => rowsOf(entry, plain) }];
    }
  }
}

let buckets: Map<string, Entry[]> | undefined;

/** Entries by the beginning of their forms; made when the first word is looked up, not when a command starts. */
function bucketOf(key: string): readonly Entry[] | undefined {
  if (!buckets) {
    buckets = new Map();
    for (const [at, entry] of entries()) {
      const bucket = buckets.get(at);
      if (bucket) bucket.push(entry);
      else buckets.set(at, [entry]);
    }
  }
  return buckets.get(key);
}

const NOUNS = new Map<string, Noun[]>();
const unfolded = new Set<string>();

function unfold(key: string): void {
  unfolded.add(key);
  for (const { lemma, kind, rows } of bucketOf(key) ?? []) {
    for (const [form, gender, cases] of rows()) {
      const known = NOUNS.get(form);
      if (!known) NOUNS.set(form, [{ lemma, gender, kind, cases }]);
      else if (!known.some((noun) => noun.lemma === lemma)) known.push({ lemma, gender, kind, cases });
    }
  }
}

/** One form of a noun of the dictionary by its lemma; `code` as in `cases`. */
export function formOf(lemma: string, code: string): string | undefined {
  const bucket = bucketOf(keyOf(lemma.replaceAll('ё', 'е')));
  const rows = bucket?.find((entry) => entry.lemma === lemma)?.rows();
  return rows?.find(([, , cases]) => cases.includes(code))?.[0];
}

/** Genitive endings of derived nouns whose lemma and gender are certain without a dictionary. */
const DERIVED: readonly (readonly [ending: RegExp, lemma: string, gender: Gender, cases: string])[] = [
  [/([аеия])ний$/u, '$1ние', 'n', 'G'],
  [/([аеия])ния$/u, '$1ние', 'n', 'gNA'],
  [/([аеия])ние$/u, '$1ние', 'n', 'na'],
  [/([аеия])нию$/u, '$1ние', 'n', 'd'],
  [/([аеия])нием$/u, '$1ние', 'n', 'i'],
  [/([тс])ий$/u, '$1ие', 'n', 'G'],
  [/(т)ие$/u, '$1ие', 'n', 'na'],
  [/(т)ия$/u, '$1ие', 'n', 'gNA'],
  [/ция$/u, 'ция', 'f', 'n'],
  [/ций$/u, 'ция', 'f', 'G'],
  [/ции$/u, 'ция', 'f', 'gdpNA'],
  [/цию$/u, 'ция', 'f', 'a'],
  [/(..[^аеиоуыэюя])остей$/u, '$1ость', 'f', 'G'],
  [/(..[^аеиоуыэюя])ости$/u, '$1ость', 'f', 'gdpNA'],
  [/(..[^аеиоуыэюя])ость$/u, '$1ость', 'f', 'na'],
  [/телей$/u, 'тель', 'm', 'GA'],
  [/теля$/u, 'тель', 'm', 'ga'],
  [/тель$/u, 'тель', 'm', 'n'],
  [/(ник|ист|тор|ер|лог|ент|ант|инг|изм)ов$/u, '$1', 'm', 'GA'],
  [/(ник|ист|тор|лог|ент|ант|инг|изм)а$/u, '$1', 'm', 'ga'],
  [/(ник|ист|тор|лог|ент|ант|инг|изм)$/u, '$1', 'm', 'n'],
  [/ств$/u, 'ство', 'n', 'G'],
  [/ства$/u, 'ство', 'n', 'gNA'],
  [/ство$/u, 'ство', 'n', 'na'],
];

function derive(form: string): readonly Noun[] {
  if (form.length < 6 || form.endsWith('ский') || form.endsWith('еский')) return [];
  for (const [ending, lemma, gender, cases] of DERIVED) {
    if (ending.test(form)) return [{ lemma: form.replace(ending, lemma), gender, kind: 'thing', cases }];
  }
  return [];
}

/** The nouns a word form (lower-case, ё folded) may be, the likeliest first; none for an unknown word. */
export function nounsOf(form: string): readonly Noun[] {
  const known = knownNounsOf(form);
  return known.length > 0 ? known : derived(form);
}

/** Only what the dictionary holds, without guesses from endings. */
export function knownNounsOf(form: string): readonly Noun[] {
  const key = keyOf(form);
  if (!unfolded.has(key)) unfold(key);
  return NOUNS.get(form) ?? NO_NOUNS;
}

const NO_NOUNS: readonly Noun[] = [];
const guesses = new Map<string, readonly Noun[]>();
const ROOM = 20_000;

function derived(form: string): readonly Noun[] {
  const known = guesses.get(form);
  if (known) return known;
  const found = derive(form);
  if (guesses.size >= ROOM) guesses.clear();
  guesses.set(form, found);
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

/** Stem of an adjective form and whether its endings are soft; undefined when the word is none. */
function adjectiveStem(word: string): { stem: string; soft: boolean; reflexive: boolean } | undefined {
  if (NOT_ADJECTIVES.has(word)) return undefined;
  const found = ADJECTIVE.exec(word);
  if (!found) return undefined;
  const [, stem = '', ending = '', reflexive] = found;
  if (
    /^(?:ой|ей|ом|ем|им|ым)$/u.test(ending) &&
    !/(?:н|ск|цк|ов|ев|ущ|ющ|ящ|ащ|вш|т|рабоч|общ|младш|старш|лучш|высш|перв|втор)$/u.test(stem)
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
