import type { Item, Part, Plan } from '../model/plan.ts';
import { asMap, asText } from '../model/raw.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Run } from './document.ts';
import { rawOf } from './raw-node.ts';
import type { Typesetter } from './texts.ts';

/** The number as it is printed, with the closing mark of the plan. */
export function printedNumber(item: Item, plan: Plan): string {
  const suffix = asText(asMap(plan.source.numbering)?.suffix) ?? '';
  return suffix !== '' && item.number.endsWith(suffix) ? item.number : item.number + suffix;
}

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
  switch (field) {
    case 'number':
      return 'number' in holder ? [[{ text: printedNumber(holder, plan) }]] : [];
    case 'action':
      return holder.action === '' ? [] : [set.words(holder.action)];
    case 'when':
      return holder.when && !holder.when.inherited ? [set.words(holder.when.text)] : [];
    case 'executors':
      return holder.executors.map(({ key, note }) => {
        const name = plan.executors.get(key)?.name ?? key;
        return set.words(note === undefined ? name : `${name} ${note}`);
      });
    case 'indicators':
      return holder.indicators.map(({ text }) => set.words(text));
    case 'for':
      return 'for' in holder ? holder.for.map(({ key }) => set.words(names.get(key) ?? key)) : [];
    default:
      return otherTexts(rawOf(plan, holder.route), field, set);
  }
}

function otherTexts(
  raw: ReturnType<typeof rawOf>,
  field: string,
  set: Typesetter,
): readonly (readonly Run[])[] {
  const value = field.startsWith('extra.') ? asMap(raw?.extra)?.[field.slice('extra.'.length)] : raw?.[field];
  const map = asMap(value);
  const text = asText(map ? map.text : value);
  if (text === undefined) return [];
  const link = asText(map?.url);
  return [link === undefined ? set.words(text) : set.words(text).map((run) => ({ ...run, link }))];
}
