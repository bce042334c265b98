import type { OfficePackage } from '../../ooxml/open.ts';
import { readTree } from '../../ooxml/parse.ts';
import { childOf, elementsOf, type XmlElement } from '../../ooxml/xml.ts';
import type { Block, Cell, Row } from '../blocks.ts';
import { formatNumber } from './number-format.ts';
import type { DraftParagraph } from './paragraph.ts';
import type { SourceStyle } from './styles.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** Restart after this many levels from the top; undefined: after any higher one; 0: never. */
  readonly restart: number | undefined;
  readonly legal: boolean;
}

interface List {
  readonly abstract: string;
  readonly levels: readonly (Level | undefined)[];
  /** First values that hold for this list alone. */
  readonly overrides: ReadonlyMap<number, number>;
}

type WordLists = ReadonlyMap<string, List>;

const value = (parent: XmlElement | undefined, name: string): string | undefined =>
  childOf(parent, name)?.attributes['w:val'];

function readLevel(element: XmlElement): Level {
  const restart = value(element, 'w:lvlRestart');
  return {
    start: Number(value(element, 'w:start') ?? 1),
    format: value(element, 'w:numFmt') ?? 'decimal',
    text: (value(element, 'w:lvlText') ?? '').slice(0, 100),
    restart: restart === undefined ? undefined : Number(restart),
    legal: childOf(element, 'w:isLgl') !== undefined,
  };
}

function readLevels(parent: XmlElement): Level[] {
  const levels: Level[] = [];
  for (const element of elementsOf(parent, 'w:lvl')) {
    const index = Number(element.attributes['w:ilvl']);
    if (index >= 0 && index <= 8) levels[index] = readLevel(element);
  }
  return levels;
}

/** The lists of `numbering.xml` by number id; none when the part is missing or broken. */
export function readNumbering(
  source: OfficePackage,
  part: string | undefined,
  styles: ReadonlyMap<string, SourceStyle>,
): WordLists {
  const tree = part === undefined ? undefined : readTree(source, part);
  if (!tree?.ok) return new Map();
  const abstracts = new Map<string, XmlElement>();
  for (const element of elementsOf(tree.value, 'w:abstractNum')) {
    abstracts.set(element.attributes['w:abstractNumId'] ?? '', element);
  }
  const numbers = new Map<string, XmlElement>();
  for (const element of elementsOf(tree.value, 'w:num'))
    numbers.set(element.attributes['w:numId'] ?? '', element);
  const lists = new Map<string, List>();
  for (const [id, element] of numbers) {
    let abstract = value(element, 'w:abstractNumId') ?? '';
    const linked = styles.get(value(abstracts.get(abstract), 'w:numStyleLink') ?? '')?.numbering?.id;
    if (linked !== undefined) abstract = value(numbers.get(linked), 'w:abstractNumId') ?? abstract;
    const definition = abstracts.get(abstract);
    const levels: (Level | undefined)[] = definition ? readLevels(definition) : [];
    const overrides = new Map<number, number>();
    for (const override of elementsOf(element, 'w:lvlOverride')) {
      const level = Number(override.attributes['w:ilvl']);
      const start = value(override, 'w:startOverride');
      if (start !== undefined) overrides.set(level, Number(start));
      const own = childOf(override, 'w:lvl');
      if (own && level >= 0 && level <= 8) levels[level] = readLevel(own);
    }
    lists.set(id, { abstract, levels, overrides });
  }
  return lists;
}

/** Gives every list paragraph its number, in the order of the document (ECMA-376, part 1, 17.9). */
export function countNumbers(blocks: readonly Block[], numbering: WordLists): Block[] {
  const counters = new Map<string, (number | undefined)[]>();
  const used = new Set<string>();

  function labelOf(id: string, level: number): string | undefined {
    const list = numbering.get(id);
    const here = list?.levels[level];
    if (!list || !here) return undefined;
    const counts = counters.get(list.abstract) ?? [];
    counters.set(list.abstract, counts);
    if (!used.has(id)) {
      used.add(id);
      for (const [index, start] of list.overrides) counts[index] = start - 1;
    }
    counts[level] = (counts[level] ?? here.start - 1) + 1;
    for (let deeper = level + 1; deeper < 9; deeper++) {
      const restart = list.levels[deeper]?.restart;
      if (restart === undefined || (restart !== 0 && level < restart)) counts[deeper] = undefined;
    }
    if (here.format === 'bullet')
      return /[\ue000-\uf8ff]/.test(here.text) || here.text === 'o' ? '•' : here.text;
    const label = here.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = here.legal ? 'decimal' : (list.levels[index]?.format ?? 'decimal');
      return formatNumber(counts[index] ?? list.levels[index]?.start ?? 1, format);
    });
    return label.trim() === '' ? undefined : label.trim();
  }

  const numbered = (list: readonly Block[]): Block[] =>
    list.map((block): Block => {
      if (block.kind === 'table') {
        return {
          ...block,
          rows: block.rows.map(
            (row): Row => ({
              ...row,
              cells: row.cells.map((cell): Cell => ({ ...cell, blocks: numbered(cell.blocks) })),
            }),
          ),
        };
      }
      const { numbering: own, runsOn: _, ...paragraph } = block as DraftParagraph;
      const label = own && labelOf(own.id, own.level);
      return label === undefined ? paragraph : { ...paragraph, label };
    });
  return numbered(blocks);
}
