import { describe, expect, it } from 'vitest';
import { loadWorkspace } from '../../src/model/load.ts';
import { couldBeDocument } from '../../src/source/discover.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { readDocument } from '../../src/source/read.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('couldBeDocument', () => {
  it.each([
    'kind: plan\n',
    '# слово\nid: a\nkind : facts',
    '\ufeffkind: plan',
    '"kind": plan',
    "a: b\r\n'kind': plan\r\n",
    'Kind: plan\n',
    'kinde: plan\n',
  ])('takes %j', (text) => expect(couldBeDocument(bytes(text))).toBe(true));
  it.each([
    '',
    'name: ci\non: push\n',
    'a:\n  kind: plan\n',
    'kinship: a\n',
    '# kind: plan\n',
    'mankind: a\n',
  ])('leaves %j', (text) => expect(couldBeDocument(bytes(text))).toBe(false));
});

describe('the kind of a file that could not be read', () => {
  it.each([
    ['kind: plan\na: 1\n- b\n', 'plan'],
    ['"kind": "facts" # да\na:\rb\n', 'facts'],
    ['kind: {{ .Values.kind }}\nb: {{ c }}\n', '{{ .Values.kind }}'],
  ])('%j', (text, kind) => {
    expect(readDocument('a.yaml', bytes(text))).toMatchObject({ value: undefined, kind });
  });
});

describe('files of others', () => {
  const problemsOf = (texts: Record<string, string>) => loadWorkspace(memoryFiles(texts)).problems;

  it('are left alone, whatever YAML has against them', () => {
    expect(
      problemsOf({
        'k8s.yaml': 'kind: Deployment\nspec: a\n---\nkind: Service\nspec: b\n',
        'helm.yaml': 'kind: {{ .Values.kind }}\nspec: {{ include "a" . }}\n',
        'broken.yaml': 'kind: ConfigMap\ndata: a: b\n',
      }),
    ).toEqual([]);
  });

  it('are not those of ours whose key itself is mistyped', () => {
    const plan = 'id: r\nprogramme: П\nterritory: Т\nitems: []\n';
    const texts = {
      'a.yaml': `Kind: plan\n${plan}`,
      'b.yaml': `kinde: plan\n${plan}`,
      'pod.yaml': 'Kind: Pod\nspec: a\n',
    };
    expect(problemsOf(texts).map(({ rule, at }) => [rule, at])).toEqual([
      ['unknown-kind', { file: 'a.yaml', route: ['Kind'], key: true }],
      ['unknown-kind', { file: 'b.yaml', route: ['kinde'], key: true }],
    ]);
  });

  it('are not those of ours that are broken, in their kind or otherwise', () => {
    const rules = problemsOf({ 'a.yaml': 'kind: plna\nid: [a\nb: c: d\r' }).map(({ rule }) => rule);
    expect(rules).toEqual(['syntax']);
  });
});
