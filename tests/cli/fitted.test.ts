import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fitted } from '../../src/cli/terminal/fitted.ts';
import { trace } from '../../src/cli/trace/spec.ts';
import { widthOf } from '../../src/report/width.ts';
import { runHere } from './in-process.ts';
import { ROOT } from './run-roadmap.ts';

test.each([60, 80])('what trace prints fits a terminal of %i columns', async (width) => {
  for (const line of [[], ['zarechny-2022.plan.yaml'], ['lesnogorsk-2022.plan.yaml']]) {
    const { stdout } = await runHere(trace, [...line, '--as-of', '2022-06-15'], {
      cwd: join(ROOT, 'examples'),
      width,
    });
    expect(stdout.length).toBeGreaterThan(100);
    expect(stdout.split('\n').filter((one) => widthOf(one) > width)).toEqual([]);
  }
});

test('lines are broken at blanks, tables and colours left alone', () => {
  expect(fitted('раз два три', 8)).toBe('раз два\n  три');
  expect(fitted('  раз два три', 9)).toBe('  раз два\n    три');
  expect(fitted('✗ нет   ✓ да   ○ так', 14)).toBe('✗ нет   ✓ да\n  ○ так');
  expect(fitted('раз │ два три', 8)).toBe('раз │ два три');
  const red = '\u001b[31mраз\u001b[0m два';
  expect(fitted(red, 7)).toBe(red);
});
