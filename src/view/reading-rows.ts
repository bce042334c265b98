import type { Bilingual, Language } from '../finding/text.ts';
import type { Calendar } from '../meaning/calendar.ts';
import { type Day, toIso } from '../meaning/day.ts';
import type { Indicator } from '../meaning/indicator.ts';
import { occurrencesOf } from '../meaning/occurrences.ts';
import type { Period, PeriodKind, PlanPeriod } from '../meaning/period.ts';
import type { Reading } from '../meaning/reading.ts';
import { writeIndicator, writePeriod } from '../russian/index.ts';

const PERIOD_KINDS: Readonly<Record<PeriodKind, Bilingual>> = {
  day: { ru: 'один день', en: 'one day' },
  span: { ru: 'отрезок времени', en: 'a span of time' },
  recurring: { ru: 'повторяется', en: 'repeats' },
  open: { ru: 'весь срок плана', en: 'as long as the plan runs' },
  'on-demand': { ru: 'без дат: по необходимости', en: 'without dates: as needed' },
  composite: { ru: 'несколько сроков', en: 'several windows' },
  relative: { ru: 'считается от события', en: 'counted from an event' },
};

const INDICATOR_KINDS: Readonly<Record<Indicator['kind'], Bilingual>> = {
  count: { ru: 'число', en: 'a count' },
  percent: { ru: 'доля в процентах', en: 'a percentage' },
  artifact: { ru: 'документ, который должен появиться', en: 'a document that must exist' },
  staged: { ru: 'число по этапам', en: 'a target by stages' },
  compound: { ru: 'несколько показателей', en: 'several indicators' },
  qualitative: { ru: 'без числа и документа', en: 'neither a number nor a document' },
};

const LABELS = {
  understood: { ru: 'понято', en: 'understood' },
  unread: { ru: 'не понято', en: 'not understood' },
  means: { ru: 'иначе говоря', en: 'in other words' },
  from: { ru: 'начало', en: 'from' },
  to: { ru: 'крайний срок', en: 'deadline' },
  next: { ru: 'ближайшие дни', en: 'next days' },
  plan: { ru: 'план на', en: 'the plan runs' },
  none: { ru: 'не указано', en: 'not stated' },
  besides: { ru: 'и ещё сказано', en: 'it also says' },
  help: { ru: 'как написать', en: 'write instead' },
} as const satisfies Record<string, Bilingual>;

const NEXT = 5;

/** One thing that is said of a reading. */
export type Row = readonly [label: Bilingual, text: string];

/** What a reading is seen against; dates are written as the place they are shown at writes them. */
export interface Seen {
  readonly period: PlanPeriod | undefined;
  readonly calendar: Calendar;
  readonly today: Day;
  readonly language: Language;
  dateInWords(iso: string, language: Language): string;
}

const dateRow = (label: Bilingual, day: Day | null, { language, dateInWords }: Seen): Row => [
  label,
  day === null ? LABELS.none[language] : dateInWords(toIso(day), language),
];

const dateInDigits = (day: Day, language: Language): string =>
  language === 'ru' ? toIso(day).split('-').reverse().join('.') : toIso(day);

function nextDays(period: Period, { period: plan, calendar, today, language }: Seen): readonly Row[] {
  const all = plan ? occurrencesOf(period, plan, calendar) : [];
  if (all.length < 2) return [];
  const coming = all.filter((day) => day >= today);
  const shown = (coming.length === 0 ? all : coming).slice(0, NEXT);
  const words = shown.map((day) => dateInDigits(day, language)).join(', ');
  const total = language === 'ru' ? `всего в плане: ${all.length}` : `in the whole plan: ${all.length}`;
  return [[LABELS.next, `${words} (${total})`]];
}

/** How a period is read, in words; why it is not. */
export function periodRows(reading: Reading<Period>, seen: Seen): readonly Row[] {
  if (!reading.understood) return unreadRows(reading, seen.language);
  const { language, period, dateInWords } = seen;
  const { meaning } = reading;
  const dated = meaning.from !== null || meaning.to !== null;
  const ends = ({ from, to }: PlanPeriod): string =>
    [from, to].map((day) => dateInWords(toIso(day), language)).join(' – ');
  return [
    [LABELS.understood, PERIOD_KINDS[meaning.kind][language]],
    [LABELS.means, writePeriod(meaning)],
    ...(dated ? [dateRow(LABELS.from, meaning.from, seen), dateRow(LABELS.to, meaning.to, seen)] : []),
    ...nextDays(meaning, seen),
    ...(period ? ([[LABELS.plan, ends(period)]] as const) : []),
  ];
}

/** How an indicator is read, in words; why it is not. */
export function indicatorRows(reading: Reading<Indicator>, language: Language): readonly Row[] {
  if (!reading.understood) return unreadRows(reading, language);
  const besides = [reading.meaning, ...reading.meaning.parts].flatMap(({ qualifiers = [] }) => qualifiers);
  return [
    [LABELS.understood, INDICATOR_KINDS[reading.meaning.kind][language]],
    [LABELS.means, writeIndicator(reading.meaning)],
    ...(besides.length > 0 ? ([[LABELS.besides, besides.join('; ')]] as const) : []),
  ];
}

const unreadRows = (
  { why, refusal }: Reading<unknown> & { understood: false },
  language: Language,
): readonly Row[] => [
  [LABELS.unread, why[language]],
  ...(refusal ? ([[LABELS.help, refusal.help[language]]] as const) : []),
];
