import type { Bilingual, Language } from '../../finding/text.ts';
import type { Calendar } from '../../meaning/calendar.ts';
import { type Day, toIso } from '../../meaning/day.ts';
import type { Indicator } from '../../meaning/indicator.ts';
import { occurrencesOf } from '../../meaning/occurrences.ts';
import type { Period, PeriodKind, PlanPeriod } from '../../meaning/period.ts';
import type { Reading } from '../../meaning/reading.ts';
import { frameOf } from '../../report/frame.ts';
import { oneLine } from '../../report/safe-text.ts';
import { styleOf } from '../../report/style.ts';
import { dateInWords } from '../../report/verdict.ts';
import { wrap } from '../../report/width.ts';
import { writeIndicator, writePeriod } from '../../russian/index.ts';
import type { CommandIo } from '../command.ts';

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

type Row = readonly [label: Bilingual, text: string];

/** Labels on the left, as wide as the longest of them. */
function rowsOf(rows: readonly Row[], io: CommandIo): readonly string[] {
  const column = Math.max(...rows.map(([label]) => label[io.language].length)) + 2;
  return rows.flatMap(([label, text]) =>
    wrap(oneLine(text), Math.max(20, io.stdout.width - column - 2)).map(
      (line, at) => `  ${(at === 0 ? `${label[io.language]}:` : '').padEnd(column)}${line}`,
    ),
  );
}

/** The text with the part that could not be read underlined. */
function unread(text: string, reading: Reading<unknown> & { understood: false }, io: CommandIo): string {
  const style = styleOf({ color: io.stdout.color, ascii: !io.stdout.unicode });
  const [start, end] = reading.at;
  const rows = frameOf(
    {
      file: '',
      line: 1,
      column: start + 1,
      endLine: 1,
      endColumn: end + 1,
      frame: { first: 1, lines: [text] },
    },
    { width: io.stdout.width - 2, style, mark: '^', paint: style.severity.warning, digits: 1 },
  );
  const { refusal } = reading;
  const why = rowsOf(
    [
      [LABELS.unread, reading.why[io.language]],
      ...(refusal ? ([[LABELS.help, refusal.help[io.language]]] as const) : []),
    ],
    io,
  );
  return `${[...rows.map((row) => `  ${row}`), ...why].join('\n')}\n`;
}

const dateRow = (label: Bilingual, day: Day | null, language: Language): Row => [
  label,
  day === null ? LABELS.none[language] : dateInWords(toIso(day), language),
];

const dateInDigits = (day: Day, language: Language): string =>
  language === 'ru' ? toIso(day).split('-').reverse().join('.') : toIso(day);

function nextDays(
  period: Period,
  plan: PlanPeriod,
  calendar: Calendar,
  today: Day,
  language: Language,
): readonly Row[] {
  const all = occurrencesOf(period, plan, calendar);
  if (all.length < 2) return [];
  const coming = all.filter((day) => day >= today);
  const shown = (coming.length === 0 ? all : coming).slice(0, NEXT);
  const words = shown.map((day) => dateInDigits(day, language)).join(', ');
  const total = language === 'ru' ? `всего в плане: ${all.length}` : `in the whole plan: ${all.length}`;
  return [[LABELS.next, `${words} (${total})`]];
}

/** A reading of a period at one glance. */
export function periodWords(
  text: string,
  reading: Reading<Period>,
  context: { readonly period: PlanPeriod; readonly calendar: Calendar; readonly today: Day },
  io: CommandIo,
): string {
  if (!reading.understood) return unread(text, reading, io);
  const { language } = io;
  const { meaning } = reading;
  const dated = meaning.from !== null || meaning.to !== null;
  const ends = `${dateInWords(toIso(context.period.from), language)} – ${dateInWords(toIso(context.period.to), language)}`;
  const rows: readonly Row[] = [
    [LABELS.understood, PERIOD_KINDS[meaning.kind][language]],
    [LABELS.means, writePeriod(meaning)],
    ...(dated
      ? [dateRow(LABELS.from, meaning.from, language), dateRow(LABELS.to, meaning.to, language)]
      : []),
    ...nextDays(meaning, context.period, context.calendar, context.today, language),
    [LABELS.plan, ends],
  ];
  return `${[...wrap(oneLine(text), io.stdout.width), ...rowsOf(rows, io)].join('\n')}\n`;
}

/** A reading of an indicator at one glance. */
export function indicatorWords(text: string, reading: Reading<Indicator>, io: CommandIo): string {
  if (!reading.understood) return unread(text, reading, io);
  const besides = [reading.meaning, ...reading.meaning.parts].flatMap(({ qualifiers = [] }) => qualifiers);
  const rows: readonly Row[] = [
    [LABELS.understood, INDICATOR_KINDS[reading.meaning.kind][io.language]],
    [LABELS.means, writeIndicator(reading.meaning)],
    ...(besides.length > 0 ? ([[LABELS.besides, besides.join('; ')]] as const) : []),
  ];
  return `${[...wrap(oneLine(text), io.stdout.width), ...rowsOf(rows, io)].join('\n')}\n`;
}
