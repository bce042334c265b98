import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { diskFiles } from '../../src/io/disk.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { planStatus } from '../../src/status/status.ts';

/** What a person who read plans and facts of `examples/` says of every item at five dates. */
const [head, ...rows] = readFileSync(resolve(import.meta.dirname, '../golden/intended-status.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));

const { workspace } = loadWorkspace(diskFiles(resolve('examples')));

test.each(head!.slice(2, -1))('examples as of %s are what a person says', (date) => {
  const column = head!.indexOf(date);
  const asOf = parseDay(date)!;
  const said = rows.map(([plan, item, ...states]) => [plan, item, states[column - 2]].join(' '));
  const found = ['zarechny-2022', 'lesnogorsk-2022'].flatMap((id) =>
    planStatus(workspace.planOf(id)!, workspace, { asOf }).items.map(
      ({ item, state }) => `${id} ${item.number} ${state}`,
    ),
  );
  expect(found).toEqual(said);
});
