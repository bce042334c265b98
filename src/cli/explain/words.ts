import type { Calendar } from '../../meaning/calendar.ts';
import type { Day } from '../../meaning/day.ts';
import type { Indicator } from '../../meaning/indicator.ts';
import type { Period, PlanPeriod } from '../../meaning/period.ts';
import type { Reading } from '../../meaning/reading.ts';
import { frameOf } from '../../report/frame.ts';
import { oneLine } from '../../report/safe-text.ts';
import { styleOf } from '../../report/style.ts';
import { dateInWords } from '../../report/verdict.ts';
import { wrap } from '../../report/width.ts';
import { indicatorRows, periodRows, type Row } from '../../view/reading-rows.ts';
import type { CommandIo } from '../command.ts';

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
function unread(
  text: string,
  reading: Reading<unknown> & { understood: false },
  what: readonly Row[],
  io: CommandIo,
): string {
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
  return `${[...rows.map((row) => `  ${row}`), ...rowsOf(what, io)].join('\n')}\n`;
}

/** A reading of a period at one glance. */
export function periodWords(
  text: string,
  reading: Reading<Period>,
  context: { readonly period: PlanPeriod; readonly calendar: Calendar; readonly today: Day },
  io: CommandIo,
): string {
  const rows = periodRows(reading, { ...context, language: io.language, dateInWords });
  return reading.understood ? glance(text, rows, io) : unread(text, reading, rows, io);
}

/** A reading of an indicator at one glance. */
export function indicatorWords(text: string, reading: Reading<Indicator>, io: CommandIo): string {
  const rows = indicatorRows(reading, io.language);
  return reading.understood ? glance(text, rows, io) : unread(text, reading, rows, io);
}

const glance = (text: string, rows: readonly Row[], io: CommandIo): string =>
  `${[...wrap(oneLine(text), io.stdout.width), ...rowsOf(rows, io)].join('\n')}\n`;
