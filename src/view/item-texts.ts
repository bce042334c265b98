import type { Item, Part, Plan } from '../model/plan.ts';
import { cellTexts, printedNumber } from '../model/printed.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Run } from './document.ts';
import type { Typesetter } from './texts.ts';

/** What to call an item where rows of several sections stand together: by its printed number, with its section where numbers begin again. */
export function listedNumber(item: Item, plan: Plan): string {
  const name = referenceTo(item);
  return name === item.number ? printedNumber(item, plan) : name;
}

/** The texts of one field, each to be a paragraph of its cell. */
export function fieldTexts(
  holder: Part | Item,
  plan: Plan,
  field: string,
  names: ReadonlyMap<string, string>,
  set: Typesetter,
): readonly (readonly Run[])[] {
  return cellTexts(holder, plan, field, names).map(({ text, link }) => {
    if (field === 'number') return [{ text }];
    return link === undefined ? set.words(text) : set.words(text).map((run) => ({ ...run, link }));
  });
}
