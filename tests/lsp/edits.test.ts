import { join } from 'node:path';
import { expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Finding } from '../../src/finding/finding.ts';
import { type LiveWorkspace, liveWorkspace } from '../../src/lsp/workspace.ts';
import { dayOf } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { ROOT } from '../cli/run-roadmap.ts';
import { numbersFrom, textsBelow } from '../histories.ts';
import { runs } from '../lane.ts';

const DAY = dayOf(2022, 6, 15) as number;
const EDITS = runs(200, 16);

/** What people type: words, half a key, brackets and quotes that are not closed yet. */
const TYPED = [
  ...'абвгдеr:"\'[]{}#-, \n0123456789.',
  '\n  ',
  '\n    - ',
  ': ',
  ' #',
  'моуо',
  'implements: ["1.1"]',
  '\t',
  '“',
];

/** A text after one more keystroke: a sign typed, or one taken away; now and then something is typed again as it was. */
function typed(text: string, any: (most: number) => number, before: readonly string[]): string {
  if (any(10) === 0) return before[any(before.length)] as string;
  const at = any(text.length + 1);
  if (any(3) === 0) return text.slice(0, at) + text.slice(at + 1 + any(4));
  return text.slice(0, at) + TYPED[any(TYPED.length)] + text.slice(at);
}

/** Checks to the end, or for one step now and then, as when the next key comes sooner. */
function checked(live: LiveWorkspace, file: string, isStopped: boolean): readonly Finding[] | undefined {
  for (const { findings, whole } of live.check(new Set([file]))) {
    if (whole) return [...findings.values()].flat();
    if (isStopped) return undefined;
  }
  return undefined;
}

it.each(['examples', 'tests/crooked'])(
  'after every one of many edits of %s has the findings of a check of those texts',
  (folder) => {
    const saved = textsBelow(join(ROOT, folder));
    const any = numbersFrom(7);
    const open = Object.keys(saved).filter((path) => path.endsWith('.yaml') && !path.startsWith('encoding-'));
    const live = liveWorkspace('/nowhere', { now: () => 0, today: () => DAY }, () => memoryFiles(saved));
    const now: Record<string, string | Uint8Array> = { ...saved };
    const histories = new Map<string, string[]>();
    let file = open[0] as string;
    let stopped = 0;
    for (let edit = 0; edit < EDITS; edit++) {
      if (any(8) === 0) file = open[any(open.length)] as string;
      const history = histories.get(file) ?? [new TextDecoder().decode(saved[file])];
      histories.set(file, history);
      const text = typed(history.at(-1) as string, any, history);
      history.push(text);
      now[file] = text;
      live.edit(file, text);
      const found = checked(live, file, any(5) === 0);
      if (!found) {
        stopped++;
        continue;
      }
      const anew = check(loadWorkspace(memoryFiles(now)), { asOf: DAY, today: DAY, withoutFrames: true });
      expect(found, `edit ${edit} of ${file}`).toEqual(anew.findings);
    }
    // Some edits came before the check of the one before was over, and most did not.
    expect(stopped).toBeLessThan(EDITS / 2);
  },
  600_000,
);
