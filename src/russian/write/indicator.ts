import { plural } from '../../finding/plural.ts';
import { type Day, datePartsOf } from '../../meaning/day.ts';
import type { Comparison, Indicator, Stage } from '../../meaning/indicator.ts';
import type { Per } from '../../meaning/period.ts';
import { inflect, isFeminine, type WantedForm } from '../words/inflect.ts';
import { isTimeUnit } from '../words/statement.ts';

const BOUND: Readonly<Record<Comparison, string>> = {
  '>=': 'не менее ',
  '>': 'более ',
  '=': '',
  '<': 'менее ',
  '<=': 'не более ',
};

const SPANS: Readonly<Record<Per, readonly [one: string, few: string, many: string]>> = {
  day: ['день', 'дня', 'дней'],
  week: ['неделю', 'недели', 'недель'],
  month: ['месяц', 'месяца', 'месяцев'],
  quarter: ['квартал', 'квартала', 'кварталов'],
  'half-year': ['полугодие', 'полугодия', 'полугодий'],
  year: ['год', 'года', 'лет'],
  'school-quarter': ['четверть', 'четверти', 'четвертей'],
  'school-year': ['учебный год', 'учебных года', 'учебных лет'],
};

const EVERY = 'два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать'.split(' ');

/** «1 500», «0,2»: thousands apart by a no-break space, so that 2000 pieces are no year. */
function figure(value: number): string {
  const [whole = '', fraction] = String(Number(value.toFixed(6))).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, '\u00a0');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

function rhythm({ per, every = 1 }: Indicator): string {
  if (per === undefined) return '';
  if (every === 1) return ` в ${SPANS[per][0]}`;
  // In words: «в 2 полугодия» is too near to «в 2 полугодии».
  const words = per === 'week' || per === 'school-quarter' ? ['две', ...EVERY.slice(1)] : EVERY;
  return ` в ${words[every - 2] ?? every} ${plural(every, SPANS[per])}`;
}

/** The form of the noun after a number: its own count for a bare one, the genitive after a bound. */
function wantedForm(op: Comparison | null, value: number): WantedForm {
  if (!Number.isInteger(value)) return 'genitive-one';
  const bare = op === '=';
  const form = plural(value, ['one', 'few', 'many'] as const);
  if (bare) return form as WantedForm;
  return form === 'one' ? 'genitive-one' : 'genitive-many';
}

/** «не менее 5», «от 45 до 50», with what the number is measured in. */
function amount({ op, value, max }: Indicator, measure = ''): string {
  if (value === null) return '';
  if (max !== null) return `от ${figure(value)} до ${figure(max)}${measure}`;
  return `${BOUND[op ?? '=']}${figure(value)}${measure}`;
}

function changed(indicator: Indicator): string {
  const { value, unit, change, op, kind } = indicator;
  if (value === null) return '';
  const percent = kind === 'percent';
  const falls = change === 'times' ? value < 1 : value < 0;
  const what =
    unit === null ? '' : ` ${percent ? 'доли' : 'количества'} ${inflect(unit, 'genitive-many') ?? unit}`;
  const head = falls ? `снижение${what}` : `увеличение${what}`;
  if (change === 'times') return `${head} в ${figure(falls ? 1 / value : value)} раза`;
  const ops: Readonly<Record<Comparison, Comparison>> = {
    '>=': '<=',
    '>': '<',
    '=': '=',
    '<': '>',
    '<=': '>=',
  };
  const shown = falls ? ops[op ?? '>='] : (op ?? '>=');
  const size = `${figure(Math.abs(value))}${percent ? ' %' : ''}`;
  return shown === '>='
    ? `${head} на ${size}`
    : shown === '='
      ? `${head} ровно на ${size}`
      : `${head} ${BOUND[shown]}чем на ${size}`;
}

function counted(indicator: Indicator): string {
  const { unit, of, per, op, value } = indicator;
  if (unit === null && per !== undefined) {
    const times = plural(value ?? 0, ['раз', 'раза', 'раз']);
    const genitive = op === '=' ? times : plural(value ?? 0, ['раза', 'раз', 'раз']);
    return `${amount(indicator)} ${genitive}${rhythm(indicator)}`;
  }
  if (unit === null) return `${amount(indicator)} ед.`;
  const wanted = indicator.max === null ? wantedForm(op, value ?? 0) : 'genitive-many';
  const noun = inflect(unit, wanted);
  // «5 дней» alone would read as a time.
  const exact = op === '=' && per === undefined && isTimeUnit(unit) ? 'ровно ' : '';
  const number =
    noun === undefined ? `${unit} – ${amount(indicator)}` : `${exact}${amount(indicator)} ${noun}`;
  return number + rhythm(indicator) + (of === null ? '' : eachOf(of, indicator.each));
}

/** « от каждой школы», « от каждого куратора»; « на 3 педагогов». */
function eachOf(lemma: string, each = 1): string {
  if (each > 1) return ` на ${each} ${inflect(lemma, 'genitive-many') ?? lemma}`;
  const genitive = inflect(lemma, 'genitive-one');
  if (genitive === undefined) return ` от каждого: ${lemma}`;
  return isFeminine(lemma) ? ` от каждой ${genitive}` : ` от каждого ${genitive}`;
}

function share(indicator: Indicator): string {
  const { unit, of } = indicator;
  const whole = of ?? unit;
  const number = amount(indicator, ' %');
  if (whole === null) return number + rhythm(indicator);
  const noun = of === null ? undefined : inflect(whole, 'genitive-many');
  return noun === undefined
    ? `${whole} – ${number}${rhythm(indicator)}`
    : `${number} ${noun}${rhythm(indicator)}`;
}

const MONTH_ENDS = [3, 6, 9, 12];

const dated = (day: Day): string => {
  const { year, month, date } = datePartsOf(day);
  return `${String(date).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`;
};

/** «в 2023 году», «в 1 полугодии 2022 г.», «до 01.06.2022». */
function stageTime({ from, by }: Stage): string {
  if (by === null) return '';
  const end = datePartsOf(by);
  if (from !== null) {
    const start = datePartsOf(from);
    const whole = start.date === 1 && start.year === end.year && MONTH_ENDS.includes(end.month);
    const months = end.month - start.month + 1;
    if (whole && months === 12) return `в ${end.year} году`;
    if (whole && months === 6 && end.month % 6 === 0) return `в ${end.month / 6} полугодии ${end.year} г.`;
    if (whole && months === 3 && end.month % 3 === 0) return `в ${end.month / 3} квартале ${end.year} г.`;
  }
  return `до ${dated(by)}`;
}

function staged({ stages, unit, of }: Indicator): string {
  const percent = of !== null || unit === null;
  return stages
    .map((stage) => {
      const part: Indicator = {
        kind: percent ? 'percent' : 'count',
        op: stage.op,
        value: stage.value,
        max: null,
        unit,
        of,
        stages: [],
        parts: [],
      };
      return `${stageTime(stage)} – ${writeIndicator(part)}`;
    })
    .join(', ');
}

/** A target in canonical Russian, for messages: «не менее 2 встреч в месяц». Reading it gives the meaning back. */
export function writeIndicator(indicator: Indicator): string {
  switch (indicator.kind) {
    case 'compound':
      return indicator.parts.map(writeIndicator).join('; ');
    case 'staged':
      return staged(indicator);
    case 'artifact':
      return indicator.unit ?? 'документ';
    case 'qualitative':
      return indicator.unit ?? 'выполнено';
    case 'percent':
      return indicator.change ? changed(indicator) + rhythm(indicator) : byDay(indicator) + share(indicator);
    default:
      return indicator.change
        ? changed(indicator) + rhythm(indicator)
        : byDay(indicator) + counted(indicator);
  }
}

/** «до 01.06.2022 – »: the day of a single target that has one of its own. */
function byDay({ stages }: Indicator): string {
  const [only] = stages;
  return only && only.by !== null ? `до ${dated(only.by)} – ` : '';
}
