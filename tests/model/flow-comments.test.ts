import { expect, it } from 'vitest';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

const HEAD = 'kind: plan\nid: p\nlevel: school\ntitle: План\nperiod: 2024\n';

it.each([
  ['within a map', `${HEAD}items:\n  - {number: "1", action: Семинар, # уточнить\n     when: май}\n`],
  [
    'behind the last value of a map',
    `${HEAD}items:\n  - {number: "1", action: Семинар, when: май # срок\n    }\n`,
  ],
  ['within the list', `${HEAD}items: [ # два\n  {number: "1", action: Семинар, when: май}, # первый\n]\n`],
  [
    'in a plan that is a map',
    '{kind: plan, id: p, level: school, title: План, period: 2024, # наш\n items: [{number: "1", action: Семинар, when: май}]}\n',
  ],
])('a comment %s leaves the plan its items', (_, text) => {
  const { workspace } = loadWorkspace(memoryFiles({ 'p.plan.yaml': text }));
  expect(workspace.documents.flatMap(({ problems }) => problems)).toEqual([]);
  expect(workspace.plans[0]?.items.map(({ number, when }) => [number, when?.text])).toEqual([['1', 'май']]);
});
