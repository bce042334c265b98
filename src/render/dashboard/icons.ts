import type { CellState } from './words.ts';

/** Shapes of the states on a square of 16; `currentColor` is the colour of the state, `--ground` what shows through. */
const SHAPES: Readonly<Record<CellState, string>> = {
  overdue:
    '<path d="M8 1 15.5 15H.5Z" fill="currentColor"/><path d="M8 6v4.4M8 11.6v1.8" stroke="var(--ground)" stroke-width="1.8"/>',
  behind:
    '<path d="M1 2h14L8 15Z" fill="currentColor"/><path d="M4.6 5h6.8" stroke="var(--ground)" stroke-width="1.6"/>',
  untracked:
    '<path d="M8 1 15 8 8 15 1 8Z" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="2.6 1.6"/><path d="M8 4.6v4.2M8 10.4v1.6" stroke="currentColor" stroke-width="1.8"/>',
  'due-soon':
    '<circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="2.2"/><path d="M8 4v4.3l3 1.8" fill="none" stroke="currentColor" stroke-width="1.8"/>',
  'in-progress':
    '<circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 3a5 5 0 0 1 0 10Z" fill="currentColor"/>',
  'not-started': '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="2"/>',
  'no-deadline':
    '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="2.6 2.27"/>',
  'done-late':
    '<rect x="1" y="1" width="14" height="14" rx="2" fill="none" stroke="currentColor" stroke-width="2"/><path d="m4.2 8.2 2.6 2.7 5-5.6" fill="none" stroke="currentColor" stroke-width="2"/>',
  done: '<circle cx="8" cy="8" r="7.4" fill="currentColor"/><path d="m4.2 8.2 2.6 2.7 5-5.6" fill="none" stroke="var(--ground)" stroke-width="2"/>',
  'not-followed': '<path d="M3 8h10" stroke="currentColor" stroke-width="2" stroke-dasharray="2.2 1.7"/>',
  missing: '<path d="m2.5 2.5 11 11m0-11-11 11" stroke="currentColor" stroke-width="3"/>',
  waived:
    '<path d="m8 1 7 7-7 7-7-7Z" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="8" cy="8" r="1.8" fill="currentColor"/>',
};

/** The shapes, to be used by name anywhere on the page. */
export const SYMBOLS: string = `<svg width="0" height="0" class="symbols" aria-hidden="true">${Object.entries(
  SHAPES,
)
  .map(([state, shape]) => `<symbol id="m-${state}" viewBox="0 0 16 16">${shape}</symbol>`)
  .join('')}</svg>`;
