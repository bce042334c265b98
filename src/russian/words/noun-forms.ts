/** Grammatical gender of a noun: decides the ending of the adjectives beside it. */
export type Gender = 'm' | 'f' | 'n';

/** One form of a noun and the cases it may stand in: n g d a i p, upper-case for the plural. */
interface NounForm {
  readonly form: string;
  readonly gender: Gender;
  readonly cases: string;
}

/** Endings in the order of the cases ngdaip and NGDAIP, with `*` for the gen. plural of zero ending. */
const PARADIGMS: Readonly<Record<string, readonly [Gender, string]>> = {
  m: ['m', '- а у - ом е ы ов ам ы ами ах'],
  'm-soft': ['m', 'ь я ю ь ем е и ей ям и ями ях'],
  'm-i': ['m', 'й я ю й ем е и ев ям и ями ях'],
  'm-ii': ['m', 'й я ю й ем и и ев ям и ями ях'],
  f: ['f', 'а ы е у ой е ы * ам ы ами ах'],
  'f-ya': ['f', 'я и е ю ей е и * ям и ями ях'],
  'f-iya': ['f', 'я и и ю ей и и й ям и ями ях'],
  'f-soft': ['f', 'ь и и ь ью и и ей ям и ями ях'],
  n: ['n', 'о а у о ом е а * ам а ами ах'],
  'n-e': ['n', 'е а у е ем е а * ам а ами ах'],
  'n-ie': ['n', 'е я ю е ем и я й ям я ями ях'],
  adjective: ['m', 'ый ого ому ого ым ом ые ых ым ых ыми ых'],
  present: ['m', 'ий его ему его им ем ие их им их ими их'],
  reflexive: ['m', 'ийся егося емуся егося имся емся иеся ихся имся ихся имися ихся'],
  'adjective-f': ['f', 'ая ой ой ую ой ой ые ых ым ые ыми ых'],
};

const ends = (stem: string, letters: string): boolean => stem !== '' && letters.includes(stem.at(-1)!);
const VELAR = 'гкх';
const HUSHING = 'жшчщ';

/** The paradigm a noun follows by its own shape; nouns in -ь are feminine unless they end in -тель, -арь. */
function paradigmOf(noun: string): readonly [key: string, stem: string] {
  if (noun.endsWith('ийся')) return ['reflexive', noun.slice(0, -4)];
  if (noun.endsWith('щий')) return ['present', noun.slice(0, -2)];
  if (noun.endsWith('ый')) return ['adjective', noun.slice(0, -2)];
  if (noun.endsWith('ая')) return ['adjective-f', noun.slice(0, -2)];
  if (noun.endsWith('ия')) return ['f-iya', noun.slice(0, -1)];
  if (noun.endsWith('ие') || noun.endsWith('ье')) return ['n-ie', noun.slice(0, -1)];
  if (noun.endsWith('ий')) return ['m-ii', noun.slice(0, -1)];
  const tail = noun.at(-1)!;
  const stem = noun.slice(0, -1);
  if (tail === 'й') return ['m-i', stem];
  if (tail === 'а') return ['f', stem];
  if (tail === 'я') return ['f-ya', stem];
  if (tail === 'о') return ['n', stem];
  if (tail === 'е') return ['n-e', stem];
  if (tail === 'ь') return [stem.endsWith('тел') || stem.endsWith('ар') ? 'm-soft' : 'f-soft', stem];
  return ['m', noun];
}

/** Spelling after hushing and back consonants: ы → и, unstressed о → е, -ов → -ей. */
function joined(stem: string, ending: string): readonly string[] {
  if (ending === '-') return [stem];
  if (ending.startsWith('ы') && ends(stem, VELAR + HUSHING)) return [stem + ending.replace('ы', 'и')];
  if (ending === 'ов' && ends(stem, HUSHING)) return [`${stem}ей`];
  if (ending === 'ов' && stem.endsWith('ц')) return [`${stem}ев`, `${stem}ов`];
  if ((ending === 'ом' || ending === 'ой') && ends(stem, `${HUSHING}ц`))
    return [stem + ending, stem + ending.replace('о', 'е')];
  return [stem + ending];
}

/** Genitive plural without an ending, with the fleeting vowel of -ка (справка → справок, ручка → ручек). */
function zeroPlural(stem: string, soft: boolean): string {
  const cluster = stem.endsWith('к') && stem.length > 1 && !ends(stem.slice(0, -1), 'аеиоуыэюя');
  if (cluster) {
    const base = stem.slice(0, -1);
    if (ends(base, HUSHING)) return `${base}ек`;
    if (ends(base, 'йь')) return `${base.slice(0, -1)}ек`;
    return `${base}ок`;
  }
  return soft ? `${stem}ь` : stem;
}

/** What all forms of an entry begin with, told without making them. */
export function beginningOf(entry: string): string {
  const [lemma = '', ...stems] = entry.split('/');
  const own = paradigmOf(lemma)[1];
  // «справка, справок»; «линейка, линеек».
  let begins = own.endsWith('к') ? own.slice(0, -2) : own;
  for (const stem of stems) {
    if (stem !== 'm') while (stem !== '' && !stem.startsWith(begins)) begins = begins.slice(0, -1);
  }
  return begins;
}

const CASES = 'ngdaipNGDAIP';

/**
 * All forms of a noun. The entry is the nominative singular, with what its shape does not tell after
 * slashes: `список/списк` (stem of the other cases), `письмо//писем` (genitive plural), `профиль/m`
 * (gender of a noun in -ь). ё must be folded already.
 */
export function formsOf(entry: string): { readonly lemma: string; readonly forms: readonly NounForm[] } {
  const [lemma = '', oblique = '', plural = ''] = entry.split('/');
  const [shape, own] = paradigmOf(lemma);
  const key = oblique !== '' && lemma.endsWith('ь') ? 'm-soft' : shape;
  const stem = oblique !== '' && oblique !== 'm' ? oblique : own;
  const [gender, endings] = PARADIGMS[key]!;
  const cases = new Map<string, string>();
  const add = (form: string, code: string) => {
    cases.set(form, (cases.get(form) ?? '') + code);
  };
  endings.split(' ').forEach((ending, at) => {
    const code = CASES[at]!;
    // The accusative of a masculine noun is its nominative or its genitive, by what it means: take both.
    if (code === 'n' || (code === 'a' && gender === 'm')) add(lemma, code);
    if (code === 'n' || (code === 'a' && key === 'm')) {
      if (code === 'a') add(`${stem}а`, code);
    } else if (code === 'a' && key === 'f-soft') add(lemma, code);
    else if (code === 'G' && plural !== '') add(plural, code);
    else if (ending === '*') add(zeroPlural(stem, key === 'f-ya'), code);
    else for (const form of joined(stem, ending)) add(form, code);
  });
  return { lemma, forms: [...cases].map(([form, letters]) => ({ form, gender, cases: letters })) };
}
