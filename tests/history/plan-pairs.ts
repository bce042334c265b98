import fc from 'fast-check';
import type { ItemFields, PlanDocument, SectionFields } from '../../src/schema/generated/types.ts';
import { generatedItem, generatedPlan, textOf } from '../roundtrip/generated.ts';

/** Two texts of a plan, the second with some of the changes that plans go through. */
export interface PlanPair {
  readonly before: string;
  readonly after: string;
  /** What was done, for a failure to be understood. */
  readonly steps: readonly string[];
}

type Step = (document: PlanDocument) => string;

const groupsOf = (document: PlanDocument): { items: ItemFields[]; section?: SectionFields }[] =>
  document.sections
    ? document.sections.map((section) => ({ items: section.items ?? [], section }))
    : [{ items: document.items ?? [] }];

const pick = <Value>(list: readonly Value[], at: number): Value => list[at % list.length]!;

const at = fc.nat();

/** A text field of an item, its indicators and those of its sub-events. */
function textsOf(item: ItemFields): { get: () => string; set: (text: string) => void }[] {
  const holders = [item, ...(item.parts ?? [])] as unknown as Record<string, unknown>[];
  return holders.flatMap((holder) => {
    const list = (holder.indicators ?? []) as unknown[];
    const at = (of: Record<string, unknown> | unknown[], key: string | number) => ({
      get: () => String((of as Record<string | number, unknown>)[key]),
      set: (text: string) => {
        (of as Record<string | number, unknown>)[key] = text;
      },
    });
    return [
      ...['action', 'when', 'note', 'info']
        .filter((key) => typeof holder[key] === 'string')
        .map((key) => at(holder, key)),
      ...list.map((_, n) => at(list, n)),
    ];
  });
}

const WORDS = [
  'педагогов',
  '«Заря»',
  '2023',
  'до 15 июня',
  '„Опора“',
  '5 %,',
  'школ;',
  'совместно с «МБУ «Центр»»',
  '(по графику)',
  '"Мир"',
  '»',
  'с 1-го этапа – всё',
];

const itemAt = (document: PlanDocument, place: number): ItemFields | undefined => {
  const all = groupsOf(document).flatMap(({ items }) => items);
  return all.length === 0 ? undefined : pick(all, place);
};

const rewording: fc.Arbitrary<Step> = fc
  .tuple(at, at, at, fc.constantFrom('replace', 'add', 'remove', 'whole'), fc.constantFrom(...WORDS))
  .map(([place, field, word, how, put]) => (document) => {
    const item = itemAt(document, place);
    if (!item || item.excluded !== undefined) return 'nothing';
    const text = pick(textsOf(item), field);
    const words = text.get().split(' ');
    const n = word % words.length;
    if (how === 'whole') text.set(`Иначе: ${put}`);
    else {
      words.splice(
        how === 'add' ? n + 1 : n,
        how === 'add' ? 0 : 1,
        ...(how === 'remove' && words.length > 1 ? [] : [put]),
      );
      text.set(words.join(' '));
    }
    return `${how} ${put} in item ${item.number}`;
  });

const refilling: fc.Arbitrary<Step> = fc.tuple(at, generatedItem).map(([place, fields]) => (document) => {
  const item = itemAt(document, place);
  if (!item || item.excluded !== undefined) return 'nothing';
  const { action, number } = item;
  for (const key of Object.keys(item)) delete (item as unknown as Record<string, unknown>)[key];
  Object.assign(item, fields, { number, action });
  return `other fields of item ${number}`;
});

const newName: fc.Arbitrary<Step> = fc
  .tuple(at, fc.constantFrom('МКУ «Опорный центр»', 'Совет отцов, матерей', 'Завуч (по согласованию)'))
  .map(([place, name]) => (document) => {
    const item = itemAt(document, place);
    if (!item || item.excluded !== undefined) return 'nothing';
    (document.executors as Record<string, unknown>).новый = { name };
    item.executors = [...((item.executors as string[] | undefined) ?? []), 'новый'];
    return `a new executor of item ${item.number}`;
  });

const numbersOf = (document: PlanDocument): readonly string[] =>
  groupsOf(document).flatMap(({ items }) => items.map(({ number }) => String(number)));

const insertion: fc.Arbitrary<Step> = fc
  .tuple(at, at, generatedItem, fc.boolean())
  .map(([group, place, fields, isEnd]) => (document) => {
    const { items } = pick(groupsOf(document), group);
    const index = isEnd ? items.length : place % (items.length + 1);
    const taken = numbersOf(document);
    const base = String(items[index - 1]?.number ?? items[index]?.number ?? '1').split('.')[0]!;
    let n = 1;
    const next = Math.max(0, ...taken.map((number) => Number.parseInt(number, 10))) + 1;
    while (taken.includes(`${base}.${n}`)) n++;
    const number = isEnd && group % 2 === 0 ? String(next) : `${base}.${n}`;
    items.splice(index, 0, { ...fields, number, action: `Новое дело ${number}: ${fields.action}` });
    return `item ${number} at ${index}`;
  });

const removal: fc.Arbitrary<Step> = fc
  .tuple(at, at, fc.boolean())
  .map(([group, place, isMarked]) => (document) => {
    const { items } = pick(groupsOf(document), group);
    if (items.length < 2) return 'nothing';
    const index = place % items.length;
    const { number } = items[index]!;
    if (isMarked) items[index] = { number, excluded: 'приказ от 01.06.2022 № 8' } as ItemFields;
    else items.splice(index, 1);
    return `without item ${number}`;
  });

/** Numbers from one place on are one higher: somebody put an item in between. */
const shift: fc.Arbitrary<Step> = fc.tuple(at, generatedItem).map(([place, fields]) => (document) => {
  const all = groupsOf(document).flatMap(({ items }) => items.map((item) => ({ item, items })));
  const from = place % all.length;
  if (all.some(({ item }) => !/^\d+$/.test(String(item.number)))) return 'nothing';
  const { item, items } = all[from]!;
  const number = String(item.number);
  for (const { item: one } of all.slice(from)) one.number = String(Number(one.number) + 1);
  items.splice(items.indexOf(item), 0, { ...fields, number, action: `Вставка ${number}` });
  return `item ${number} put in, those behind it renumbered`;
});

const sections: fc.Arbitrary<Step> = fc
  .tuple(at, fc.constantFrom('title', 'words', 'add', 'remove'), generatedItem)
  .map(([place, how, fields]) => (document) => {
    const { sections: list } = document;
    if (!list) return 'nothing';
    const section = pick(list, place);
    if (how === 'title') section.title = `Этап «${String(section.number)}»`;
    if (how === 'words') section.title = `${section.title} и итоги`;
    if (how === 'remove' && list.length > 2) list.splice(list.indexOf(section), 1);
    if (how === 'add') {
      const number = String(list.length + 5);
      if (list.some((one) => String(one.number) === number)) return 'nothing';
      list.splice((place % list.length) + 1, 0, {
        number,
        title: `Новый раздел ${number}`,
        items: [{ ...fields, number: `${number}0`, action: `Дело раздела ${number}` }],
      });
    }
    return `section ${how}`;
  });

const around: fc.Arbitrary<Step> = fc.constantFrom('title', 'context').map((what) => (document) => {
  if (what === 'title') document.title = document.title.replace('2022 году', '2022 и 2023 годах');
  else if (Array.isArray(document.context)) {
    const [entry] = document.context as { text?: string }[];
    if (entry?.text) entry.text = entry.text.replace('двух', 'трёх');
  }
  return what;
});

const move: fc.Arbitrary<Step> = fc.tuple(at, at).map(([group, place]) => (document) => {
  const { items } = pick(groupsOf(document), group);
  const [item] = items.splice(place % items.length, 1);
  items.push(item!);
  return `item ${String(item?.number)} moved`;
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: rewording },
  { weight: 3, arbitrary: refilling },
  { weight: 2, arbitrary: newName },
  { weight: 3, arbitrary: insertion },
  { weight: 3, arbitrary: removal },
  { weight: 1, arbitrary: shift },
  { weight: 2, arbitrary: sections },
  { weight: 1, arbitrary: around },
  { weight: 1, arbitrary: move },
);

const CONTEXT = [
  { heading: 'Актуальность', text: 'В районе нет двух опорных школ.' },
  { heading: 'Задачи', list: ['Поддержать школы', 'Обучить педагогов'] },
];

export const planPair: fc.Arbitrary<PlanPair> = fc
  .tuple(generatedPlan, fc.array(step, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([document, steps, hasContext]) => {
    const base = hasContext ? { ...document, context: CONTEXT } : document;
    const before = textOf(structuredClone(base) as PlanDocument);
    const changed = structuredClone(base) as PlanDocument;
    const done = steps.map((one) => one(changed));
    return { before, after: textOf(changed), steps: done };
  });
