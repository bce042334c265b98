import { expect, it } from 'vitest';
import { completionsAt } from '../../src/lsp/completion.ts';
import { definitionAt, referencesAt } from '../../src/lsp/navigate.ts';
import { renameAt } from '../../src/lsp/rename.ts';
import { regionWith } from './region.ts';

const FILE = 'sbor.requests.yaml';
const REQUESTS = `kind: requests
requests:
  - form: 7KQ2MX
    plan: raion-2022
    to: {executor: центр}
    sent: 2022-06-01
    due: 2022-06-10
    items: ["1.1", "1.2"]
    answers:
      - {received: 2022-06-09, items: ["1.1"], partly: ["1.2"]}
`;
const region = regionWith({ [FILE]: REQUESTS });

/** The line on which the definition of what a text names is. */
const leadsTo = (at: string): string | undefined => {
  const found = definitionAt(region.page(FILE), region.in(FILE, at), region.context());
  if (!found) return undefined;
  const { lines } = region.page(found.file);
  return `${found.file}: ${lines.lineOf(lines.positionOf(found.range[0]).line).trim()}`;
};

it('leads from a request to what it names', () => {
  expect([leadsTo('raion-2022'), leadsTo('центр'), leadsTo('"1.2"')]).toEqual([
    'raion.plan.yaml: id: raion-2022',
    'registry.yaml: центр: {name: Методический центр, acts-as: ммс}',
    'raion.plan.yaml: - number: "1.2"',
  ]);
});

it('is among the references of an item', () => {
  const found = referencesAt(
    region.page('raion.plan.yaml'),
    region.in('raion.plan.yaml', '"1.2"'),
    region.context(),
  );
  expect(found.filter(({ file }) => file === FILE)).toHaveLength(2);
});

it.each([
  ['raion.plan.yaml', '"1.2"', '1.7', REQUESTS.replaceAll('"1.2"', '"1.7"')],
  ['registry.yaml', 'центр', 'методцентр', REQUESTS.replace('центр', 'методцентр')],
])('follows a renaming in %s of %s', (file, at, name, after) => {
  const result = renameAt(region.page(file), region.in(file, at), name, region.context());
  if ('problem' in result) throw new Error(result.problem.ru);
  const edits = result.edits
    .filter((edit) => edit.file === FILE)
    .sort((one, other) => other.range[0] - one.range[0]);
  const text = edits.reduce(
    (before, { range, text: words }) => before.slice(0, range[0]) + words + before.slice(range[1]),
    REQUESTS,
  );
  expect(text).toBe(after);
});

it.each([
  ['plan: raion-2022', 'plan: ¦', 'raion-2022'],
  ['to: {executor: центр}', 'to: {executor: ¦}', 'комитет'],
  ['items: ["1.1", "1.2"]\n', 'items: ["1.1", ¦]\n', '1.2'],
])('is completed: %s', (from, to, wanted) => {
  const marked = REQUESTS.replace(from, to);
  const its = regionWith({ [FILE]: marked.replace('¦', '') });
  const labels = completionsAt(its.page(FILE), marked.indexOf('¦'), its.context()).map(({ label }) => label);
  expect(labels).toContain(wanted);
  expect(labels).not.toContain('1.1');
});
