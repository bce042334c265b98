/** A numeral found in a run of words: its value and how many words it took. */
interface NumeralFound {
  readonly value: number;
  readonly length: number;
}

/** Every case form of the simple cardinals, lower-case, ё folded to е. */
const FORMS: readonly (readonly [value: number, forms: string])[] = [
  [0, 'ноль нуль ноля нуля нолю нулю нулем'],
  [1, 'один одна одно одного одной одному одним одном одну одною'],
  [2, 'два две двух двум двумя двое двоих двоим двоими'],
  [3, 'три трех трем тремя трое троих троим троими'],
  [4, 'четыре четырех четырем четырьмя четверо четверых четверым'],
  [5, 'пять пяти пятью пятеро пятерых'],
  [6, 'шесть шести шестью шестеро шестерых'],
  [7, 'семь семи семью семеро семерых'],
  [8, 'восемь восьми восемью восьмью восьмеро восьмерых'],
  [9, 'девять девяти девятью девятеро'],
  [10, 'десять десяти десятью десятеро'],
  [11, 'одиннадцать одиннадцати одиннадцатью'],
  [12, 'двенадцать двенадцати двенадцатью'],
  [13, 'тринадцать тринадцати тринадцатью'],
  [14, 'четырнадцать четырнадцати четырнадцатью'],
  [15, 'пятнадцать пятнадцати пятнадцатью'],
  [16, 'шестнадцать шестнадцати шестнадцатью'],
  [17, 'семнадцать семнадцати семнадцатью'],
  [18, 'восемнадцать восемнадцати восемнадцатью'],
  [19, 'девятнадцать девятнадцати девятнадцатью'],
  [20, 'двадцать двадцати двадцатью'],
  [30, 'тридцать тридцати тридцатью'],
  [40, 'сорок сорока'],
  [50, 'пятьдесят пятидесяти пятьюдесятью'],
  [60, 'шестьдесят шестидесяти шестьюдесятью'],
  [70, 'семьдесят семидесяти семьюдесятью'],
  [80, 'восемьдесят восьмидесяти восемьюдесятью восьмьюдесятью'],
  [90, 'девяносто девяноста'],
  [100, 'сто ста'],
  [200, 'двести двухсот двумстам двумястами двухстах'],
  [300, 'триста трехсот тремстам тремястами трехстах'],
  [400, 'четыреста четырехсот четыремстам четырьмястами четырехстах'],
  [500, 'пятьсот пятисот пятистам пятьюстами пятистах'],
  [600, 'шестьсот шестисот шестистам шестьюстами шестистах'],
  [700, 'семьсот семисот семистам семьюстами семистах'],
  [800, 'восемьсот восьмисот восьмистам восемьюстами восьмистах'],
  [900, 'девятьсот девятисот девятистам девятьюстами девятистах'],
];

const ORDERS: readonly (readonly [value: number, forms: string])[] = [
  [1_000, 'тысяча тысячи тысяче тысячу тысячей тысячью тысяч тысячам тысячами тысячах'],
  [1_000_000, 'миллион миллиона миллиону миллионом миллионе миллионы миллионов'],
];

function byForm(rows: typeof FORMS): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const [value, forms] of rows) for (const form of forms.split(' ')) values.set(form, value);
  return values;
}

const CARDINALS = byForm(FORMS);
const SCALE_WORDS = byForm(ORDERS);

/** Hundreds, tens and units at `at`, each at most once and in falling order; teens stand alone. */
function readBelowThousand(words: readonly string[], at: number): NumeralFound | undefined {
  let value = 0;
  let length = 0;
  let room = 1_000;
  for (;;) {
    const next = CARDINALS.get(words[at + length] ?? '');
    if (next === undefined || (next === 0 && length > 0)) break;
    const order = next >= 100 ? 100 : next >= 20 ? 10 : 1;
    const fits = next >= 10 && next < 20 ? room > 10 : order < room;
    if (!fits) break;
    value += next;
    length += 1;
    room = order === 1 ? 0 : order;
    if (room === 0 || next === 0) break;
  }
  return length === 0 ? undefined : { value, length };
}

/**
 * Reads a cardinal in any case that begins at `words[at]`: «двух», «сорока одного», «двести пятьдесят»,
 * «тысяча двести». Words are lower-case with ё folded to е. A sequence that is no number
 * («два три») is read as far as it is one.
 */
export function readNumeral(words: readonly string[], at: number): NumeralFound | undefined {
  let total = 0;
  let length = 0;
  let ceiling = Number.POSITIVE_INFINITY;
  for (;;) {
    const group = readBelowThousand(words, at + length);
    const groupLength = group?.length ?? 0;
    const scale = SCALE_WORDS.get(words[at + length + groupLength] ?? '');
    if (scale !== undefined && scale < ceiling && (group !== undefined || length === 0)) {
      total += (group?.value ?? 1) * scale;
      length += groupLength + 1;
      ceiling = scale;
      continue;
    }
    if (group !== undefined && ceiling >= 1_000) {
      total += group.value;
      length += groupLength;
    }
    break;
  }
  return length === 0 ? undefined : { value: total, length };
}

/** An ordinal word: its place in a row; «первые», «вторых» are of several. */
interface Ordinal {
  readonly value: number;
  readonly plural: boolean;
}

/** Endings of the singular, then of the plural. */
const ORDINAL_ENDINGS = ['ый ого ому ым ом ая ой ую ою ое', 'ые ых ыми'] as const;
const SOFT_ENDINGS = ['ий ьего ьему ьим ьем ья ьей ью ье', 'ьи ьих ьими'] as const;

const ORDINAL_STEMS: readonly (readonly [number, string])[] = [
  [1, 'перв'],
  [2, 'втор'],
  [4, 'четверт'],
  [5, 'пят'],
  [6, 'шест'],
  [7, 'седьм'],
  [8, 'восьм'],
  [9, 'девят'],
  [10, 'десят'],
  [11, 'одиннадцат'],
  [12, 'двенадцат'],
  [13, 'тринадцат'],
  [14, 'четырнадцат'],
  [15, 'пятнадцат'],
  [16, 'шестнадцат'],
  [17, 'семнадцат'],
  [18, 'восемнадцат'],
  [19, 'девятнадцат'],
  [20, 'двадцат'],
  [30, 'тридцат'],
  [40, 'сороков'],
  [50, 'пятидесят'],
  [100, 'сот'],
];

function ordinalForms(): ReadonlyMap<string, Ordinal> {
  const forms = new Map<string, Ordinal>();
  const add = (stem: string, value: number, endings: readonly string[]) => {
    for (const [number, row] of endings.entries())
      for (const ending of row.split(' ')) forms.set(stem + ending, { value, plural: number === 1 });
  };
  for (const [value, stem] of ORDINAL_STEMS) add(stem, value, ORDINAL_ENDINGS);
  add('трет', 3, SOFT_ENDINGS);
  return forms;
}

const ORDINALS = ordinalForms();
const DIGIT_ORDINAL = /^(\d{1,4})-?(?:ый|ий|ой|й|ая|яя|я|ое|е|ого|его|го|ому|му|ым|ом|м|ую|ю)$/u;

/**
 * Reads one ordinal: «первый», «второго», «третьей», «2-й», «3-я», «2-го». «3-х» and «3-мя» are not
 * read: they stand for cardinals as often as for ordinals. The word is lower-case, ё folded.
 */
export function readOrdinal(word: string): Ordinal | undefined {
  const spelled = ORDINALS.get(word);
  if (spelled !== undefined) return spelled;
  const digits = word < ':' ? DIGIT_ORDINAL.exec(word) : null;
  return digits ? { value: Number(digits[1]), plural: false } : undefined;
}

/** How numerals begin a compound: двухнедельный, трёхмесячный, семидневный. */
const PREFIXES: Readonly<Record<string, number>> = {
  одно: 1,
  двух: 2,
  трех: 3,
  четырех: 4,
  пяти: 5,
  шести: 6,
  семи: 7,
  восьми: 8,
  девяти: 9,
  десяти: 10,
  двенадцати: 12,
  четырнадцати: 14,
  пятнадцати: 15,
  двадцати: 20,
  тридцати: 30,
};
const LENGTH = /^(.*?)(дневн|недельн|месячн|годичн)(?:ый|ого|ому|ом|ым)$/;
const LENGTH_UNITS = { дневн: 'day', недельн: 'week', месячн: 'month', годичн: 'year' } as const;

/** «двухнедельный», «трёхмесячного», «месячный»: how long; a bare «дневный» wants its number before it (0). */
export function readLength(
  word: string,
): { readonly n: number; readonly unit: 'day' | 'week' | 'month' | 'year' } | undefined {
  const [, prefix, stem] = LENGTH.exec(word) ?? [];
  if (stem === undefined) return undefined;
  const unit = LENGTH_UNITS[stem as keyof typeof LENGTH_UNITS];
  if (prefix === '') return { n: 0, unit };
  const n = PREFIXES[prefix!];
  return n === undefined ? undefined : { n, unit };
}

/** Words that multiply the number before them, or count one of their own. */
const SCALE_FORMS: readonly (readonly [worth: number, plural: string, forms: string])[] = [
  [10, 'десятки', 'десяток десятка десятков десятком'],
  [12, 'дюжины', 'дюжина дюжину дюжин дюжиной'],
  [100, 'сотни', 'сотня сотню сотен сотней'],
  [1_000, 'тысячи', 'тысяча тысячу тысяч тысячей тысячью тысячам тысячами тысячах тыс'],
  [1_000_000, 'миллионы', 'миллион миллиона миллионов миллиону миллионом млн'],
  [1_000_000_000, 'миллиарды', 'миллиард миллиарда миллиардов миллиардом млрд'],
];

/** What a word of scale is worth; `open`: alone it does not say how many, as «сотни участников». */
export interface Scale {
  readonly worth: number;
  readonly open: boolean;
}

/** «десяток», «тысяч», «млн»: by form, lower-case. */
export const SCALES_BY_FORM: ReadonlyMap<string, Scale> = new Map(
  SCALE_FORMS.flatMap(([worth, plural, forms]) =>
    [plural, ...forms.split(' ')].map((form) => [form, { worth, open: form === plural }] as const),
  ),
);

/** «полтора», «полтораста», «полсотни» and their forms. */
export const HALVES: ReadonlyMap<string, number> = byForm([
  [1.5, 'полтора полторы полутора'],
  [50, 'полсотни полусотни'],
  [150, 'полтораста полутораста'],
  [500, 'полтысячи'],
]);

const ONE_PART = byForm([
  [3, 'треть третью третьи трети'],
  [4, 'четверть четвертью четверти'],
  [5, 'пятая пятой пятую'],
  [8, 'восьмая восьмой восьмую'],
  [10, 'десятая десятой десятую'],
]);
const PARTS = byForm([
  [3, 'трети третей'],
  [4, 'четверти четвертей'],
  [5, 'пятых'],
  [8, 'восьмых'],
  [10, 'десятых'],
]);

/** Into how many equal parts a word cuts the whole: «(одна) треть», «(две) пятых»; undefined for any other word. */
export const partsIn = (word: string, count: number): number | undefined =>
  (count === 1 ? ONE_PART : PARTS).get(word);

/** «дважды»: how many times, in one word. */
export const TIMES_IN_A_WORD: ReadonlyMap<string, number> = byForm([
  [1, 'однажды единожды'],
  [2, 'дважды'],
  [3, 'трижды'],
  [4, 'четырежды'],
]);
