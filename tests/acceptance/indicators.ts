import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dayOf } from '../../src/meaning/day.ts';
import type { Indicator } from '../../src/meaning/indicator.ts';
import type { PlanPeriod } from '../../src/meaning/period.ts';
import { readIndicator } from '../../src/russian/indicator/read.ts';
import { stem } from '../../src/russian/words/stem.ts';

const shared = (path: string): string => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));

/** How people read real indicators, and those of the kinds of plans people bring. */
export const GOLD = shared('gold/indicators.tsv');
export const KINDS_OF_PLANS = shared('kinds/indicators.tsv');

export const goldIsThere = (): boolean => existsSync(GOLD) && existsSync(KINDS_OF_PLANS);

interface Row {
  readonly line: number;
  readonly text: string;
  readonly document: string;
  readonly kind: string;
  readonly op: string;
  readonly value: string;
  readonly unit: string;
  readonly per: string;
  readonly notes: string;
}

export type Verdict = 'right' | 'wrong' | 'unread';

export interface Measured {
  readonly rows: number;
  readonly right: number;
  readonly unread: readonly { readonly row: Row; readonly why: string }[];
  readonly wrong: readonly { readonly row: Row; readonly because: string; readonly read: Indicator }[];
}

function rowsOf(table: string): readonly Row[] {
  return readFileSync(table, 'utf8')
    .split('\n')
    .slice(1)
    .map((line, at) => ({ cells: line.split('\t'), line: at + 2 }))
    .filter(({ cells }) => cells.length > 3)
    .map(({ cells, line }) => {
      const [text, document, , kind, op, value, unit, , per, notes] = cells.map((cell) => cell ?? '');
      return {
        line,
        text: text!,
        document: document!,
        kind: kind!,
        op: op!,
        value: value!,
        unit: unit!,
        per: per!,
        notes: notes ?? '',
      };
    });
}

const PERIOD: PlanPeriod = { from: dayOf(2022, 1, 1)!, to: dayOf(2022, 12, 31)!, schoolYear: false };

const KINDS: Readonly<Record<string, string>> = { cadence: 'count', 'percent-range': 'percent' };
const number = (text: string): number => Number(text.replace(',', '.').replace('+', ''));

/** The head of a unit in words: what a person would look for. Gold and reading may differ in attributes. */
function sameUnit(gold: string, read: string | null): boolean {
  if (gold === '') return true;
  if (read === null) return false;
  const stems = new Set(read.split(/[^\p{L}\p{N}]+/u).map(stem));
  // The head of «школа-участница», «план-заказ» is the first half; of «методический материал» the noun, which
  // is the first word that does not agree as an adjective.
  const head = gold
    .split(' ')
    .find(
      (word) =>
        !/(?:ый|ий|ой|ая|яя|[^ье]ее|ое|ые|[нк]ие)$/u.test(word) ||
        /(?:[аеия]ние|тие|сие)$/u.test(word) ||
        word.length < 4,
    );
  return head?.split('-').every((half) => stems.has(stem(half))) ?? false;
}

function sameBounds(row: Row, read: Indicator): string | undefined {
  if (row.kind === 'artifact' || row.kind === 'qualitative') return undefined;
  if (row.op === 'in') {
    const [low, high] = row.value.split('..').map(number);
    return read.value === low && read.max === high && read.op === null ? undefined : 'range';
  }
  if (read.op !== row.op) return `op ${read.op}`;
  if (read.max !== null) return `max ${read.max}`;
  if (read.value !== number(row.value)) return `value ${read.value}`;
  if (/^[+-]/u.test(row.value) !== (read.change === 'by')) return 'change';
  return undefined;
}

function compareOne(row: Row, read: Indicator): string | undefined {
  const kind = KINDS[row.kind] ?? row.kind;
  if (row.kind === 'not-an-indicator') return 'read as an indicator';
  const several = /[;|]/u.test(row.unit) || (row.value.includes('|') && row.kind !== 'staged');
  if (several || row.notes.startsWith('compound:')) return comparePartwise(row, read, kind);
  if (kind === 'artifact' && read.kind === 'compound' && row.notes.includes('two statements')) {
    return comparePartwise(row, read, kind);
  }
  if (read.kind !== kind) return `kind ${read.kind}`;
  const perGold = /^per (?:(\d+) )?([a-z-]+?)s?$/u.exec(
    row.per.replace('quarter of school year', 'school-quarter'),
  );
  if (row.kind === 'cadence') {
    if (read.per !== perGold?.[2]) return `per ${read.per}`;
    if ((read.every ?? 1) !== Number(perGold?.[1] ?? 1)) return `every ${read.every}`;
  } else if (read.per !== undefined) return `per ${read.per}`;
  const each = /^per (?:(\d+) )?[а-яё]/u.exec(row.per);
  if (row.kind === 'count' && each && (read.of === null || (read.each ?? 1) !== Number(each[1] ?? 1)))
    return 'per each';
  if (row.kind === 'staged') return compareStages(row, read);
  const bounds = sameBounds(row, read);
  if (bounds) return bounds;
  return row.kind === 'qualitative' || sameUnit(row.unit, read.unit) ? undefined : `unit ${read.unit}`;
}

function comparePartwise(row: Row, read: Indicator, kind: string): string | undefined {
  if (read.kind !== 'compound') return `kind ${read.kind}`;
  const units = row.unit.split(/[;|]/u).map((unit) => unit.trim());
  const values = row.value.split('|');
  if (row.notes.startsWith('compound:')) {
    const [first] = read.parts;
    return first?.kind === kind && first.op === row.op && first.value === number(row.value)
      ? undefined
      : 'parts';
  }
  if (read.parts.length < units.length) return `${read.parts.length} parts`;
  for (const [at, part] of read.parts.entries()) {
    const other = kind === 'percent' && part.kind === 'count';
    if (part.kind !== kind && !other) return `part ${part.kind}`;
    if (!sameUnit(units[at] ?? units[0]!, part.unit)) return `part unit ${part.unit}`;
    if (kind !== 'artifact' && (part.op !== row.op || part.value !== number(values[at]!)))
      return `part ${at}`;
  }
  return undefined;
}

function compareStages(row: Row, read: Indicator): string | undefined {
  const values = row.value.split('|').map(number);
  if (read.stages.length !== values.length) return `${read.stages.length} stages`;
  for (const [at, stage] of read.stages.entries()) {
    if (stage.value !== values[at] || stage.op !== row.op) return `stage ${at}: ${stage.op} ${stage.value}`;
  }
  const years = row.per.split('|');
  const years4 = years.every((year) => /^\d{4}$/u.test(year));
  if (years4 && read.stages.some((stage, at) => stage.by !== dayOf(Number(years[at]), 12, 31)))
    return 'stage year';
  return sameUnit(row.unit, read.unit) ? undefined : `unit ${read.unit}`;
}

/** Where the table itself says that other answers are right as well: a refusal, `=` beside `>=`, another kind. */
const mayBeRefused = ({ notes, kind }: Row): boolean =>
  kind === 'not-an-indicator' || /a refusal|not understood is right/u.test(notes);

function tolerated(row: Row, read: Indicator): boolean {
  if (row.notes.includes('`=` as well') && read.op === '=')
    return compareOne({ ...row, op: '=' }, read) === undefined;
  if (row.notes.includes('an artifact is tolerated') || row.notes.includes('artifact is right too'))
    return read.kind === 'artifact';
  if (row.notes.includes('qualitative is right too')) return read.kind === 'qualitative';
  if (row.notes.includes('count 0 is tolerated')) return read.kind === 'count' && read.value === 0;
  if (/two documents/u.test(row.notes) && read.kind === 'compound')
    return read.parts.every(({ kind }) => kind === 'artifact') && sameUnit(row.unit, read.parts[0]!.unit);
  return false;
}

/** Reads every row of a gold table and compares strictly: kind, op, value(s), max, rhythm, stages, unit by its head. */
export function measureIndicators(table: string): Measured {
  const rows = rowsOf(table);
  const unread: { row: Row; why: string }[] = [];
  const wrong: { row: Row; because: string; read: Indicator }[] = [];
  let right = 0;
  for (const row of rows) {
    const read = readIndicator(row.text, { period: PERIOD });
    if (!read.understood) {
      if (mayBeRefused(row)) right += 1;
      else unread.push({ row, why: read.why.ru });
      continue;
    }
    const because = compareOne(row, read.meaning);
    if (because && !tolerated(row, read.meaning)) wrong.push({ row, because, read: read.meaning });
    else right += 1;
  }
  return { rows: rows.length, right, unread, wrong };
}
