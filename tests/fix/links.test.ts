import { expect, it } from 'vitest';
import { recheck } from '../../src/check/check.ts';
import { fixesFor } from '../../src/fix/fixes-for.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { setOf } from '../../src/model/document-set.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

const asOf = parseDay('2022-06-15') as number;
const options = { asOf, today: asOf };
const ACTION = 'Провести семинар для учителей математики сельских школ';

/** Titles of the fixes of every obligation without an item; the parent has as many of them as numbers are given. */
function offered(numbers: readonly string[]): readonly string[] {
  const item = (number: string, more: string): string =>
    `  - {number: "${number}", action: ${ACTION}, when: Март 2022 г.${more}}\n`;
  const texts: Readonly<Record<string, string>> = {
    'k.plan.yaml': `kind: plan\nid: k\nlevel: regional\ntitle: План края\nperiod: 2022\nexecutors: {моуо: {name: Муниципальные органы, level: municipal}}\nitems:\n${numbers.map((number) => item(number, ', executors: [моуо]')).join('')}`,
    'r.plan.yaml': `kind: plan\nid: r\nlevel: municipal\ntitle: План района\nperiod: 2022\nimplements: k\nexecutors: {отдел: {name: Отдел образования, acts-as: моуо}}\nitems:\n${item('1', ', executors: [отдел]')}`,
  };
  const documents = setOf(loadWorkspace(memoryFiles(texts)));
  const context = { ...options, documents, text: (file: string) => texts[file] };
  return recheck(documents, options)
    .report.findings.filter(({ rule }) => rule === 'uncovered-obligation')
    .flatMap((finding) => fixesFor(finding, context))
    .map(({ title }) => title.en)
    .filter((title) => !title.startsWith('Waive'));
}

it('offers the item that does what the obligation asks for', () => {
  expect(offered(['2.1'])).toEqual([expect.stringContaining('implements obligation 2.1')]);
});

it('offers no link to a number that two obligations bear', () => {
  expect(offered(['2.1', '2.1'])).toEqual([]);
});
