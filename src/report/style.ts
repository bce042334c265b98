import type { Severity } from '../finding/finding.ts';

export type Paint = (text: string) => string;

export interface Style {
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  /** A mark of frames: as it is where the terminal shows it, else its ASCII twin. */
  readonly bar: string;
  readonly ellipsis: string;
  readonly dot: string;
}

const sgr =
  (on: number, off: number): Paint =>
  (text) =>
    text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
const plain: Paint = (text) => text;

/** The colours and marks of a report for people. */
export function styleOf(options: { readonly color: boolean; readonly ascii: boolean }): Style {
  const paint = (on: number, off: number): Paint => (options.color ? sgr(on, off) : plain);
  return {
    severity: { error: paint(31, 39), warning: paint(33, 39), info: paint(36, 39) },
    bold: paint(1, 22),
    dim: paint(2, 22),
    good: paint(32, 39),
    bar: options.ascii ? '|' : '│',
    ellipsis: options.ascii ? '...' : '…',
    dot: options.ascii ? '-' : '·',
  };
}
