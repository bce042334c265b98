import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { amend } from '../../src/cli/amend/spec.ts';
import { approve } from '../../src/cli/approve/spec.ts';
import { check } from '../../src/cli/check/spec.ts';
import type { CommandSpec } from '../../src/cli/command.ts';
import { diff } from '../../src/cli/diff/spec.ts';
import { importCommand } from '../../src/cli/import/spec.ts';
import { render } from '../../src/cli/render/spec.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { renderDocx } from '../../src/render/docx.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { orderView } from '../../src/view/order-view.ts';
import { runHere } from './in-process.ts';
import { folderWith } from './run-roadmap.ts';

const SIGNED = `kind: plan
id: ozero-2022
level: municipal
title: План мероприятий («дорожная карта») по поддержке школ Озёрного района на 2022 год
territory: Озёрный район
period: 2022
order:
  type: приказ
  issuer: Отдел образования администрации Озёрного района
  number: "12"
  date: 2022-01-20
  place: п. Озёрный
  subject: Об утверждении плана мероприятий («дорожной карты») по поддержке школ
  preamble: В целях поддержки школ района
  clauses:
    - Утвердить прилагаемый план мероприятий («дорожную карту»).
    - Контроль за исполнением настоящего приказа оставляю за собой.
  signatory: {position: Начальник отдела образования, name: А.Б. Ветрова}
  acquainted: [В.Г. Лесной, Д.Е. Ручьёва]
executors: {отдел: {name: Отдел образования}, центр: {name: МБУ «Методический центр»}}
items:
  - {number: "1", action: Издать приказ о создании рабочей группы, when: до 15 февраля 2022 г., executors: [отдел], indicators: [Приказ]}
  - {number: "2", action: Провести установочный семинар для кураторов, when: март 2022 г., executors: [центр], indicators: [Не менее 20 участников]}
  - {number: "3", action: "Составить перечень школ, которым нужна помощь", when: до 1 апреля 2022 г., executors: [отдел], indicators: [Перечень школ]}
  - {number: "4", action: Организовать выезды методистов в школы, when: ежеквартально, executors: [центр], indicators: [Не менее 2 выездов в квартал]}
  - {number: "5", action: Обучить педагогов работе с данными, when: до 30 мая 2022 г., executors: [центр], indicators: [Не менее 40 педагогов]}
  - {number: "6", action: Подвести итоги года на совещании директоров, when: до 20 декабря 2022 г., executors: [отдел], indicators: [Протокол совещания]}
`;

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

test('a plan is imported, approved, amended on a branch, approved again, and amended once more', async () => {
  const { workspace } = loadWorkspace(memoryFiles({ 'a.plan.yaml': SIGNED }));
  const folder = folderWith({ 'roadmap.config.yaml': 'language: ru\n' });
  writeFileSync(join(folder, 'подписано.docx'), await renderDocx(orderView(workspace.plans[0]!, workspace)));
  const git = (...args: string[]): void => {
    execFileSync(
      'git',
      ['-c', 'user.name=а', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args],
      { cwd: folder },
    );
  };
  const told: string[] = [];
  const roadmap = async (spec: CommandSpec, ...line: string[]): Promise<void> => {
    const { code, stdout, stderr } = await runHere(spec, line, { cwd: folder, now: '2022-06-20T09:00:00Z' });
    told.push(`$ roadmap ${spec.name} ${line.join(' ')}`, `${stderr}${stdout}`.trimEnd(), `[${code}]`, '');
  };
  const edit = (...changes: readonly (readonly [string, string])[]): void => {
    const text = changes.reduce(
      (before, [from, to]) => {
        expect(before.split(from).length).toBe(2);
        return before.replace(from, to);
      },
      read(folder, 'ozero.plan.yaml'),
    );
    writeFileSync(join(folder, 'ozero.plan.yaml'), text);
  };
  const page = (file: string): void => {
    told.push(`(${file})`, read(folder, file).replace(/\s*<!-- roadmap\.digest .*$/s, ''), '');
  };
  const saved = (message: string): void => {
    git('add', '.');
    git('commit', '-q', '-m', message);
  };

  git('init', '-q', '-b', 'main');
  await roadmap(importCommand, 'подписано.docx', '-o', 'ozero.plan.yaml', '--id', 'ozero-2022');
  await roadmap(approve, 'ozero-2022');
  saved('Приказ № 12');
  const signed = read(folder, 'ozero.plan.yaml');

  git('switch', '-q', '-c', 'сроки');
  edit(
    ['до 30 мая 2022 г.', 'до 30 сентября 2022 г.'],
    ['Не менее 20 участников', 'Не менее 25 участников'],
    ['Подвести итоги года на совещании директоров', 'Подвести итоги года на совещании директоров школ'],
  );
  saved('Три пункта');
  await roadmap(check, '--format', 'compact', '--rule', 'changed-after-approval');
  await roadmap(diff, 'ozero-2022');
  await roadmap(render, 'amendment', 'ozero-2022', '-o', 'изменения-1.docx');
  await roadmap(render, 'amendment', 'ozero-2022', '-o', 'изменения-1.md');
  page('изменения-1.md');

  // Somebody who has the signed plan alone reads the order into it.
  const changed = read(folder, 'ozero.plan.yaml');
  git('switch', '-q', 'main');
  await roadmap(amend, 'ozero-2022', 'изменения-1.docx');
  await roadmap(amend, 'ozero-2022', 'изменения-1.docx', '--write');
  expect(read(folder, 'ozero.plan.yaml')).toBe(changed);
  writeFileSync(join(folder, 'ozero.plan.yaml'), signed);
  git('merge', '-q', 'сроки');
  await roadmap(approve, 'ozero-2022', '--number', '80', '--date', '12.05.2022');
  await roadmap(check, '--format', 'compact', '--rule', 'changed-after-approval');
  saved('Приказ № 80');

  edit(
    ['number: "3"\n', 'number: "3"\n    excluded: приказ от 15.06.2022 № 96\n'],
    ['ежеквартально', 'ежемесячно'],
  );
  await roadmap(render, 'amendment', 'ozero-2022', '-o', 'изменения-2.docx');
  await roadmap(render, 'amendment', 'ozero-2022', '-o', 'изменения-2.md');
  page('изменения-2.md');
  await roadmap(approve, 'ozero-2022', '--number', '96', '--date', '15.06.2022');
  await roadmap(render, 'amendment', 'ozero-2022', '-o', 'изменения-3.docx');
  await roadmap(diff, '1', '3', 'ozero-2022');
  await roadmap(render, 'plan', 'ozero-2022', '--edition', '2', '-o', 'редакция-2.md');
  page('редакция-2.md');
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('golden/amendment-story.txt');
});
