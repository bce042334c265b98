import { describe, expect, it } from 'vitest';
import { resolveEvidence } from '../../src/model/evidence.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

const files = memoryFiles({ 'facts/docs/a.pdf': '', 'common/б.docx': '' });

describe('evidence', () => {
  it.each([
    ['docs/a.pdf', 'found'],
    ['./docs/../docs/a.pdf', 'found'],
    ['common/б.docx', 'found'],
    ['../common/б.docx', 'found'],
    ['docs/b.pdf', 'missing'],
    ['../../etc/passwd.txt', 'outside'],
    ['https://example.org/a.pdf', 'reference'],
    ['приказ от 28.04.2022 № 85', 'reference'],
    ['протокол совещания', 'reference'],
  ])('%s is %s', (evidence, state) => {
    expect(resolveEvidence(evidence, 'facts/x.facts.yaml', files).state).toBe(state);
  });
});
