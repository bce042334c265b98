import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The nouns of src/russian/words/nouns.txt with all their forms. Nouns that end alike share their endings, and what
 * a noun is beside them is its stem: in full the forms are half a megabyte that every start would read, and as
 * a sorted text to search in still ten times these lists.
 */
export function nounForms(root) {
  const { lists, irregular, withYo, pluralInA } = readDictionary(root);
  const numbers = new Map();
  const nouns = [...irregular, ...lists.flatMap(([kind, words]) => words.map((word) => regular(kind, word)))];
  const lines = nouns.map(({ kind, lemma, forms }) => {
    const stem = forms.map(([form]) => form).reduce(common);
    const endings = forms
      .map(([form, gender, cases]) => `${form.slice(stem.length)}:${gender}${cases}`)
      .join(' ');
    if (!numbers.has(endings)) numbers.set(endings, numbers.size);
    const written = withYo.get(lemma) ?? lemma;
    return [stem, kind, numbers.get(endings), ...(written === forms[0][0] ? [] : [written])].join(' ');
  });
  return {
    'src/russian/words/generated/nouns.ts': `/** Endings of a noun, each with its gender and cases. */
export const ENDINGS: readonly string[] = ${JSON.stringify([...numbers.keys()], null, 1)};

/** Stem, kind, which endings, and the lemma where it isn't the first form. */
export const NOUNS = ${JSON.stringify(lines.join('\n'))};
`,
  };

  function regular(kind, word) {
    const [entry, stands] = word.split(':');
    const [plain] = entry.split('/');
    const forms =
      kind === 'fixed'
        ? [[word, 'n', 'ngdaipNGDAIP']]
        : plain.includes('-')
          ? hyphened(plain)
          : formsOf(entry);
    const plural =
      pluralInA.includes(plain) && (plain.endsWith('ь') ? `${plain.slice(0, -1)}я` : `${plain}а`);
    return {
      kind: kind === 'fixed' ? 'document' : kind,
      lemma: stands ?? plain,
      forms: forms.map(([form, gender, cases]) => [form, gender, form === plural ? `${cases}NA` : cases]),
    };
  }
}

function readDictionary(root) {
  const text = readFileSync(join(root, 'src/russian/words/nouns.txt'), 'utf8');
  const sections = new Map(
    text
      .replace(/^#.*\n/gm, '')
      .split(/^(?=\[)/m)
      .slice(1)
      .map((section) => [
        section.slice(1, section.indexOf(']')),
        section.slice(section.indexOf(']') + 1).trim(),
      ]),
  );
  const take = (name) => {
    const section = sections.get(name);
    if (section === undefined) throw new Error(`nouns.txt has no section [${name}]`);
    sections.delete(name);
    return section;
  };
  const irregular = take('irregular')
    .split('\n')
    .map((line) => {
      const [lemma, kind, gender, ...forms] = line.split(' ');
      return { lemma, kind, forms: forms.map((form) => [form.split(':')[0], gender, form.split(':')[1]]) };
    });
  const withYo = new Map(
    take('with ё')
      .split(' ')
      .map((word) => [word.replaceAll('ё', 'е'), word]),
  );
  const pluralInA = take('plural in -а').split(' ');
  return {
    irregular,
    withYo,
    pluralInA,
    lists: [...sections].map(([kind, words]) => [kind, words.split(/\s+/)]),
  };
}

/** What two words begin with. */
function common(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return one.slice(0, length);
}

/** Both halves of «школа-участница» decline, in «мастер-класс» only the last one does; no form twice. */
function hyphened(plain) {
  const cut = plain.lastIndexOf('-');
  const first = plain.slice(0, cut);
  const rows = new Map();
  const add = (form, gender, cases) => rows.has(form) || rows.set(form, [form, gender, cases]);
  for (const [last, gender, cases] of formsOf(plain.slice(cut + 1))) {
    add(`${first}-${last}`, gender, cases);
    for (const [form, headGender, headCases] of formsOf(first)) {
      const shared = [...headCases].filter((code) => cases.includes(code)).join('');
      if (shared !== '') add(`${form}-${last}`, headGender, shared);
    }
  }
  return [...rows.values()];
}

/** Endings in the order of the cases ngdaip and NGDAIP, with `*` for the gen. plural of zero ending. */
const PARADIGMS = {
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

const ends = (stem, letters) => stem !== '' && letters.includes(stem.at(-1));
const VELAR = 'гкх';
const HUSHING = 'жшчщ';

/** The paradigm a noun follows by its own shape; nouns in -ь are feminine unless they end in -тель, -арь. */
function paradigmOf(noun) {
  if (noun.endsWith('ийся')) return ['reflexive', noun.slice(0, -4)];
  if (noun.endsWith('щий')) return ['present', noun.slice(0, -2)];
  if (noun.endsWith('ый')) return ['adjective', noun.slice(0, -2)];
  if (noun.endsWith('ая')) return ['adjective-f', noun.slice(0, -2)];
  if (noun.endsWith('ия')) return ['f-iya', noun.slice(0, -1)];
  if (noun.endsWith('ие') || noun.endsWith('ье')) return ['n-ie', noun.slice(0, -1)];
  if (noun.endsWith('ий')) return ['m-ii', noun.slice(0, -1)];
  const tail = noun.at(-1);
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
function joined(stem, ending) {
  if (ending === '-') return [stem];
  if (ending.startsWith('ы') && ends(stem, VELAR + HUSHING)) return [stem + ending.replace('ы', 'и')];
  if (ending === 'ов' && ends(stem, HUSHING)) return [`${stem}ей`];
  if (ending === 'ов' && stem.endsWith('ц')) return [`${stem}ев`, `${stem}ов`];
  if ((ending === 'ом' || ending === 'ой') && ends(stem, `${HUSHING}ц`))
    return [stem + ending, stem + ending.replace('о', 'е')];
  return [stem + ending];
}

/** Genitive plural without an ending, with the fleeting vowel of -ка (справка → справок, ручка → ручек). */
function zeroPlural(stem, soft) {
  const cluster = stem.endsWith('к') && stem.length > 1 && !ends(stem.slice(0, -1), 'аеиоуыэюя');
  if (cluster) {
    const base = stem.slice(0, -1);
    if (ends(base, HUSHING)) return `${base}ек`;
    if (ends(base, 'йь')) return `${base.slice(0, -1)}ек`;
    return `${base}ок`;
  }
  return soft ? `${stem}ь` : stem;
}

const CASES = 'ngdaipNGDAIP';

/** All forms of an entry of the dictionary: form, gender, and the cases it stands for. */
function formsOf(entry) {
  const [lemma = '', oblique = '', plural = ''] = entry.split('/');
  const [shape, own] = paradigmOf(lemma);
  const key = oblique !== '' && lemma.endsWith('ь') ? 'm-soft' : shape;
  const stem = oblique !== '' && oblique !== 'm' ? oblique : own;
  const [gender, endings] = PARADIGMS[key];
  const cases = new Map();
  const add = (form, code) => {
    cases.set(form, (cases.get(form) ?? '') + code);
  };
  endings.split(' ').forEach((ending, at) => {
    const code = CASES[at];
    // The accusative of a masculine noun is its nominative or its genitive, by what it means: take both.
    if (code === 'n' || (code === 'a' && gender === 'm')) add(lemma, code);
    if (code === 'n' || (code === 'a' && key === 'm')) {
      if (code === 'a') add(`${stem}а`, code);
    } else if (code === 'a' && key === 'f-soft') add(lemma, code);
    else if (code === 'G' && plural !== '') add(plural, code);
    else if (ending === '*') add(zeroPlural(stem, key === 'f-ya'), code);
    else for (const form of joined(stem, ending)) add(form, code);
  });
  return [...cases].map(([form, letters]) => [form, gender, letters]);
}
