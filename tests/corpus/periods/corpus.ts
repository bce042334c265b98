import { readdirSync, readFileSync } from 'node:fs';
import { parseDay, toIso } from '../../../src/meaning/day.ts';
import type { Period, PlanPeriod } from '../../../src/meaning/period.ts';
import { toRRule } from '../../../src/meaning/rrule.ts';

export interface Row {
  readonly file: string;
  readonly text: string;
  readonly plan: string;
  /** In the notation of `inShort`; `?` for a text that must not be understood. */
  readonly meaning: string;
}

/** `2022`, `2021/22` or `2021..2023`. */
export function planOf(text: string): PlanPeriod {
  const [first, last = first] = text.split('..');
  const year = Number(first!.slice(0, 4));
  const schoolYear = text.includes('/');
  const day = (iso: string) => parseDay(iso)!;
  return schoolYear
    ? { from: day(`${year}-09-01`), to: day(`${year + 1}-08-31`), schoolYear }
    : { from: day(`${year}-01-01`), to: day(`${last}-12-31`), schoolYear };
}

/** A meaning on one line: `span 2021-03-01..2021-04-30`, `recurring … FREQ=WEEKLY`, `composite … [a; b]`. */
export function inShort(period: Period): string {
  const day = (value: number | null) => (value === null ? '' : toIso(value));
  const ends = `${day(period.from)}..${day(period.to)}`;
  const pieces: string[] = [period.kind];
  if (period.kind === 'day') pieces.push(day(period.from));
  else if (period.kind !== 'on-demand' && period.kind !== 'relative') pieces.push(ends);
  if (period.offset) pieces.push(`${period.offset.n} ${period.offset.unit}`);
  if (period.event !== undefined) pieces.push(`«${period.event}»`);
  if (period.recurrence) pieces.push(toRRule(period.recurrence));
  if (period.times !== undefined) {
    pieces.push(`${period.times}/${period.per}${period.every === undefined ? '' : `*${period.every}`}`);
  }
  if (period.parts.length > 0) pieces.push(`[${period.parts.map(inShort).join('; ')}]`);
  if (period.basis) pieces.push(`basis:${period.basis}`);
  if (period.for !== undefined) pieces.push(`for:${period.for}`);
  if (period.time) pieces.push(`at ${period.time}`);
  return pieces.join(' ');
}

export function corpus(): readonly Row[] {
  const folder = new URL('./', import.meta.url);
  const rows: Row[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.tsv')) continue;
    for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n').slice(1)) {
      if (line === '') continue;
      const [text, plan, meaning] = line.split('\t');
      rows.push({
        file: file.slice(0, -4),
        text: text!.replaceAll('\\n', '\n'),
        plan: plan!,
        meaning: meaning!,
      });
    }
  }
  return rows;
}

/** One row in three is held out: never looked at while the grammar is written, only measured. FNV-1a of the text. */
export function isHeldOut(text: string): boolean {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % 3 === 0;
}
