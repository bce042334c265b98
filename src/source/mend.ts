import type { YAMLError } from 'yaml';
import type { Range } from '../finding/finding.ts';
import type { Bilingual } from '../finding/text.ts';
import { controlCharacters, loneReturn } from './control.ts';
import { applyEdits, type TextEdit } from './edits.ts';
import { EXCESS } from './excess.ts';
import { hasRefusedKeys, keyProblems } from './keys.ts';
import { lineIndex } from './lines.ts';
import { type Mask, maskFor } from './mask.ts';
import { parse } from './parse.ts';
import type { TextProblem } from './text-problem.ts';
import { lineTraps } from './traps/line-traps.ts';
import { inQuotes, type Trap } from './traps/trap.ts';
import { treeTraps } from './traps/tree-traps.ts';
import type { MendedCopy, SourceNode } from './tree.ts';
import { mapTree, scalarValues } from './tree-walk.ts';
import { faultsOf } from './yaml-faults.ts';

interface Mended {
  /** As the author meant it, when everything that is wrong has been recognised; else undefined. */
  readonly value: unknown;
  readonly root: SourceNode | undefined;
  /** Only when something was undone. */
  readonly copy: MendedCopy | undefined;
  readonly problems: readonly TextProblem[];
}

/**
 * Reads a text that the fast reader would not take without a second look. What is wrong in it is reported as what it is,
 * and undone in a copy (`traps/`): so one mistake does not hide the next one nor cause others, and the rules see the
 * document as it was meant. Places are those of the text given. The same for the same text, always.
 */
export function mend(text: string): Mended {
  const unreadable = loneReturn(text);
  if (unreadable) return { value: undefined, root: undefined, copy: undefined, problems: [unreadable] };
  const mask = maskFor(text);
  let parsed = parse(text);
  let current = text;
  let back = (offset: number): number => offset;
  const problems: TextProblem[] = [];
  const take = (traps: readonly Trap[]): void => {
    if (traps.length === 0) return;
    for (const trap of traps) {
      if (trap.at[0] < 0) continue;
      const cure = cureOf(trap, alongWith(trap, traps), current, mask);
      problems.push(placedBack({ ...trap, ...(cure && { cure }) }, back, mask));
    }
    const before = back;
    const edited = applyEdits(
      current,
      traps.flatMap(({ edits }) => edits),
    );
    current = edited.text;
    back = (offset) => before(edited.back(offset));
    parsed = parse(current);
  };
  if (mask && parsed.excess !== 'size') {
    const broken = parsed.errors.some(isSerious);
    if (parsed.byReference) take(lineTraps(current, mask).filter(({ certain }) => broken || certain));
    if (parsed.root && !parsed.errors.some(isSerious)) {
      const values = scalarValues(parsed.root, parsed.value);
      take(treeTraps(parsed.root, { text: current, mask, valueAt: (node) => values.get(node) }));
    }
  }
  const faults = faultsOf(current, parsed.errors);
  const lines = lineIndex(text);
  const lineOf = (offset: number): number => lines.positionOf(offset).line;
  const reportedLines = new Set(problems.map(({ at }) => lineOf(at[0])));
  // Other errors of a line that was explained already follow from that one.
  const newFaults = faults.filter(({ at }) => !reportedLines.has(lineOf(back(at[0]))));
  const keys = keyProblems(parsed.root);
  const rest: TextProblem[] = [...newFaults.map((fault) => ({ rule: 'syntax' as const, ...fault })), ...keys];
  const control = controlCharacters(text);
  if (control) problems.push(control);
  if (parsed.excess) rest.push({ rule: 'syntax', ...EXCESS[parsed.excess], at: firstLine(current) });
  problems.push(...rest.map((problem) => placedBack(problem, back, mask)));
  const readable =
    parsed.root !== undefined && faults.every(({ harmless }) => harmless) && !hasRefusedKeys(parsed.root);
  problems.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  const { root } = parsed;
  if (!readable || !root) return { value: undefined, root: undefined, copy: undefined, problems };
  if (current === text) return { value: parsed.value, root, copy: undefined, problems };
  return {
    value: mask ? mask.undo(parsed.value) : parsed.value,
    root: mapTree(root, back, mask),
    copy: { text: current, root: mapTree(root, (offset) => offset, mask), back },
    problems,
  };
}

/** What its author would write, as far as the edits that undo a mistake show it. */
function cureOf(
  trap: Trap,
  along: readonly TextEdit[],
  text: string,
  mask: Mask | undefined,
): TextProblem['cure'] {
  const { quote, meant, edits, unsure } = trap;
  const put = quote
    ? [{ start: quote[0], end: quote[1], put: inQuotes(unmasked(text.slice(quote[0], quote[1]), mask)) }]
    : (meant ?? [...edits, ...along]);
  if (put.length === 0 || (!quote && put.some((edit) => MASKED.test(edit.put)))) return undefined;
  return {
    source: put.map((edit) => ({ at: edit.start, length: edit.end - edit.start, text: edit.put })),
    ...(unsure && { unsure }),
  };
}

const unmasked = (text: string, mask: Mask | undefined): string => (mask ? mask.undoText(text) : text);

const MASKED = /[\ue000-\uf8ff]/;

/** Lines that are moved along with the one reported: they have no place of their own. */
function alongWith(trap: Trap, traps: readonly Trap[]): readonly TextEdit[] {
  const found: TextEdit[] = [];
  for (let at = traps.indexOf(trap) + 1; at < traps.length; at++) {
    const next = traps[at] as Trap;
    if (next.at[0] < 0) found.push(...next.edits);
    else if (movesLines(next)) break;
  }
  return movesLines(trap) ? found : [];
}

const movesLines = ({ edits }: Trap): boolean => /^ *-? *$/.test(edits[0]?.put ?? 'x');

const isSerious = ({ code }: YAMLError): boolean => code !== 'BAD_DQ_ESCAPE';

/** Where what concerns the whole file is shown. */
function firstLine(text: string): Range {
  const stop = text.search(/\r?\n/);
  return [0, Math.min(stop === -1 ? text.length : stop, 80)];
}

function placedBack(
  problem: TextProblem,
  back: (offset: number) => number,
  mask: Mask | undefined,
): TextProblem {
  const { rule, at, cure, related } = problem;
  const place = ([start, end]: Range): Range => [back(start), Math.max(back(start), back(end))];
  const plain = ({ ru, en }: Bilingual): Bilingual =>
    mask ? { ru: mask.undoText(ru), en: mask.undoText(en) } : { ru, en };
  return {
    rule,
    message: plain(problem.message),
    ...(problem.help && { help: plain(problem.help) }),
    ...(cure && {
      cure: {
        ...cure,
        source: cure.source.map((edit) => {
          const [start, end] = place([edit.at, edit.at + edit.length]);
          return { at: start, length: end - start, text: edit.text };
        }),
      },
    }),
    at: place(at),
    ...(related && { related: related.map((one) => ({ ...one, at: place(one.at) })) }),
  };
}
