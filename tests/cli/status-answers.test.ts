import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { status } from '../../src/cli/status/spec.ts';
import type { Language } from '../../src/finding/text.ts';
import { RAION } from '../collect/answer-file.ts';
import { runHere } from './in-process.ts';

const cwd = mkdtempSync(join(tmpdir(), 'status-answers-'));
writeFileSync(
  join(cwd, 'raion.plan.yaml'),
  `${RAION}  центр: {name: "Центр; «Поиск»|Рост"}
items:
  - {number: "1", action: Утвердить план работы, when: до 31 марта 2022 г., executors: [отдел, центр]}
  - {number: "2", action: Провести семинар, when: май 2022 г., executors: [отдел]}
`,
);
writeFileSync(
  join(cwd, 'requests.yaml'),
  `kind: requests
requests:
  - {form: AAAAAA, plan: raion, to: {executor: отдел}, sent: 2022-06-01, due: 2022-06-20, items: ["1", "2"], answers: [{received: 2022-06-04, items: ["1"], partly: ["2"]}]}
  - {form: BBBBBB, plan: raion, to: {executor: центр}, sent: 2022-06-01, due: 2022-06-05, items: ["1"]}
  - {form: CCCCCC, plan: raion, to: {territory: Приозёрный район}, items: ["1"], answers: [{received: 2022-06-07, items: ["1"]}]}
`,
);

const table = async (format: string, language: Language = 'ru'): Promise<string> =>
  (await runHere(status, ['--answers', '--as-of', '2022-06-10', '--format', format], { cwd, language }))
    .stdout;

it('is a table for a spreadsheet, a line for each request, overdue answers first', async () => {
  expect((await table('csv')).split('\r\n')).toEqual([
    '\uFEFFФорма;План;Кто это;Кого спросили;Как назван в плане;Состояние;Спросили;Ответить до;Дней просрочки;Ответ;Пунктов;Отвечено;Частично',
    'BBBBBB;raion;исполнитель;центр;"Центр; «Поиск»|Рост";ответ просрочен;2022-06-01;2022-06-05;5;;1;0;0',
    'AAAAAA;raion;исполнитель;отдел;Отдел образования;отвечено частично;2022-06-01;2022-06-20;;2022-06-04;2;1;1',
    'CCCCCC;raion;территория;Приозёрный район;Приозёрный район;отвечено;;;;2022-06-07;1;1;0',
    '',
  ]);
  expect((await table('csv', 'en')).split('\r\n').slice(0, 2)).toEqual([
    '\uFEFFform;plan;kind;to;name;state;sent;due;daysOverdue;received;asked;answered;partly',
    'BBBBBB;raion;executor;центр;"Центр; «Поиск»|Рост";overdue;2022-06-01;2022-06-05;5;;1;0;0',
  ]);
});

it('is a table of Markdown', async () => {
  expect(await table('markdown')).toBe(`| Состояние | Кого спросили | План | Ответить до | Ответ | Пунктов |
| --- | --- | --- | --- | --- | --- |
| ответ просрочен на 5 дней | Центр; «Поиск»\\|Рост | raion | 05.06.2022 |  | 0 из 1 |
| отвечено частично | Отдел образования | raion | 20.06.2022 | 04.06.2022 | 1 из 2, частично 1 |
| отвечено | Приозёрный район | raion |  | 07.06.2022 | 1 из 1 |

**Запросов: 3 · ответ просрочен 1 · отвечено частично 1 · отвечено 1 · 10.06.2022**
`);
});
