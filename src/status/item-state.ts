/** States of an item, the one that presses most first. */
export const ITEM_STATES = [
  'overdue',
  'behind',
  'untracked',
  'due-soon',
  'in-progress',
  'not-started',
  'no-deadline',
  'done-late',
  'done',
] as const;

export type ItemState = (typeof ITEM_STATES)[number];
