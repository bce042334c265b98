import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importCommand } from '../../src/cli/import/spec.ts';
import { init } from '../../src/cli/init/spec.ts';
import { status } from '../../src/cli/status/spec.ts';
import { docx, tbl } from '../import/word-file.ts';
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

test('a path that begins with a dash is advised so that no command takes it for an option', async () => {
  const cwd = folderWith();
  writeFileSync(
    join(cwd, 'план.docx'),
    docx(
      tbl([
        ['№', 'Мероприятие', 'Срок', 'Исполнитель'],
        ['1', 'Семинар', 'май 2022 г.', 'Отдел'],
      ]),
    ),
  );
  const { stderr, code } = await runHere(importCommand, ['план.docx', '-o', '-план.plan.yaml'], { cwd });
  expect(code).toBe(0);
  const next = /roadmap check (.*)/.exec(stderr)![1]!;
  expect(next).toBe('./-план.plan.yaml');
  expect((await runHere(status, [next], { cwd })).code).toBe(0);
});

test('a plan nobody has is told with the nearest id and with the files it may be in', async () => {
  const cwd = folderWith({
    'krai.plan.yaml': 'kind: plan\nid: krai\ntitle: План\nitems:\n  - {number: "1", action: Семинар}\n',
    'other.plan.yaml': 'kind: plan\nid: \u0000\n\tx: [\n',
  });
  const { stderr, code } = await runHere(status, ['kray'], { cwd });
  expect([code, stderr.includes('krai'), stderr.includes('other.plan.yaml')]).toEqual([2, true, true]);
});
