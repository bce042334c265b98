import { expect, test } from 'vitest';
import { formOf } from '../../src/collect/form-of.ts';
import { missingAnswers } from '../../src/collect/missing.ts';
import { addresseesNamed } from '../../src/collect/respondents.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { reminderLines, reminderText } from '../../src/view/reminder-view.ts';

const PLAN = `kind: plan
id: raion
level: municipal
title: План по проекту «Опора» на 2022 г.
territory: Приозёрный район
period: 2022
executors: {отдел: {name: Отдел образования}}
items:
  - {number: "1", action: Утвердить план, when: до 31 марта 2022 г., executors: [отдел], indicators: [Приказ, Не менее пяти участников]}
  - {number: "2", action: "Вести пункт\\nи встречи", when: ежемесячно, executors: [отдел], indicators: [Не менее одной встречи в месяц]}
  - {number: "3", action: Подвести итоги, when: до 16 декабря 2022 г., executors: [отдел]}
`;
const REQUESTS = `kind: requests
requests:
  - {form: AAAAAA, plan: raion, to: {executor: отдел}, sent: 2022-06-01, due: 2022-06-10, items: ["1", "2", "3"], answers: [{received: 2022-06-09, items: [], partly: ["2"]}, {received: 2022-06-20, items: ["1", "2", "3"]}]}
`;
const workspaceOf = (facts: string) =>
  loadWorkspace(
    memoryFiles({ 'raion.plan.yaml': PLAN, 'requests.yaml': REQUESTS, 'raion.facts.yaml': facts }),
  ).workspace;

function letter(facts: string, day: string) {
  const workspace = workspaceOf(facts);
  const asOf = parseDay(day)!;
  const [missing] = missingAnswers(workspace.plans, workspace, asOf);
  if (!missing) return undefined;
  const [to] = addresseesNamed('отдел', workspace.plans, workspace);
  const form = formOf(to!, workspace, { asOf, only: missing.items, answerBy: parseDay('2022-06-20')! });
  const plain = (texts: readonly string[]) => texts.map((text) => text.replaceAll('\u00a0', ' '));
  return { text: plain(reminderText(form, missing)), lines: plain(reminderLines(form)) };
}

test('the letter lists every question that is open, the months of one together', () => {
  const { text, lines } = letter(
    'kind: facts\nplan: raion\nfacts:\n  - {item: "2", date: 2022-03-10, count: 1}\n',
    '2022-06-14',
  )!;
  expect(text).toEqual([
    'Кому: Отдел образования.',
    'Сведения об исполнении плана «План по проекту „Опора“ на 2022 г.» запрошены 1 июня 2022 г.; ответ ожидался до 10 июня 2022 г.',
    'Ответ, полученный 9 июня 2022 г., неполный.',
    'Просим заполнить приложенную форму и прислать её в ответ до 20 июня 2022 г. включительно.',
    'Нет сведений о пунктах:',
  ]);
  expect(lines).toEqual([
    '1 – Утвердить план (до 31 марта 2022 г., просрочено на 75 дней (срок 31.03.2022)). Не сообщено: Исполнение (Приказ); Не менее пяти участников',
    // The plan was approved nowhere: the year begins in January; March was reported.
    '2 – Вести пункт; и встречи (ежемесячно). Не сообщено: Не менее одной встречи в месяц: январь, февраль, апрель, май 2022 г.',
    '3 – Подвести итоги (до 16 декабря 2022 г.). Не сообщено: Исполнение',
  ]);
});

test('of a plan that nobody records it is said only that the term is over', () => {
  const [first, second] = letter('kind: registry\nid: r\n', '2022-06-14')!.lines;
  expect(first).toContain('(до 31 марта 2022 г., срок прошёл).');
  expect(second).toContain('(ежемесячно).');
});

test('who has answered by then gets no letter; who has not yet, does', () => {
  const facts = 'kind: registry\nid: r\n';
  expect(letter(facts, '2022-06-21')).toBe(undefined);
  expect(letter(facts, '2022-06-05')?.text[2]).toBe('Ответа пока нет.');
  expect(letter(facts, '2022-05-31')).toBe(undefined);
});
