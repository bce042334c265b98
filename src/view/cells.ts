import type { Day } from '../meaning/day.ts';
import type { Cell, CellMark, ItemRow } from './document.ts';
import type { Typesetter } from './texts.ts';

/** Texts of a cell, each a paragraph; empty ones are left out. */
export function textCell(set: Typesetter, texts: string | readonly string[], mark?: CellMark): Cell {
  const list = typeof texts === 'string' ? [texts] : texts;
  return {
    paragraphs: list.filter((text) => text !== '').map((text) => set.paragraph('table-text', text)),
    ...(mark === undefined ? {} : { mark }),
  };
}

/** A real date; empty for none. */
export function dayCell(day: Day | null | undefined): Cell {
  return day === null || day === undefined ? { paragraphs: [] } : { paragraphs: [], value: { day } };
}

/** A real number; empty for none. */
export function numberCell(number: number | undefined): Cell {
  return number === undefined ? { paragraphs: [] } : { paragraphs: [], value: { number } };
}

export const row = (cells: readonly Cell[]): ItemRow => ({ kind: 'row', cells });
