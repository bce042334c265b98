/** What a Markdown page asks to be run, in the order of the page. */
export type Step =
  /** `<!-- folder: examples -->`: the steps that follow happen in a fresh folder of this kind. */
  | { readonly kind: 'folder'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  /** The lines shown are part of a file that is there. */
  | { readonly kind: 'excerpt'; readonly path: string; readonly text: string }
  /** The lines shown are a whole file that is there. */
  | {
      readonly kind: 'copy';
      readonly path: string;
      readonly shown: readonly string[];
      readonly lines: readonly [from: number, to: number];
    }
  | { readonly kind: 'change'; readonly path: string; readonly before: string; readonly after: string }
  | {
      readonly kind: 'console';
      readonly runs: readonly Run[];
      readonly lines: readonly [from: number, to: number];
    };

export interface Run {
  readonly command: string;
  readonly shown: readonly string[];
}

/** Stands for any number of lines of an output or of a file. */
export const CUT = '…';

/** Four ticks around an output that has three itself. */
const FENCE = /^(`{3,})(\w*)(?: +(file|part|copy|change)=(\S+))?\s*$/;

function runsOf(lines: readonly string[]): readonly Run[] {
  const runs: { command: string; shown: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('$ ')) runs.push({ command: line.slice(2), shown: [] });
    else runs.at(-1)?.shown.push(line);
  }
  return runs;
}

/** A change is shown as a diff: what stands before it and after it are the same lines of the file. */
const side = (lines: readonly string[], own: string): string =>
  lines
    .filter((line) => line.startsWith(' ') || line.startsWith(own))
    .map((line) => line.slice(1))
    .join('\n');

export function stepsOf(text: string): readonly Step[] {
  const lines = text.split('\n');
  const steps: Step[] = [];
  for (let at = 0; at < lines.length; at++) {
    const folder = /^<!-- folder: (\S+) -->$/.exec(lines[at]!);
    if (folder) steps.push({ kind: 'folder', name: folder[1]! });
    const fence = FENCE.exec(lines[at]!);
    if (!fence) continue;
    const from = at + 1;
    const to = lines.indexOf(fence[1]!, from);
    if (to < 0) throw new Error(`line ${from}: the block is not closed`);
    const inside = lines.slice(from, to);
    const [, , language, what, path] = fence;
    if (language === 'console') steps.push({ kind: 'console', runs: runsOf(inside), lines: [from, to] });
    else if (what === 'copy') steps.push({ kind: 'copy', path: path!, shown: inside, lines: [from, to] });
    else if (what === 'change') {
      steps.push({ kind: 'change', path: path!, before: side(inside, '-'), after: side(inside, '+') });
    } else if (what) {
      steps.push({ kind: what === 'file' ? 'file' : 'excerpt', path: path!, text: inside.join('\n') });
    }
    at = to;
  }
  return steps;
}

/** Whether the lines shown are the real ones, a cut matching any. */
export function matches(shown: readonly string[], real: readonly string[]): boolean {
  const cut = shown.indexOf(CUT);
  if (cut < 0) return shown.length === real.length && shown.every((line, at) => line === real[at]);
  if (!shown.slice(0, cut).every((line, at) => line === real[at])) return false;
  const rest = shown.slice(cut + 1);
  for (let from = cut; from <= real.length; from++) if (matches(rest, real.slice(from))) return true;
  return false;
}

/** What to show instead: as many lines before the first cut and after the last one as there were. */
export function renewed(shown: readonly string[], real: readonly string[]): readonly string[] {
  const first = shown.indexOf(CUT);
  if (first < 0) return real;
  const last = shown.length - 1 - shown.lastIndexOf(CUT);
  if (first + last >= real.length) return real;
  return [...real.slice(0, first), CUT, ...real.slice(real.length - last)];
}
