import { describe, expect, it } from 'vitest';
import { recheck } from '../../src/check/check.ts';
import { edited } from '../../src/fix/edits.ts';
import { fixesFor } from '../../src/fix/fixes-for.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { setOf } from '../../src/model/document-set.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

const HEAD = 'kind: plan\nid: primer-2022\nlevel: municipal\ntitle: План мероприятий\nperiod: 2022\n';

/** What the first fix of the first finding of a rule makes of a text; undefined when nothing is offered. */
function fixed(rule: string, body: string): { readonly text: string; readonly safe: boolean } | undefined {
  const text = HEAD + body;
  const day = parseDay('2022-02-01') as number;
  const documents = setOf(loadWorkspace(memoryFiles({ 'primer.plan.yaml': text })));
  const options = { asOf: day, today: day };
  const finding = recheck(documents, options).report.findings.find((one) => one.rule === rule);
  expect(finding, `no finding of ${rule}`).toBeDefined();
  const fixes = finding ? fixesFor(finding, { ...options, documents, text: () => text }) : [];
  const fix = fixes.find(({ title }) => !title.en.startsWith('Waive'));
  return fix && { text: edited(text, fix.edits).slice(HEAD.length), safe: fix.safe };
}

const item = (lines: string): string => `items:\n  - number: "1"\n${lines.replace(/^/gm, '    ')}\n`;

/** Rule, text, text after the fix. */
const SAFE: readonly (readonly [string, string, string])[] = [
  ['syntax', item('action: Семинар: теория'), item('action: "Семинар: теория"')],
  ['syntax', item('action: "Семинар'), item('action: "Семинар"')],
  ['syntax', item('action: "Проект «Опора»'), item('action: "Проект «Опора»"')],
  ['syntax', item('action: "Семинар»'), item('action: "Семинар"')],
  ['syntax', item('action: "Опора" и дети'), item('action: \'"Опора" и дети\'')],
  ['syntax', item('action: \'Опора\' и "дети"'), item("action: '''Опора'' и \"дети\"'")],
  ['syntax', item('action: [1] Семинар'), item('action: "[1] Семинар"')],
  ['syntax', item('action: @школа'), item('action: "@школа"')],
  ['syntax', item('action: Семинар\nindicators: [Акт]]'), item('action: Семинар\nindicators: [Акт]')],
  ['syntax', item('action:Семинар'), item('action: Семинар')],
  [
    'syntax',
    item('action: Семинар\nindicators:\n  -Акт\n  -Отчёт'),
    item('action: Семинар\nindicators:\n  - Акт\n  - Отчёт'),
  ],
  [
    'syntax',
    item('action: Семинар\nindicators:\n  – Акт\n  – Отчёт'),
    item('action: Семинар\nindicators:\n  - Акт\n  - Отчёт'),
  ],
  [
    'syntax',
    item('action: Семинар\nindicators:\n  - Итог: акт'),
    item('action: Семинар\nindicators:\n  - "Итог: акт"'),
  ],
  [
    'syntax',
    'items:\n  - number: 1.10\n    action: Семинар\n',
    'items:\n  - number: "1.10"\n    action: Семинар\n',
  ],
  [
    'syntax',
    'items:\n  - number: "1"\n\taction: Семинар\n',
    'items:\n  - number: "1"\n    action: Семинар\n',
  ],
  ['syntax', item('action: "Файл C:\\отчёт"'), item('action: "Файл C:\\\\отчёт"')],
  ['schema', item('action: Семинар\nexecutor: [комитет]'), item('action: Семинар\nexecutors: [комитет]')],
  ['schema', item('action: Семинар\nindicators: Акт'), item('action: Семинар\nindicators:\n  - Акт')],
  ['schema', item('action: Семинар\ninfo: true'), item('action: Семинар\ninfo: "true"')],
  ['mixed-alphabet', item('action: Cеминар # так'), item('action: Семинар # так')],
  ['digits-for-letters', item('action: "Шк0ла будущего"'), item('action: "Школа будущего"')],
  [
    'digits-for-letters',
    item('action: >-\n  Семинар\n  в 2О22 году'),
    item('action: >-\n  Семинар\n  в 2022 году'),
  ],
  ['unbalanced-quotes', item('action: Проект «Опора" края'), item('action: Проект «Опора» края')],
  ['unbalanced-quotes', item('action: Проект ««Опора» края'), item('action: Проект «Опора» края')],
  ['iso-date-in-text', item("action: Семинар 2022-03-15 'очно'"), item("action: Семинар 15.03.2022 'очно'")],
];

/** In a text that does not read as a whole because of another line. */
const BESIDE: readonly (readonly [string, string, string])[] = [
  [
    'mixed-alphabet',
    item('action: Cеминар\nwhen: март: апрель'),
    item('action: Семинар\nwhen: март: апрель'),
  ],
  ['schema', item('acton: Семинар\nwhen: март: апрель'), item('action: Семинар\nwhen: март: апрель')],
];

const CHOICE: readonly (readonly [string, string, string])[] = [
  ['comment-in-text', item('action: Семинар в школе #3'), item('action: "Семинар в школе #3"')],
  ['digits-for-letters', item('action: Охват 60% 00'), item('action: Охват 60% ОО')],
  ['unbalanced-quotes', item('action: Проект «Опора.'), item('action: Проект «Опора».')],
  ['repeated-words', item('action: На территории края края'), item('action: На территории края')],
  ['syntax', item('action: Семинар\nindicators: [Акт'), item('action: Семинар\nindicators: [Акт]')],
];

describe('the first fix', () => {
  it.each(SAFE)('%s: %s', (rule, before, after) => {
    expect(fixed(rule, before)).toEqual({ text: after, safe: true });
  });

  it.each(BESIDE)('beside a broken line: %s: %s', (rule, before, after) => {
    expect(fixed(rule, before)).toEqual({ text: after, safe: true });
  });

  it.each(CHOICE)('is a choice: %s: %s', (rule, before, after) => {
    expect(fixed(rule, before)).toEqual({ text: after, safe: false });
  });

  it.each([
    ['a colon in a text that goes on below', item('action: Семинар\n  итог: акт\n  и отчёт')],
    ['a second document', `${item('action: Семинар')}---\nkind: facts\n`],
  ])('is not offered: %s', (_, before) => {
    expect(fixed('syntax', before)).toBeUndefined();
  });
});
