import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { diskFiles } from '../../src/io/disk.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { OBLIGATION_STATES } from '../../src/trace/states.ts';
import { trace } from '../../src/trace/trace.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** What a person who read the examples says of each obligation: plan, obligation, state, items, note. */
const intended = readFileSync(at('tests/golden/intended-trace.tsv'), 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => line.split('\t').slice(0, 4));

test('the examples are traced as they were meant, and show every state that can be proven', () => {
  const { workspace } = loadWorkspace(diskFiles(at('examples')));
  const traced = trace(workspace, { asOf: parseDay('2022-06-15') as number }).flatMap(({ children }) =>
    children.flatMap(({ plan, obligations }) =>
      obligations.map(({ obligation, state, items }) => [
        plan.id,
        obligation.item.number,
        state,
        items.map(({ number }) => number).join('; '),
      ]),
    ),
  );
  const sorted = (rows: readonly (readonly string[])[]): string[] => rows.map((row) => row.join('\t')).sort();
  expect(sorted(traced)).toEqual(sorted(intended));
  expect([...new Set(traced.map(([, , state]) => state))].sort()).toEqual(
    OBLIGATION_STATES.filter((state) => state !== 'unclear').sort(),
  );
});
