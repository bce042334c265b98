import { remembered } from '../../finding/remembered.ts';
import { ENDINGS, NOUNS } from './generated/nouns.ts';
import { derived, type Gender, type Noun, type NounKind } from './noun.ts';

/** A noun of the dictionary: what its forms have in common, and which endings they have. */
interface Entry {
  readonly lemma: string;
  readonly kind: NounKind;
  readonly stem: string;
  readonly endings: number;
  /** Its place in the dictionary, the likeliest first. */
  readonly place: number;
}

/** Endings with what a form has by them: its gender, then its cases. */
const endingsOf = remembered(
  (text): ReadonlyMap<string, string> =>
    new Map(text.split(' ').map((pair) => pair.split(':') as [string, string])),
);

let stems: Map<string, Entry[]> | undefined;
let lemmas: Map<string, Entry> | undefined;

/** The dictionary is cut when the first word is looked up, not when a command starts. */
function load(): {
  readonly stems: ReadonlyMap<string, readonly Entry[]>;
  readonly lemmas: ReadonlyMap<string, Entry>;
} {
  if (stems && lemmas) return { stems, lemmas };
  stems = new Map();
  lemmas = new Map();
  for (const [place, line] of NOUNS.split('\n').entries()) {
    const [stem = '', kind, number, written] = line.split(' ');
    const endings = Number(number);
    const first = ENDINGS[endings]!;
    const lemma = written ?? stem + first.slice(0, first.indexOf(':'));
    const entry: Entry = { lemma, kind: kind as NounKind, stem, endings, place };
    const alike = stems.get(stem);
    if (alike) alike.push(entry);
    else stems.set(stem, [entry]);
    // «руб» is the same noun as «рубль», whose forms are written out.
    if (!lemmas.has(lemma) || written === undefined) lemmas.set(lemma, entry);
  }
  return { stems, lemmas };
}

/** The nouns a word form (lower-case, ё folded) may be, the likeliest first; none for an unknown word. */
export function nounsOf(form: string): readonly Noun[] {
  const known = knownNounsOf(form);
  return known.length > 0 ? known : derived(form);
}

/** Only what the dictionary holds, without guesses from endings. */
export const knownNounsOf = remembered(lookUp);

function lookUp(form: string): readonly Noun[] {
  const found: (Noun & { readonly place: number })[] = [];
  const { stems } = load();
  for (let length = form.length; length >= 0; length--) {
    for (const { lemma, kind, endings, place } of stems.get(form.slice(0, length)) ?? []) {
      const has = endingsOf(ENDINGS[endings]!).get(form.slice(length));
      if (has) found.push({ lemma, gender: has[0] as Gender, kind, cases: has.slice(1), place });
    }
  }
  if (found.length === 0) return compounds(form);
  return found
    .sort((a, b) => a.place - b.place)
    .filter(({ lemma }, at) => found.findIndex((noun) => noun.lemma === lemma) === at)
    .map(({ place: _, ...noun }) => noun);
}

const NONE: readonly Noun[] = [];

/** First parts that go before any paper or event: «фотостенд», «онлайн-опрос», «педконсилиум», «экспресс-диагностика». */
const FIRST_PARTS =
  /^(?:(?:фото|видео|аудио|медиа|инфо|онлайн|веб|мини)-?|пед|(?:интернет|экспресс|блиц|арт)-)/u;

/** What a compound is, its last part is; only of papers and events, where no other reading comes near. */
function compounds(form: string): readonly Noun[] {
  const first = FIRST_PARTS.exec(form)?.[0];
  if (first === undefined || form.length < first.length + 4) return NONE;
  return lookUp(form.slice(first.length))
    .filter(({ kind }) => kind === 'document' || kind === 'event')
    .map((noun) => ({ ...noun, lemma: first + noun.lemma }));
}

/** One form of a noun of the dictionary by its lemma; `code` as in `cases`. */
export function formOf(lemma: string, code: string): string | undefined {
  const entry = load().lemmas.get(lemma);
  if (!entry) return undefined;
  for (const [ending, has] of endingsOf(ENDINGS[entry.endings]!)) {
    if (has.includes(code, 1)) return entry.stem + ending;
  }
  return undefined;
}

/** All forms of a noun of the dictionary by its lemma, ё folded, each with its cases. Throws for another word. */
export function formsOfNoun(lemma: string): readonly (readonly [form: string, cases: string])[] {
  const entry = load().lemmas.get(lemma);
  if (!entry) throw new Error(`no noun of the dictionary: ${lemma}`);
  return [...endingsOf(ENDINGS[entry.endings]!)].map(([ending, has]) => [entry.stem + ending, has.slice(1)]);
}
