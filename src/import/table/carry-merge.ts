import type { GridCell } from './grid.ts';
import type { ColumnName } from './items.ts';

type Cells = readonly (GridCell | undefined)[];

/**
 * A vertical merge that a broken table goes on with on its next piece: there it has nothing above it, and its value is
 * that of the last row of the piece before. Called for each row in turn.
 */
export function mergeCarrier(): (names: readonly ColumnName[], cells: Cells) => Cells {
  let last = new Map<ColumnName, GridCell>();
  const owners = new Map<GridCell['source'], GridCell>();
  return (names, cells) => {
    const carried = cells.map((cell, at) => {
      if (cell?.text !== '' || cell.source.merge !== 'continue') return cell;
      const owner = owners.get(cell.source) ?? last.get(names[at]!);
      if (!owner) return cell;
      owners.set(cell.source, owner);
      return { ...cell, text: owner.text, source: owner.source, look: owner.look, repeated: true };
    });
    last = new Map(carried.flatMap((cell, at) => (cell ? [[names[at]!, cell] as const] : [])));
    return carried;
  };
}
