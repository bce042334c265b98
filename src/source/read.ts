/*
 * How a file is read, and why so.
 *
 * Nearly every file is clean, and nearly nothing of a clean file is ever reported. Of a region as people write it
 * `js-yaml` takes 2.4 times, the package `yaml` 15 times as long as our own reader of block YAML (`fast/`; docs/bench.md).
 * So our own goes first, keeps no places, and gives up at the first thing that is unusual or wrong. Then the package,
 * loaded only now, reads the file from the start: what is legal comes from it, what is broken is explained by `mend.ts`.
 * That both give the same for what our own reader accepts is proved by tests/source/fast-yaml.test.ts on generated,
 * injured and real texts; so it needs no error messages and may be ignorant of most of YAML. Only this file, `parse.ts`
 * and `locate.ts` know it (tests/architecture/imports.test.ts).
 *
 * Where a file has a finding, places are looked up by reading its text again (`locate.ts`).
 */

import type { Spot } from '../finding/finding.ts';
import { decodeUnits } from './decode.ts';
import type { LoadedDocument, Problem } from './document.ts';
import { faultOf } from './encoding.ts';
import { encodingProblem } from './encoding-problem.ts';
import { EXCESS, MAX_BYTES } from './excess.ts';
import { readFast } from './fast/read.ts';
import { mend } from './mend.ts';
import type { TextProblem } from './text-problem.ts';

/** Reads one file. Never throws for what is in it: everything wrong is in `problems`. */
export function readDocument(file: string, bytes: Uint8Array): LoadedDocument {
  if (bytes.length > MAX_BYTES) return unread(file, { rule: 'syntax', ...EXCESS.size, at: startOf(file) });
  const units = decodeUnits(bytes);
  if (!units) {
    const { text, fault } = faultOf(bytes);
    return unread(file, encodingProblem(file, fault), kindLineOf(text));
  }
  const fast = readFast(units, false);
  if (fast?.suspects === 0) {
    return { file, kind: kindOf(fast.value), value: fast.value, problems: [], plain: true };
  }
  const text = units.toString('utf16le');
  const { value, problems } = mend(text);
  const kind = value === undefined ? kindLineOf(text) : kindOf(value);
  return { file, kind, value, problems: problems.map((problem) => inFile(file, problem)), plain: false };
}

const startOf = (file: string): Spot => ({ file, offsets: [0, 0] });

function unread(file: string, problem: Problem, kind?: string): LoadedDocument {
  return { file, kind, value: undefined, problems: [problem], plain: false };
}

function inFile(file: string, { rule, message, help, cure, at, related }: TextProblem): Problem {
  return {
    rule,
    message,
    ...(help && { help }),
    ...(cure && { cure }),
    at: { file, offsets: at },
    ...(related && {
      related: related.map((one) => ({ message: one.message, at: { file, offsets: one.at } })),
    }),
  };
}

function kindOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'kind')) return undefined;
  const { kind } = value as { kind: unknown };
  return typeof kind === 'string' ? kind : undefined;
}

/** The kind of a file that could not be read as a whole, so that it is still known whether it is one of ours. */
function kindLineOf(text: string): string | undefined {
  return /^\ufeff?["']?kind["']?[ \t]*:[ \t]*["']?([^"'#\r\n]*)/m.exec(text)?.[1]?.trim();
}
