import { createHash } from 'node:crypto';
import type { Plan } from '../model/plan.ts';

/**
 * How a rendered document says which plan it came from, so that `import --update` and `verify` know it again after
 * it was edited and saved by Word or LibreOffice (both keep bookmarks and custom properties):
 *
 * - custom property `roadmap.plan`: the id of the plan;
 * - custom property `roadmap.edition`: `editionOf(plan, workspace)` (`edition.ts`) of the text that was rendered;
 * - custom properties `roadmap.text.001` …: the text of that edition, compressed (`kept-edition.ts`);
 * - custom properties `roadmap.columns.001` …: field and heading of each printed column, compressed, so that a column
 *   is known whatever its heading says;
 * - custom property `roadmap.marks`: the version of these conventions;
 * - a bookmark `itemBookmark(item.id)` around the number of each item's row, or around the first words of a row that
 *   prints no number;
 * - in a cell, one paragraph for each value of the list (executor, indicator), parts of an item as paragraphs of a
 *   numbered list after the item's own; a line feed of the author is a line break inside its paragraph.
 */
export const PLAN_PROPERTY = 'roadmap.plan';
export const EDITION_PROPERTY = 'roadmap.edition';
/** The text of the edition; in a file it is compressed and parted (`ooxml/kept-text.ts`). */
export const TEXT_PROPERTY = 'roadmap.text';
/** JSON, a list of pairs: the field of a column and its heading. */
export const COLUMNS_PROPERTY = 'roadmap.columns';
export const MARKS_PROPERTY = 'roadmap.marks';
export const MARKS_VERSION = '1';
/** In documents that no plan can be read back from: what they are (`matrix`, `report`, `extract`). */
export const KIND_PROPERTY = 'roadmap.document';

const PREFIX = 'rm_item_';
/** Word cuts names of bookmarks at forty characters. */
const LONGEST = 40;

/**
 * The bookmark of an item: its id with `_`, capitals (Word does not tell them apart) and all but letters and digits
 * escaped as `_hex_`; an id too long for Word gives a digest instead. Different ids give different names.
 */
export function itemBookmark(id: string): string {
  const name = PREFIX + id.replace(/[^0-9a-zа-яё]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`);
  return name.length <= LONGEST ? name : `${PREFIX}_h_${digest(id).slice(0, 24)}`;
}

/** Bookmark → id for the items of a plan. */
export function itemsByBookmark(plan: Plan): ReadonlyMap<string, string> {
  return new Map(plan.items.map((item) => [itemBookmark(item.id), item.id]));
}

/** SHA-256, in hexadecimal. */
export const digest = (text: string): string => digestOf([text]);

/** The same of a text in pieces. */
export function digestOf(pieces: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}
