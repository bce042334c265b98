import type { Item, Plan, Section } from '../model/plan.ts';
import { inOrder, printedNumber, sectionTitle } from '../model/printed.ts';
import { asText } from '../model/raw.ts';
import { rawOf } from '../model/raw-node.ts';
import { territoryNames } from '../model/territory-names.ts';
import type { Workspace } from '../model/workspace.ts';
import { type ContextBlock, contextOf } from './context.ts';

import type { Cell, Column, ItemRow, Paragraph, Run, SpanRow, Table } from './document.ts';
import { fieldTexts } from './item-texts.ts';

import { itemBookmark } from './marks.ts';
import { planColumns } from './plan-columns.ts';
import type { DocumentSettings } from './settings.ts';
import type { Typesetter } from './texts.ts';

/** A plan as its printed table: context rows, section rows across, a row for each item with its parts inside. */
export function planTable(
  plan: Plan,
  workspace: Workspace,
  settings: DocumentSettings,
  set: Typesetter,
): Table {
  const columns = planColumns(plan, settings);
  const names = territoryNames(plan, workspace);
  return {
    kind: 'table',
    caption: plan.title,
    description: `Строка таблицы — пункт плана. Графы: ${columns.map(({ heading }) => heading).join('; ')}.`,
    columns,
    rows: {
      *[Symbol.iterator]() {
        yield* contextRows(plan, set);
        const printed = new Set<Section>();
        for (const step of inOrder(plan)) {
          if ('item' in step) yield itemRow(step.item, plan, columns, names, set);
          else if (!printed.has(step.section)) {
            printed.add(step.section);
            yield sectionRow(step.section, plan, set);
          }
        }
      },
    },
  };
}

const contextRows = (plan: Plan, set: Typesetter): readonly SpanRow[] =>
  contextOf(plan, set)
    .filter((entry) => entry.inTable)
    .map((entry) => ({ kind: 'span', blocks: entry.blocks.map(inTable), keepNext: false }));

/** The context in the type of the table. */
function inTable(block: ContextBlock): ContextBlock {
  if (block.kind === 'table') return block;
  if (block.style === 'context-item') return { ...block, style: 'table-item' };
  if (block.style !== 'context-heading') return { ...block, style: 'table-text' };
  return { ...block, style: 'table-text', runs: block.runs.map((run) => ({ ...run, style: 'strong' })) };
}

function sectionRow(section: Section, plan: Plan, set: Typesetter): SpanRow {
  const style = section.depth === 0 ? 'table-section' : 'table-subsection';
  const note = asText(rawOf(plan, section.route)?.note);
  return {
    kind: 'span',
    keepNext: true,
    blocks: [
      set.paragraph(style, sectionTitle(section)),
      ...(note === undefined ? [] : [set.paragraph('table-text', note)]),
    ],
  };
}

function itemRow(
  item: Item,
  plan: Plan,
  columns: readonly Column[],
  names: ReadonlyMap<string, string>,
  set: Typesetter,
): ItemRow {
  if (item.excluded !== undefined && item.action === '') return excludedRow(item, plan, columns, set);
  const cells = columns.map((column): Cell => {
    if (column.key === 'number') return { paragraphs: [numberParagraph(item, plan)] };
    const own = fieldTexts(item, plan, column.key, names, set).map((runs) => textParagraph(runs));
    // Each part keeps its number in every column, so that its date is found beside its action.
    const several = item.parts.length > 1;
    const parts = item.parts.flatMap((part, index) =>
      fieldTexts(part, plan, column.key, names, set).map((runs, line) => ({
        ...textParagraph(runs),
        ...(several && line === 0 ? { ordinal: index + 1 } : {}),
      })),
    );
    return { paragraphs: [...own, ...parts] };
  });
  return { kind: 'row', id: item.id, cells: marked(cells, item) };
}

/** The bookmark of a row that prints no number is around the first words it has. */
function marked(cells: readonly Cell[], item: Item): readonly Cell[] {
  const hasMark = cells.some(({ paragraphs }) => paragraphs.some(({ bookmark }) => bookmark !== undefined));
  const at = cells.findIndex(({ paragraphs }) => paragraphs.length > 0);
  if (hasMark || at < 0) return cells;
  return cells.map((cell, index) => {
    const [first, ...more] = cell.paragraphs;
    return index !== at || !first
      ? cell
      : { ...cell, paragraphs: [{ ...first, bookmark: itemBookmark(item.id) }, ...more] };
  });
}

function excludedRow(item: Item, plan: Plan, columns: readonly Column[], set: Typesetter): ItemRow {
  const text = textParagraph(set.words(`Исключён (${item.excluded})`));
  const at = columns.findIndex(({ key }) => key === 'number');
  if (at !== 0) {
    const bookmark = itemBookmark(item.id);
    return {
      kind: 'row',
      id: item.id,
      cells: [{ paragraphs: [{ ...text, bookmark }], span: columns.length }],
    };
  }
  return {
    kind: 'row',
    id: item.id,
    cells: [
      { paragraphs: [numberParagraph(item, plan)] },
      ...(columns.length > 1 ? [{ paragraphs: [text], span: columns.length - 1 }] : []),
    ],
  };
}

function numberParagraph(item: Item, plan: Plan): Paragraph {
  return {
    kind: 'paragraph',
    style: 'table-number',
    runs: [{ text: printedNumber(item, plan) }],
    bookmark: itemBookmark(item.id),
  };
}

function textParagraph(runs: readonly Run[]): Paragraph {
  return { kind: 'paragraph', style: 'table-text', runs };
}
