import type { Indicator } from '../../meaning/indicator.ts';
import { LETTERS, NUMBERS } from '../words/letters.ts';
import { stemsOf } from '../words/likeness.ts';
import type { Statement } from './content.ts';

const SAYS = new RegExp(`[${LETTERS}${NUMBERS}]`, 'u');

/** Ways a cell parts its statements, the surest first. */
const PARTINGS: readonly RegExp[] = [/[;\n]+/u, /[;\n]+|,\s+/u, /[;\n]+|[,.]\s+/u];

const leavesOf = (meaning: Indicator): readonly Indicator[] =>
  meaning.kind === 'compound' ? meaning.parts.flatMap(leavesOf) : [meaning];

const known = new WeakMap<Indicator, readonly Statement[]>();

/**
 * The single statements of a compound with their own words, where the text falls into as many pieces and each names what
 * its part counts; else each has the whole text, and the other parts are told beside it.
 */
export function statementsOf(text: string, meaning: Indicator): readonly Statement[] {
  let statements = known.get(meaning);
  if (!statements) {
    statements = parted(text, leavesOf(meaning));
    known.set(meaning, statements);
  }
  return statements;
}

function parted(text: string, leaves: readonly Indicator[]): readonly Statement[] {
  const [first] = leaves;
  if (leaves.length < 2 || !first) return first ? [{ text, meaning: first }] : [];
  for (const parting of PARTINGS) {
    const pieces = text.split(parting).filter((piece) => SAYS.test(piece));
    if (pieces.length === leaves.length && leaves.every((leaf, at) => names(pieces[at] as string, leaf)))
      return leaves.map((meaning, at) => ({ text: pieces[at] as string, meaning }));
  }
  return leaves.map((meaning) => ({ text, meaning, aside: leaves.filter((other) => other !== meaning) }));
}

/** Whether a piece has the noun of what is counted. */
function names(piece: string, { unit, of }: Indicator): boolean {
  const asked = stemsOf(unit ?? of ?? '');
  const has = stemsOf(piece);
  return [...asked].some((word) => has.has(word));
}
