import { expect, test } from 'vitest';
import { init } from '../../src/cli/init/spec.ts';
import { runHere } from './in-process.ts';
import { folderWith } from './run-roadmap.ts';

test('what init advises next is a command a line: Windows PowerShell knows no &&', async () => {
  const { stdout, code } = await runHere(
    init,
    ['Мои планы', '--level', 'municipal', '--territory', 'Горный район', '--year', '2026', '--yes'],
    { cwd: folderWith() },
  );
  expect(code).toBe(0);
  const next = stdout.split('\nДальше:\n')[1]!.trimEnd().split('\n');
  expect(next.slice(0, 2)).toEqual(['  cd "Мои планы"', '  roadmap check']);
  expect(next.filter((line) => /&&|;/.test(line))).toEqual([]);
});
