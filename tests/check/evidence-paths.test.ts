import { expect, it } from 'vitest';
import { resolveEvidence } from '../../src/model/evidence.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

const files = memoryFiles({ 'docs/plan.pdf': '' });

it.each([
  ['docs/plan.pdf', 'found'],
  ['/etc/passwd', 'outside'],
  ['../../../etc/passwd', 'outside'],
  ['C:\\docs\\plan.pdf', 'outside'],
  ['docs\\plan.pdf', 'outside'],
  ['./docs/net', 'missing'],
  ['https://example.org/a.pdf', 'reference'],
  ['приказ от 28.04.2022 № 85', 'reference'],
])('takes %s for what it is', (evidence, state) => {
  expect(resolveEvidence(evidence, 'a.facts.yaml', files).state).toBe(state);
});
