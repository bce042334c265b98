import { describe, expect, it } from 'vitest';
import type { Cell, Paragraph, Row, Table } from '../../src/import/blocks.ts';
import { foldRows } from '../../src/import/table/fold.ts';
import { gridOf } from '../../src/import/table/grid.ts';
import { findHeader } from '../../src/import/table/header.ts';
import { ITEM_JUDGEMENTS, JUDGEMENTS, judgeRow } from '../../src/import/table/rows.ts';

const paragraph = (text: string): Paragraph => {
  const bold = /^\*(.+)\*$/.exec(text)?.[1];
  const struck = /^~(.+)~$/.exec(text)?.[1];
  if (struck !== undefined) return { kind: 'paragraph', text: '', struck };
  return { kind: 'paragraph', text: bold ?? text, ...(bold !== undefined && { bold: true }) };
};

/** A table drawn as the examples of the judgements are. */
function tableOf(lines: readonly string[]): Table {
  const drawn = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  const rows = drawn.map((texts, at): Row => {
    const cells: Cell[] = [];
    texts.forEach((text, column) => {
      const left = cells.at(-1);
      if (text === '>' && left) cells[cells.length - 1] = { ...left, span: left.span + 1 };
      else if (text === '^') cells.push({ blocks: [], column, span: 1, merge: 'continue' });
      else {
        const merge = drawn[at + 1]?.[column] === '^' ? { merge: 'start' as const } : {};
        cells.push({ blocks: [paragraph(text)], column, span: 1, ...merge });
      }
    });
    return { cells, header: false, marks: [], number: at + 1 };
  });
  return { kind: 'table', columns: drawn[0]!.length, rows, name: '1' };
}

function kindOf(lines: readonly string[]): string | undefined {
  const grid = gridOf(tableOf(lines));
  return foldRows([{ grid, header: findHeader(grid)! }]).kinds.at(-1);
}

describe('every judgement on rows', () => {
  it.each(ITEM_JUDGEMENTS.map(({ kind, example }) => [kind, example] as const))('%s: %j', (kind, example) => {
    expect(kindOf(example)).toBe(kind);
  });

  it('is the first to recognise its own example', () => {
    for (const judgement of JUDGEMENTS) {
      const grid = gridOf(tableOf(judgement.example));
      const before = foldRows([
        { grid: { ...grid, rows: grid.rows.slice(0, -1) }, header: findHeader(grid)! },
      ]);
      const row = grid.rows.at(-1)!;
      const view = {
        row,
        index: grid.rows.length - 1,
        grid,
        header: findHeader(grid)!,
        texts: row.cells.filter(({ text }) => text !== ''),
        after:
          before.sections.length > 0
            ? ('section' as const)
            : before.items.length > 0
              ? ('item' as const)
              : ('start' as const),
        hasItems: before.items.length > 0,
        fragmentStart: before.kinds.length === 0,
      };
      expect([judgement.example.at(-1), JUDGEMENTS.find(({ judge }) => judge(view))]).toEqual([
        judgement.example.at(-1),
        judgement,
      ]);
      expect(kindOf(judgement.example)).toBe(
        // A bare item is an item in the end.
        judgeRow(view)!.kind === 'bare-item' ? 'item' : judgeRow(view)!.kind,
      );
    }
  });
});
