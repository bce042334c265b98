import {
  type RowMatch as Match,
  type MatchedRows as Matched,
  matchRows as match,
  type RowKeys,
} from '../../history/match-rows.ts';
import type { ComparedRow } from './comparable.ts';

export type { MatchedBy } from '../../history/match-rows.ts';
export type MatchedRows = Matched<ComparedRow>;
export type RowMatch = Match<ComparedRow>;

const KEYS: RowKeys<ComparedRow> = {
  mark: (row) => row.marks.find((mark) => mark.startsWith('rm_item_'))?.toLowerCase(),
  number: (row) => row.number,
  action: (row) => (row.cells.get('action') ?? []).map(({ text }) => text).join(' '),
};

/** Pairs the rows of two readings of one plan; a rendered document knows its items by bookmarks. */
export const matchRows = (ours: readonly ComparedRow[], theirs: readonly ComparedRow[]): MatchedRows =>
  match(ours, theirs, KEYS);
