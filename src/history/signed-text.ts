import type { Item, Part, Section } from '../model/plan.ts';
import { cellTexts, inOrder, type PrintedColumn, printedColumns, printedNumber } from '../model/printed.ts';
import { asList, asMap, asText, asTexts } from '../model/raw.ts';
import { rawOf } from '../model/raw-node.ts';
import { territoryNames } from '../model/territory-names.ts';
import type { PlanInPlace } from './kept.ts';

/**
 * What the signed document of a plan shows: the title, the text before the table, the table. Two plans with one signed
 * text are one edition, whatever else differs: links to the parent, waivers, comments, layout, the keys of executors.
 */
export interface SignedText extends PlanInPlace {
  readonly title: string;
  /** Paragraphs before the table and in its first rows, the cells of a risk profile included. */
  readonly context: readonly string[];
  readonly columns: readonly PrintedColumn[];
  readonly sections: readonly SignedSection[];
  readonly rows: readonly SignedRow[];
}

export interface SignedSection {
  readonly section: Section;
  readonly number: string;
  readonly title: string;
  /** What stands below the title in its row. */
  readonly note: string;
}

/** A row of the table, an item. */
export interface SignedRow {
  readonly item: Item;
  /** As it is printed, the closing mark included. */
  readonly number: string;
  readonly section?: Section;
  /** The act that took the item out; the row then shows nothing else unless its text was left. */
  readonly excluded: string;
  /** Field → its paragraphs, empty cells left out. The number and the sub-events are none of them. */
  readonly cells: ReadonlyMap<string, readonly string[]>;
  /** The same of each sub-event. */
  readonly parts: readonly ReadonlyMap<string, readonly string[]>[];
}

export function signedTextOf({ plan, workspace }: PlanInPlace): SignedText {
  const columns = printedColumns(plan);
  const names = territoryNames(plan, workspace);
  const cellsOf = (holder: Part | Item): ReadonlyMap<string, readonly string[]> =>
    new Map(
      columns.flatMap(({ field }) => {
        if (field === 'number') return [];
        const texts = cellTexts(holder, plan, field, names).map(({ text, link }) =>
          folded(link === undefined ? text : `${text} ${link}`),
        );
        const filled = texts.filter((text) => text !== '');
        return filled.length === 0 ? [] : [[field, filled] as const];
      }),
    );
  const sections: SignedSection[] = [];
  const rows: SignedRow[] = [];
  for (const step of inOrder(plan)) {
    if ('section' in step) {
      const { section } = step;
      sections.push({
        section,
        number: section.number ?? '',
        title: folded([section.title, section.when?.text ?? ''].join(' ')),
        note: folded(asText(rawOf(plan, section.route)?.note) ?? ''),
      });
      continue;
    }
    const { item } = step;
    rows.push({
      item,
      number: printedNumber(item, plan),
      ...(item.section && { section: item.section }),
      excluded: folded(item.excluded ?? ''),
      cells: cellsOf(item),
      parts: item.parts.map(cellsOf),
    });
  }
  return {
    plan,
    workspace,
    title: folded(plan.title),
    context: contextLines(plan.source.context),
    columns,
    sections,
    rows,
  };
}

/** A text as compared: every kind and number of blanks is one, so that neither layout nor typography is a change. */
export function folded(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Whether two texts print the same words: the kind of quotes and dashes and the dots of ё are typography, which the
 * next rendering may set otherwise.
 */
export function isSamePrint(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other);
}

const plain = (text: string): string =>
  folded(text)
    .replace(/[“”„"«»]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('ё', 'е')
    .replaceAll('Ё', 'Е');

/** What stands before the table, a line each; blanks folded. */
export function contextLines(context: unknown): readonly string[] {
  return asList(context).flatMap((value) => {
    const entry = asMap(value);
    const profile = asMap(entry?.['risk-profile']);
    return [
      asText(entry?.heading),
      asText(entry?.text),
      ...asTexts(entry?.list),
      ...['high', 'medium', 'low'].flatMap((degree) => asTexts(profile?.[degree])),
    ].flatMap((text) =>
      (text ?? '')
        .split('\n')
        .map(folded)
        .filter((line) => line !== ''),
    );
  });
}
