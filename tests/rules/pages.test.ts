import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { rules } from '../../src/rules/generated/index.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { bytesOf, type Example, examplesOf, markedPlaces } from './page.ts';

const pageOf = (id: string): URL => new URL(`../../docs/rules/${id}.md`, import.meta.url);

function findingsOf(rule: string, example: Example) {
  const asOf = parseDay(example.asOf) as number;
  const report = check(loadWorkspace(memoryFiles(bytesOf(example))), { asOf, today: asOf });
  return report.findings.filter((finding) => finding.rule === rule);
}

const placeOf = (finding: { file: string; line: number; column: number; endColumn: number }): string =>
  `${finding.file}:${finding.line}:${finding.column}-${finding.endColumn}`;

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('has a page that opens with its id and names its severity', () => {
    expect(existsSync(pageOf(id)), `write docs/rules/${id}.md`).toBe(true);
    const page = readFileSync(pageOf(id), 'utf8');
    expect(page.split('\n')[0]).toMatch(new RegExp(`^# ${id}( |$)`));
    const severity = /^Важность: (ошибка|предупреждение|сведение|выключено)\.?$/m.exec(page)?.[1];
    const words = { error: 'ошибка', warning: 'предупреждение', info: 'сведение', off: 'выключено' } as const;
    expect(severity).toBe(words[rule.severity]);
  });

  const examples = existsSync(pageOf(id)) ? examplesOf(readFileSync(pageOf(id), 'utf8')) : [];

  it('shows at least one bad and one good example', () => {
    expect(examples.some((example) => !example.good)).toBe(true);
    expect(examples.some((example) => example.good)).toBe(true);
  });

  it.each(examples.filter((example) => !example.good).map((example) => [example.heading, example] as const))(
    'bad example «%s» is found just where the page marks it',
    (_, example) => {
      const found = findingsOf(id, example);
      const marked = markedPlaces(example);
      expect(found.length).toBeGreaterThan(0);
      expect(found.map(placeOf).sort()).toEqual(marked);
    },
  );

  it.each(examples.filter((example) => example.good).map((example) => [example.heading, example] as const))(
    'good example «%s» is left alone',
    (_, example) => {
      expect(findingsOf(id, example).map((finding) => finding.message.ru)).toEqual([]);
    },
  );
});

it('has no page without a rule', () => {
  const pages = readdirSync(new URL('../../docs/rules/', import.meta.url))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.replace(/\.md$/, ''));
  expect(pages.sort()).toEqual(rules.map((rule) => rule.id).sort());
});
