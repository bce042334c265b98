import { plural } from '../finding/plural.ts';
import type { Bilingual } from '../finding/text.ts';
import { executorTwins } from './draft/executor-twins.ts';
import { claimsNotDone } from './draft/facts.ts';
import { noAction } from './draft/item.ts';
import { hasSeveralPeriods } from './draft/parts.ts';
import type { Draft, DraftMaking } from './draft/plan.ts';
import type { RoadMap, RowDoubt, SourcePlace, Uncertain } from './table/items.ts';

/** One thing to look at in the draft, with the place in the source document it comes from. */
export interface ImportNote {
  readonly message: Bilingual;
  readonly place?: SourcePlace;
  /** What a person may settle by one answer, so that it need not be looked at. */
  readonly asks?: Question;
}

/** The period of the plan, or whether two entries of `executors` are one body. */
type Question =
  | { readonly about: 'period' }
  | {
      readonly about: 'executors';
      readonly keys: readonly [string, string];
      readonly names: readonly [string, string];
    };

export interface ImportSummary {
  /** Tables (sheets) the plan was read from. */
  readonly tables: readonly string[];
  readonly items: number;
  readonly sections: number;
  readonly executors: number;
  readonly facts: number;
  readonly notes: readonly ImportNote[];
}

const doubts: Readonly<Record<RowDoubt, (text: string) => Bilingual>> = {
  'continued-row': (text) => ({
    ru: `Строка без номера присоединена к предыдущей: «${text}».`,
    en: `A row without a number was joined to the one before it: “${text}”.`,
  }),
  'number-assigned': (text) => ({
    ru: `У пункта не было номера, ему дан номер ${text}.`,
    en: `The item had no number; it was given ${text}.`,
  }),
  'lone-section': (text) => ({
    ru: `Строка прочитана как заголовок раздела: «${text}».`,
    en: `The row was read as a section heading: “${text}”.`,
  }),
  'unknown-column': (text) => ({
    ru: `Графа «${text}» не узнана и сохранена под своим названием.`,
    en: `The column “${text}” was not recognised and is kept under its own name.`,
  }),
  'stray-row': (text) => ({
    ru: `В графе номера стоят слова, они перенесены в мероприятие: «${text}».`,
    en: `The number cell has words; they were moved to the action: “${text}”.`,
  }),
  'no-heading': () => ({
    ru: 'Таблица без шапки прочитана как продолжение предыдущей.',
    en: 'A table without a heading was read as the continuation of the one before it.',
  }),
  'merged-number': (text) => ({
    ru: `Несколько строк под одним номером ${text} прочитаны как один пункт.`,
    en: `Several rows under the one number ${text} were read as one item.`,
  }),
  'repeated-number': (text) => ({
    ru: `Номер ${text} стоит у нескольких пунктов.`,
    en: `The number ${text} stands at several items.`,
  }),
  'sheet-number': (text) => ({
    ru: `Excel показывает номер иначе, чем его писали: ${text}.`,
    en: `Excel shows the number otherwise than it was written: ${text}.`,
  }),
  aside: (text) => ({
    ru: `Строка итогов или примечания не прочитана как пункт и записана комментарием: «${text}».`,
    en: `A row of totals or notes was not read as an item and is kept as a comment: “${text}”.`,
  }),
  'loose-cell': (text) => ({
    ru: `Ячейка не стоит ни в одной графе, её слова записаны комментарием: «${text}».`,
    en: `A cell stands in no column; its words are kept as a comment: “${text}”.`,
  }),
  'expected-result': (text) => ({
    ru: `Графа «${text}» прочитана как показатели; если в ней записано сделанное, перенесите это в файл фактов.`,
    en: `The column “${text}” was read as indicators; if it tells what was done, move that to a facts file.`,
  }),
  'several-items': (text) => ({
    ru: `Строка с номерами ${text} прочитана как несколько пунктов, по строчкам её ячеек.`,
    en: `The row with the numbers ${text} was read as several items, line by line.`,
  }),
  'second-plan': (text) => ({
    ru: `В документе есть ещё один план, его пункты прочитаны разделом: «${text}».`,
    en: `The document has one more plan; its items were read as a section: “${text}”.`,
  }),
  'empty-row': (text) => ({
    ru: `В строке стоит только номер ${text}, пункт из неё не прочитан.`,
    en: `The row has nothing but the number ${text}; no item was read from it.`,
  }),
  'bare-item': (text) => ({
    ru: `Строка без срока и исполнителя прочитана как пункт, а не как раздел: «${text}».`,
    en: `A row without period and executor was read as an item and not as a section: “${text}”.`,
  }),
};

const upper = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

const noteOf = ({ doubt, place, text }: Uncertain): ImportNote => ({ message: doubts[doubt](text), place });

function notesOfDraft(making: DraftMaking, roadMap: RoadMap): ImportNote[] {
  const { draft, numbers, found } = making;
  const notes: ImportNote[] = [];
  const add = (ru: string, en: string, place?: SourcePlace, asks?: Question): void => {
    notes.push({ message: { ru, en }, ...(place && { place }), ...(asks && { asks }) });
  };
  if (making.titleGuessed)
    add('Название плана не найдено, взято имя файла.', 'No title was found; the file name was taken.');
  if (draft.plan.period === undefined)
    add(
      'Период плана в документе не найден: допишите period.',
      'The period of the plan was not found: add `period`.',
      undefined,
      { about: 'period' },
    );
  if (making.inferred)
    add(`${upper(making.inferred.ru)}.`, `${upper(making.inferred.en)}.`, undefined, { about: 'period' });
  if (making.doubt)
    add(`${upper(making.doubt.ru)}.`, `${upper(making.doubt.en)}.`, undefined, { about: 'period' });
  for (const column of roadMap.columns) {
    if (column.name.startsWith('extra.')) notes.push({ message: doubts['unknown-column'](column.heading) });
  }
  for (const index of numbers.given)
    notes.push(
      noteOf({ doubt: 'number-assigned', place: found[index]!.place, text: numbers.numbers[index]! }),
    );
  for (const number of numbers.repeated) {
    const places = found.filter((_, index) => numbers.numbers[index] === number);
    notes.push(noteOf({ doubt: 'repeated-number', place: places.at(-1)!.place, text: number }));
  }
  found.forEach((item, index) => {
    const number = numbers.numbers[index]!;
    const when = item.cells.get('when') ?? '';
    const result = item.cells.get('result') ?? '';
    if (item.excluded === undefined && (item.cells.get('action') ?? '') === '') {
      add(
        `В пункте ${number} нет мероприятия; вместо него записано «${noAction}».`,
        `Item ${number} has no action; “${noAction}” stands for it.`,
        item.place,
      );
    }
    if (hasSeveralPeriods(when) && !hasParts(draft, index, number)) {
      add(
        `В пункте ${number} несколько сроков; если они у разных дел, разделите их на parts.`,
        `Item ${number} has several periods; if they belong to different events, part them into \`parts\`.`,
        item.place,
      );
    }
    if (result !== '' && claimsNotDone(result)) {
      add(
        `Пункт ${number}: из слов результата неясно, исполнен ли он; отметка done не поставлена.`,
        `Item ${number}: the result does not say clearly that it is done; \`done\` was not set.`,
        item.place,
      );
    }
  });
  for (const fact of draft.facts?.facts ?? []) {
    if (fact.date !== undefined)
      add(
        `Пункт ${fact.item}: дата факта взята из слов результата, проверьте её.`,
        `Item ${fact.item}: the date of the fact was taken from the words of the result; check it.`,
      );
  }
  for (const { names, keys } of executorTwins(draft.plan.executors ?? {})) {
    add(
      `Возможно, это один исполнитель: «${names[0]}» (${keys[0]}) и «${names[1]}» (${keys[1]}).`,
      `These may be one executor: “${names[0]}” (${keys[0]}) and “${names[1]}” (${keys[1]}).`,
      undefined,
      { about: 'executors', keys, names },
    );
  }
  if (making.unplaced.length > 0) {
    const n = making.unplaced.length;
    add(
      `Вне таблицы ${plural(n, ['остался', 'остались', 'осталось'])} ${n} ${plural(n, ['фрагмент', 'фрагмента', 'фрагментов'])} текста, для которых в плане нет места; они записаны комментарием.`,
      `${n} pieces of text outside the table have no place in a plan; they are kept as a comment.`,
    );
  }
  return notes;
}

function hasParts(draft: Draft, index: number, number: string): boolean {
  const all = allItems(draft.plan);
  return all[index]?.number === number && all[index]?.parts !== undefined;
}

type Holder = Pick<Draft['plan'], 'items' | 'sections'>;

/** Items in the order of the document. */
export function allItems(holder: Holder): NonNullable<Holder['items']> {
  return [...(holder.items ?? []), ...(holder.sections ?? []).flatMap(allItems)];
}

export function summarise(making: DraftMaking, roadMap: RoadMap): ImportSummary {
  return {
    tables: roadMap.tables,
    items: roadMap.items.length,
    sections: roadMap.sections.length,
    executors: Object.keys(making.draft.plan.executors ?? {}).length,
    facts: making.draft.facts?.facts?.length ?? 0,
    notes: [...roadMap.uncertain.map(noteOf), ...notesOfDraft(making, roadMap)],
  };
}

export const emptySummary: ImportSummary = {
  tables: [],
  items: 0,
  sections: 0,
  executors: 0,
  facts: 0,
  notes: [],
};
