import type { Bilingual } from '../../finding/text.ts';
import type { ItemName } from '../../history/amendment/clause.ts';
import { isSamePrint } from '../../history/signed-text.ts';
import { normaliseNumber } from '../../model/identity.ts';
import type { Item, Plan, Section } from '../../model/plan.ts';
import { type PrintedColumn, printedColumns, sectionTitle } from '../../model/printed.ts';
import { fromRoman } from '../../model/section-identity.ts';
import { plainHeading } from './order.ts';

/** Something that an order names, or why it is not to be found. */
export type Lookup<Value> = { readonly value: Value } | { readonly refused: Bilingual };

export const refused = (ru: string, en: string): { readonly refused: Bilingual } => ({ refused: { ru, en } });

const sectionNumber = (name: string): string => {
  const bare = normaliseNumber(name).replace(/\)$/, '');
  return fromRoman(bare.toUpperCase()) ?? bare.toLowerCase();
};

/** The section of a number («II» is «2») or a title. */
export function findSection(name: string, { sections }: Plan): Lookup<Section> {
  const byNumber = sections.filter(
    ({ number }) => number !== undefined && sectionNumber(number) === sectionNumber(name),
  );
  const found =
    byNumber.length > 0
      ? byNumber
      : sections.filter((one) => isSamePrint(one.title, name) || isSamePrint(sectionTitle(one), name));
  const [section] = found;
  if (section && found.length === 1) return { value: section };
  return found.length > 1
    ? refused(`разделов «${name}» в плане ${found.length}`, `the plan has ${found.length} sections “${name}”`)
    : refused(`раздела «${name}» в плане нет`, `the plan has no section “${name}”`);
}

/** The one item that an order can mean; what two items share is neither of them. */
export function findRow({ number, section }: ItemName, plan: Plan): Lookup<Item> {
  let home: Section | undefined;
  if (section !== undefined) {
    const found = findSection(section, plan);
    if ('refused' in found) return found;
    home = found.value;
  }
  const wanted = normaliseNumber(number);
  const found = plan.items.filter(
    (item) => normaliseNumber(item.number) === wanted && (!home || isWithin(item.section, home)),
  );
  const [item] = found;
  if (item && found.length === 1) return { value: item };
  return found.length > 1
    ? refused(
        `пунктов ${number} в плане ${found.length}, а раздел не назван`,
        `${found.length} items bear the number ${number}, and no section is named`,
      )
    : refused(`пункта ${number} в плане нет`, `the plan has no item ${number}`);
}

const isWithin = (section: Section | undefined, home: Section): boolean =>
  section !== undefined &&
  (section.route.join('/') === home.route.join('/') || isWithin(section.parent, home));

/** A column by its heading, by the beginning of it, or by its place from 1. */
export function findColumn(column: string | number, plan: Plan): Lookup<PrintedColumn> {
  const columns = printedColumns(plan);
  if (typeof column === 'number') {
    const found = columns[column - 1];
    return found
      ? { value: found }
      : refused(`графы ${column} в таблице нет`, `the table has no column ${column}`);
  }
  const wanted = plainHeading(column);
  const ways: readonly ((heading: string) => boolean)[] = [
    (heading) => heading === wanted,
    (heading) => heading.startsWith(`${wanted} `),
  ];
  for (const isMeant of ways) {
    const found = columns.filter(({ heading }) => isMeant(plainHeading(heading)));
    if (found.length === 1) return { value: found[0]! };
    if (found.length > 1) break;
  }
  return refused(`графы «${column}» в таблице нет`, `the table has no column “${column}”`);
}
