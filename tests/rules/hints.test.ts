import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

test('examples in hints are of the plan’s own year', () => {
  const loaded = loadWorkspace(
    memoryFiles({
      'p.plan.yaml':
        'kind: plan\nid: p\nlevel: municipal\ntitle: План\nperiod: 2031-2033\nitems:\n  - {number: "1", action: Провести сбор}\n  - {number: "2", action: Провести слёт, when: когда-нибудь}\n  - {number: "3", action: Провести обход, when: до 1 мая 2031 г.}\n',
    }),
  );
  const asOf = parseDay('2030-02-01')!;
  const { findings } = check(loaded, { asOf, today: asOf });
  const years = (rule: string): readonly string[] =>
    findings.filter((one) => one.rule === rule).flatMap(({ help }) => help?.ru.match(/\b20\d\d\b/g) ?? []);
  expect(years('missing-period')).toEqual(['2033']);
  expect(new Set(years('unread-period'))).toEqual(new Set(['2033']));
});
