import { expect, it } from 'vitest';
import { loadWorkspace } from '../../src/model/load.ts';
import { type KnownFile, loadAgain } from '../../src/model/read-set.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { REGION } from '../lsp/region.ts';

type Texts = Readonly<Record<string, string>>;

/** What is compared of a workspace: everything that is read from its documents. */
const told = ({ workspace, problems }: ReturnType<typeof loadWorkspace>) => ({
  plans: workspace.plans,
  facts: workspace.facts,
  registries: workspace.registries,
  links: workspace.links,
  config: workspace.config,
  documents: workspace.documents.map(({ file }) => file),
  problems: problems.map(({ rule, at, message }) => [rule, at.file, message.ru]).sort(),
});

const raion = REGION['raion.plan.yaml'] as string;

/** States of one workspace, one after another. */
const STEPS: readonly Texts[] = [
  REGION,
  { ...REGION, 'raion.plan.yaml': raion.replace('май 2022 г.', 'июнь 2022 г.') },
  { ...REGION, 'raion.plan.yaml': raion.replace('items:', 'itemz:') },
  { ...REGION, 'registry.yaml': (REGION['registry.yaml'] as string).replaceAll('центр', 'методцентр') },
  Object.fromEntries(Object.entries(REGION).filter(([file]) => file !== 'raion.facts.yaml')),
  { ...REGION, 'roadmap.config.yaml': 'exclude: [gorod.plan.yaml]\n' },
  { ...REGION, 'новый.plan.yaml': 'kind: plan\nid: новый\ntitle: План\nperiod: 2022\nitems: []\n' },
];

it('gives what a first reading gives, whatever was saved since', () => {
  let known: ReadonlyMap<string, KnownFile> = new Map();
  for (const texts of STEPS) {
    const again = loadAgain(memoryFiles(texts), new Set(), known);
    expect(told(again.loaded)).toEqual(told(loadWorkspace(memoryFiles(texts))));
    known = again.known;
  }
});

it('reads only what has changed', () => {
  const first = loadAgain(memoryFiles(REGION), new Set(), new Map());
  const changed = { ...REGION, 'raion.plan.yaml': raion.replace('май', 'июнь') };
  const again = loadAgain(memoryFiles(changed), new Set(), first.known);
  const same = first.loaded.workspace.documents.filter((document) =>
    again.loaded.workspace.documents.includes(document),
  );
  const all = first.loaded.workspace.documents.map(({ file }) => file);
  expect(same.map(({ file }) => file)).toEqual(all.filter((file) => file !== 'raion.plan.yaml'));
});
