import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

const PLAN = `kind: plan
id: p
level: school
title: План
period: 2022
items:
  - {number: "1", action: Провести собрание, when: май}
  - {number: "2", action: Провести семинар, when: июнь}
`;
const HEAD = 'kind: facts\nplan: p\nfacts:\n';

function rulesOf(files: Readonly<Record<string, string>>): string[] {
  const day = parseDay('2022-06-15')!;
  const { findings } = check(loadWorkspace(memoryFiles({ 'p.plan.yaml': PLAN, ...files })), {
    asOf: day,
    today: day,
  });
  return findings.filter(({ file }) => file !== 'p.plan.yaml').map(({ file, rule }) => `${file}: ${rule}`);
}

test.each([
  ['no facts', 'kind: facts\nplan: p\nfacts: []\n', 'empty-fact'],
  ['a list without an entry', HEAD, 'empty-fact'],
  ['an empty file', '', 'unknown-kind'],
  ['a file of blanks', '\n  \n', 'unknown-kind'],
  ['only comments', '# Пока ничего\n', 'unknown-kind'],
  ['an empty document', '---\n...\n', 'unknown-kind'],
  ['an item and a date', `${HEAD}  - {item: "1", date: 2022-05-01}\n`, 'empty-fact'],
  ['an item alone', `${HEAD}  - {item: "1"}\n`, 'empty-fact'],
  ['empty lists', `${HEAD}  - {item: "1", date: 2022-05-01, evidence: []}\n`, 'empty-fact'],
  ['who says it, and nothing', `${HEAD}  - {item: "1", date: 2022-05-01, by: Школа № 1}\n`, 'empty-fact'],
])('facts that state nothing are a finding: %s', (_, text, rule) => {
  expect(rulesOf({ 'p.facts.yaml': text })).toContain(`p.facts.yaml: ${rule}`);
});

const FACT = '  - {item: "1", date: 2022-05-01, done: true, result: Собрание, evidence: [Протокол № 1]}\n';

test.each([
  ['as it was', FACT],
  ['another case', FACT.replace('Протокол', 'протокол').replace('Собрание', 'собрание')],
  ['other blanks', FACT.replace('Протокол № 1', 'Протокол №1')],
  ['a dot after the number', FACT.replace('item: "1"', 'item: "1."')],
])('a fact written twice is a finding, in one file and in two: %s', (_, again) => {
  expect(rulesOf({ 'p.facts.yaml': `${HEAD}${FACT}${again}` })).toEqual(['p.facts.yaml: duplicate-fact']);
  const two = rulesOf({ 'p.facts.yaml': HEAD + FACT, 'p2.facts.yaml': HEAD + again });
  expect(two).toEqual(['p2.facts.yaml: duplicate-fact']);
});

test.each([
  ['another day', FACT.replace('2022-05-01', '2022-05-02')],
  ['another number of the document', FACT.replace('№ 1', '№ 11')],
  ['another item', FACT.replace('item: "1"', 'item: "2"')],
  ['another result', FACT.replace('Собрание', 'Второе собрание')],
])('two facts are two: %s', (_, other) => {
  expect(rulesOf({ 'p.facts.yaml': `${HEAD}${FACT}${other}` })).not.toContain('p.facts.yaml: duplicate-fact');
});
