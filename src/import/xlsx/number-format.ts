import { UTCDate } from '@date-fns/utc';
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { MONTHS, MONTHS_GENITIVE } from '../../finding/months.ts';
import { type Day, dayOf } from '../../meaning/day.ts';
import { childOf, elementsOf, type XmlElement } from '../../ooxml/xml.ts';

/** Built-in formats (ECMA-376, part 1, 18.8.30); those of dates as a Russian Excel shows them. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd.mm.yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd.mm.yyyy h:mm',
  27: 'yyyy mm',
  30: 'mm-dd-yy',
  36: 'yyyy mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  48: '##0.0E+0',
  49: '@',
  57: 'yyyy mm',
};

/** The number format of every cell style, by its index. */
export function readFormats(styles: XmlElement | undefined): readonly string[] {
  const own = new Map<number, string>();
  for (const format of elementsOf(childOf(styles, 'x:numFmts'), 'x:numFmt')) {
    own.set(Number(format.attributes.numFmtId), format.attributes.formatCode ?? '');
  }
  return elementsOf(childOf(styles, 'x:cellXfs'), 'x:xf').map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return own.get(id) ?? builtIn[id] ?? 'General';
  });
}

/** A piece of a section: words shown as they are, or signs that stand for the value. */
type Piece = { readonly literal: string } | { readonly code: string };

interface Section {
  readonly pieces: readonly Piece[];
  /** `[>=100]` */
  readonly condition: ((value: number) => boolean) | undefined;
  /** `[h]`, `[mm]`: hours beyond a day are counted on. */
  readonly elapsed: string | undefined;
}

const conditionOf = (text: string): Section['condition'] => {
  const [, sign, bound] = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  const limit = Number(bound);
  if (sign === undefined) return undefined;
  return (value) =>
    sign === '<='
      ? value <= limit
      : sign === '>='
        ? value >= limit
        : sign === '<>'
          ? value !== limit
          : sign === '<'
            ? value < limit
            : sign === '>'
              ? value > limit
              : value === limit;
};

const PIECES = /"([^"]*)"|\\(.)|_(.)|\*.|\[([^\]]*)\]|(;)|(General|Основной)|([\s\S])/giu;

/** A format taken apart: up to four sections, for numbers above, below and at zero, and for texts. */
function sectionsOf(format: string): readonly Section[] {
  const sections: { pieces: Piece[]; condition: Section['condition']; elapsed: string | undefined }[] = [
    { pieces: [], condition: undefined, elapsed: undefined },
  ];
  const add = (key: 'literal' | 'code', text: string): void => {
    const { pieces } = sections.at(-1)!;
    const last = pieces.at(-1);
    if (last && key in last)
      pieces[pieces.length - 1] = {
        [key]: `${(last as Record<string, string>)[key]}${text}`,
      } as unknown as Piece;
    else pieces.push({ [key]: text } as unknown as Piece);
  };
  for (const [, quoted, escaped, blank, bracket, end, general, sign] of format.matchAll(PIECES)) {
    const section = sections.at(-1)!;
    if (end) sections.push({ pieces: [], condition: undefined, elapsed: undefined });
    else if (quoted !== undefined) add('literal', quoted);
    else if (escaped !== undefined) add('literal', escaped);
    else if (blank !== undefined) add('literal', ' ');
    else if (bracket !== undefined) {
      if (/^(?:h+|m+|s+|ч+)$/iu.test(bracket)) {
        section.elapsed = bracket.toLowerCase();
        add('code', bracket);
      } else if (bracket.startsWith('$')) add('literal', bracket.slice(1).split('-')[0]!);
      else section.condition = conditionOf(bracket) ?? section.condition;
    } else if (general) add('code', 'G');
    else if (sign) add('code', sign);
  }
  return sections;
}

const codesOf = ({ pieces }: Section): string =>
  pieces.map((piece) => ('code' in piece ? piece.code : '')).join('');

/** Signs of days, hours and the like; a number format has none of them. */
const isDated = (section: Section): boolean =>
  section.elapsed !== undefined ||
  (/[dyдгhmsч]/iu.test(codesOf(section).replace(/e[+-]/gi, '')) && !/[#0?G]/.test(codesOf(section)));

const remembered = new Map<string, readonly Section[]>();
function parsed(format: string): readonly Section[] {
  const known = remembered.get(format);
  if (known) return known;
  if (remembered.size > 500) remembered.clear();
  const sections = sectionsOf(format);
  remembered.set(format, sections);
  return sections;
}

export const isDateFormat = (format: string): boolean => isDated(parsed(format)[0]!);

/** Whether a number is shown as percents: a hundred times itself. */
export const isPercentFormat = (format: string): boolean => codesOf(parsed(format)[0]!).includes('%');

const weekdays = 'воскресенье понедельник вторник среда четверг пятница суббота'.split(' ');
const shortWeekdays = 'Вс Пн Вт Ср Чт Пт Сб'.split(' ');
const two = (n: number): string => String(n).padStart(2, '0');

/** The long date and the time that the settings of the system give ([MS-OI29500] 2.1.743), as Russian ones do. */
const systemFormat = (format: string): string =>
  /^\[\$-f800\]/i.test(format) ? 'd mmmm yyyy" г."' : /^\[\$-f400\]/i.test(format) ? 'h:mm:ss' : format;

/** The day before Excel's first. It counts a 29 February 1900 that never was, so until then it is a day later. */
const DAY_0 = new UTCDate(1899, 11, 30);
const DAY_0_BEFORE_MARCH = addDays(DAY_0, 1);

/** The serial number that Excel gives a date (month 1–12), from March 1900 on. */
export const serialOf = (year: number, month: number, date: number): number =>
  differenceInCalendarDays(new UTCDate(year, month - 1, date), DAY_0);

/** The day of a serial number, of which only the whole part counts; undefined for days before Excel's first and after the year 9999. */
export function dayOfSerial(serial: number, from1904: boolean): Day | undefined {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  if (serial < 0 || days >= 2_958_466) return undefined;
  const date = addDays(days < 60 ? DAY_0_BEFORE_MARCH : DAY_0, days);
  return dayOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

/**
 * A serial day shown by its format, with Russian months: «14.03.2022 г.», «14 марта 2022 г.», «март 2022», «26:30».
 * `from1904` is the workbook's other way of counting.
 */
export function showDate(serial: number, format: string, from1904: boolean): string {
  const [section] = parsed(systemFormat(format));
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  const date = addDays(days < 60 ? DAY_0_BEFORE_MARCH : DAY_0, days);
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const [day, month, year] = [date.getDate(), date.getMonth(), date.getFullYear()];
  const codes = codesOf(section!);
  const hasDay = /d|д/iu.test(codes);
  const isHalf = /AM\/PM/i.test(codes);
  const hours =
    section!.elapsed?.startsWith('h') || section!.elapsed?.startsWith('ч')
      ? Math.floor(serial * 24 + 1e-9)
      : Math.floor(seconds / 3600) % 24;
  const shownHours = isHalf ? hours % 12 || 12 : hours;
  let afterHours = section!.elapsed !== undefined;
  const shown = (code: string): string =>
    code.replace(
      /(d+|д+)|(m+|м+)|(y+|г{2,})|(h+|ч+)|(s+|с+)|(AM\/PM)|([\s\S])/giu,
      (whole, d, m, y, h, s, half) => {
        if (d)
          return d.length === 1
            ? String(day)
            : d.length === 2
              ? two(day)
              : (d.length === 3 ? shortWeekdays : weekdays)[date.getDay()]!;
        if (m && section!.elapsed?.startsWith('m')) return String(Math.floor(serial * 1440 + 1e-9));
        if (s && section!.elapsed?.startsWith('s')) return String(Math.floor(serial * 86_400 + 1e-6));
        if (m && m.length <= 2 && (afterHours || /^:?s/i.test(code.slice(code.indexOf(m) + m.length))))
          return two(Math.floor(seconds / 60) % 60);
        if (m)
          return m.length === 1
            ? String(month + 1)
            : m.length === 2
              ? two(month + 1)
              : (hasDay ? MONTHS_GENITIVE : MONTHS)[month]!;
        if (y) return y.length <= 2 ? two(year % 100) : String(year);
        if (h) {
          afterHours = true;
          return h.length === 1 ? String(shownHours) : two(shownHours);
        }
        if (s) return two(seconds % 60);
        if (half) return hours < 12 ? 'AM' : 'PM';
        return whole === '@' ? '' : whole;
      },
    );
  return section!.pieces
    .map((piece) => ('literal' in piece ? piece.literal : shown(piece.code)))
    .join('')
    .trim();
}

/** The section that shows a number, and whether its sign is still to be written. */
function sectionFor(value: number, sections: readonly Section[]): { section: Section; signed: boolean } {
  const numbers = sections.slice(0, 3);
  if (numbers.some(({ condition }) => condition)) {
    const found =
      numbers.find(({ condition }) => condition?.(value)) ?? numbers.find(({ condition }) => !condition);
    return { section: found ?? numbers[0]!, signed: true };
  }
  const [above, below, zero] = numbers;
  if (value < 0 && below) return { section: below, signed: false };
  if (value === 0 && zero) return { section: zero, signed: false };
  return { section: above!, signed: true };
}

/** «1/2» with as many digits below as the format has places. */
function fraction(value: number, code: string): string {
  const [, whole, , below] = /([#0?]*)\s*([#0?]+)\/([#0?]+|\d+)/.exec(code)!;
  const limit = /^\d+$/.test(below!) ? Number(below) : 10 ** below!.length - 1;
  const integer = whole === '' ? 0 : Math.trunc(value);
  const rest = value - integer;
  let best = [0, 1] as readonly [number, number];
  for (let den = /^\d+$/.test(below!) ? limit : 1; den <= limit; den++) {
    const num = Math.round(rest * den);
    if (Math.abs(rest - num / den) < Math.abs(rest - best[0] / best[1]) - 1e-12) best = [num, den];
  }
  if (best[0] === 0) return String(integer);
  return `${integer === 0 ? '' : `${integer} `}${best[0]}/${best[1]}`;
}

const general = (value: number): string =>
  String(Number(value.toPrecision(15)))
    .replace('.', ',')
    .replace('e', 'E');

/** Digits of a number under a pattern such as `#,##0.00`, in Russian habits. */
function digits(value: number, pattern: string): string {
  if (/[#0?]+\/(?:[#0?]+|\d+)/.test(pattern)) return fraction(value, pattern);
  const scientific = /E([+-])(0+)/i.exec(pattern);
  if (scientific) {
    const places = /[.,]([0#?]+)E/i.exec(pattern)?.[1]?.length ?? 0;
    const [mantissa, exponent] = value.toExponential(places).split('e') as [string, string];
    const power = exponent.slice(1).padStart(scientific[2]!.length, '0');
    return `${mantissa.replace('.', ',')}E${exponent[0] === '-' ? '-' : scientific[1] === '+' ? '+' : ''}${power}`;
  }
  // A comma behind the last digit leaves out three of them.
  const scale = (pattern.match(/,+(?=\.|$)/g) ?? []).join('').length;
  const [before = '', after = ''] = pattern.split('.') as [string, string?];
  const places = (after.match(/[0#?]/g) ?? []).length;
  const least = (after.match(/0/g) ?? []).length;
  let text = (value / 1000 ** scale).toFixed(Math.min(places, 20));
  let [whole, decimals = ''] = text.split('.') as [string, string?];
  while (decimals.length > least && decimals.endsWith('0')) decimals = decimals.slice(0, -1);
  whole = whole.padStart((before.match(/0/g) ?? []).length, '0');
  if (whole === '0' && !before.includes('0') && decimals !== '') whole = '';
  if (/[#0?],[#0?]/.test(before)) whole = whole.replace(/\B(?=(?:\d{3})+$)/g, '\u00a0');
  text = decimals === '' ? whole : `${whole},${decimals}`;
  return text;
}

/** A section sign by sign; words are one sign each. */
const signsOf = ({ pieces }: Section): readonly Piece[] =>
  pieces.flatMap((piece): Piece[] =>
    'literal' in piece
      ? [piece]
      : [...piece.code].map((code) => (/[#0?.,%]/.test(code) ? { code } : { literal: code })),
  );

const isPlace = (sign: Piece | undefined): boolean =>
  sign !== undefined && 'code' in sign && /[#0?]/.test(sign.code);

/**
 * Digits with words between them («+7 (900) 123», «12 500» under `# ##0`): from the right each takes a place, and the
 * first place takes what is left. Undefined where no words part the digits before the comma.
 */
function spread(value: number, section: Section, pattern: string): string | undefined {
  if (/[/EG@%]/i.test(pattern)) return undefined;
  const signs = signsOf(section);
  const point = signs.findIndex((sign) => 'code' in sign && sign.code === '.');
  const end = point < 0 ? signs.length : point;
  const places = signs.flatMap((sign, at) => (at < end && isPlace(sign) ? [at] : []));
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (!signs.slice(first, last).some((sign) => 'literal' in sign)) return undefined;
  const [whole = '', decimals] = digits(value, pattern.replace(/[^#0?.]/g, '')).split(',');
  let left = [...(whole === '0' && !pattern.split('.')[0]!.includes('0') ? '' : whole)];
  const shown = signs.map((sign) => ('literal' in sign ? sign.literal : ''));
  for (const at of [...places].reverse()) {
    shown[at] = at === first ? left.join('') : (left.pop() ?? '');
    if (at === first) left = [];
  }
  const tail = point < 0 ? [] : shown.slice(point + 1);
  return [...shown.slice(0, end), decimals === undefined ? '' : `,${decimals}`, ...tail].join('');
}

/** A number as a cell shows it: words of its format included («30 участников», «не менее 30», «007»). */
export function showNumber(value: number, format: string): string {
  const sections = parsed(format);
  const { section, signed } = sectionFor(value, sections);
  const codes = codesOf(section);
  const bare = Math.abs(value) * (codes.includes('%') ? 100 ** codes.split('%').length / 100 : 1);
  const minus = value < 0 && signed ? '-' : '';
  if (!/[#0?G@]/.test(codes)) {
    const literal = section.pieces.map((piece) => ('literal' in piece ? piece.literal : piece.code)).join('');
    return literal.trim();
  }
  // Words may be between the digits; the places are those of the whole section.
  const pattern = codes.replace(/[^#0?.,/E+\d-]/gi, '');
  const parted = spread(bare, section, codes);
  if (parted !== undefined) return `${minus}${parted}`.trim();
  let placed = false;
  const text = section.pieces
    .map((piece) => {
      if ('literal' in piece) return piece.literal;
      return piece.code.replace(/G|@|(?:[#0?][#0?.,\s/\d]*(?:E[+-]0+)?)/gi, (run) => {
        const tail = /[\s.]*$/.exec(run)![0].replace(/\./g, '');
        if (placed) return tail;
        placed = true;
        return (run === 'G' || run === '@' ? general(bare) : digits(bare, pattern.trim())) + tail;
      });
    })
    .join('');
  return `${minus}${text}`.trim();
}

/** A text under a format of its own: `@" шт."` adds words to it. */
export function showText(text: string, format: string): string {
  const sections = parsed(format);
  const section = sections[3] ?? sections.find((each) => codesOf(each).includes('@'));
  if (!section || !codesOf(section).includes('@')) return text;
  return section.pieces
    .map((piece) => ('literal' in piece ? piece.literal : piece.code.replace('@', () => text)))
    .join('')
    .trim();
}
