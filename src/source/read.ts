/*
 * How a file is read, and why so.
 *
 * Nearly every file is clean, and nearly nothing of a clean file is ever reported. Reading 9 MB of plans takes the
 * package `yaml` 2.5 s, `js-yaml` 0.26 s and the own reader of block YAML (`fast-yaml.ts`) well below 0.1 s: so the
 * own reader goes first, keeps no places, and gives up at the first thing that is unusual or wrong. Then the package,
 * loaded only now, reads the file from the start: what is legal comes from it, what is broken is explained by
 * `mend.ts`. That both give the same for what the own reader accepts is proved by `tests/source/fast-yaml.test.ts`
 * on generated, injured and real texts; so it needs no error messages and may be ignorant of most of YAML.
 *
 * Places are looked up by reading the text again (`locate.ts`) in a file of which something is to be reported.
 */

import { decodeUnits } from './decode.ts';
import type { LoadedDocument, Problem } from './document.ts';
import { faultOf } from './encoding.ts';
import { encodingProblem } from './encoding-problem.ts';
import { readFast } from './fast-yaml.ts';
import { MAX_ALIAS_COUNT, REFERENCE_OPTIONS, yaml } from './yaml-reference.ts';

/** Reads one file. Never throws for what is in it: everything wrong is in `problems`. */
export function readDocument(file: string, bytes: Uint8Array): LoadedDocument {
  const units = decodeUnits(bytes);
  if (!units) {
    const problems = [encodingProblem(file, faultOf(bytes).fault)];
    return { file, kind: undefined, value: undefined, problems };
  }
  const fast = readFast(units, false);
  if (fast) return { file, kind: kindOf(fast.value), value: fast.value, problems: [] };
  const problems: Problem[] = [];
  const document = yaml().parseDocument(units.toString('utf16le'), REFERENCE_OPTIONS);
  for (const error of document.errors) {
    problems.push({
      rule: 'syntax',
      message: { ru: `Ошибка YAML: ${error.message}`, en: error.message },
      at: { file, offsets: error.pos },
    });
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIAS_COUNT });
  } catch {
    value = undefined;
  }
  return { file, kind: kindOf(value), value, problems };
}

function kindOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'kind')) return undefined;
  const { kind } = value as { kind: unknown };
  return typeof kind === 'string' ? kind : undefined;
}
