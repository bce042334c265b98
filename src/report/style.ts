import { Chalk } from 'chalk';
import type { Severity } from '../finding/finding.ts';

export type Paint = (text: string) => string;

export interface TerminalStyle {
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  /** A mark of frames: as it is where the terminal shows it, else its ASCII twin. */
  readonly bar: string;
  readonly ellipsis: string;
  readonly dot: string;
}

/** The colours and marks of a report for people. */
export function styleOf(options: { readonly color: boolean; readonly ascii: boolean }): TerminalStyle {
  // Whether there is colour was settled by the caller: the package must not look at the terminal itself.
  const ink = new Chalk({ level: options.color ? 1 : 0 });
  // Chalk joins all its arguments: `rows.map(style.bold)` would print the index too.
  const only =
    (paint: Paint): Paint =>
    (text) =>
      paint(text);
  return {
    severity: { error: only(ink.red), warning: only(ink.yellow), info: only(ink.cyan) },
    bold: only(ink.bold),
    dim: only(ink.dim),
    good: only(ink.green),
    bar: options.ascii ? '|' : '│',
    ellipsis: options.ascii ? '...' : '…',
    dot: options.ascii ? '-' : '·',
  };
}
