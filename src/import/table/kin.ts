import type { Header } from './header.ts';
import type { Field } from './heading.ts';
import { plainHeading } from './heading.ts';

const fieldsOf = (header: Header): ReadonlySet<Field> =>
  new Set(
    header.columns.flatMap(({ field, assumed }) =>
      field === 'extra' || field === 'number' || field === 'note' || assumed ? [] : [field],
    ),
  );

const shared = (a: ReadonlySet<Field>, b: ReadonlySet<Field>): number =>
  [...a].filter((field) => b.has(field)).length;

const headingsOf = (header: Header): string =>
  header.columns.map(({ heading }) => plainHeading(heading)).join('|');

/**
 * Whether a table belongs to the road map that another one heads: under the same headings, or with an action where that
 * has one and all but one of its columns. A list of duties or a timetable has not, and is an annex.
 */
export function belongsToRoadMap(header: Header, main: Header): boolean {
  if (headingsOf(header) === headingsOf(main)) return true;
  const [own, its] = [fieldsOf(header), fieldsOf(main)];
  if (its.has('action') && !own.has('action')) return false;
  return shared(own, its) >= Math.max(2, Math.min(3, its.size - 1));
}

/** How much a header names of an item: the main table of a document names most, and has most rows among such. */
export const fullness = (header: Header, rows: number): number =>
  (fieldsOf(header).has('action') ? 10_000 : 0) + fieldsOf(header).size * 1000 + Math.min(rows, 999);
