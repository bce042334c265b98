import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { parseDay, toIso } from '../../src/meaning/day.ts';
import { renderIcs } from '../../src/render/ics.ts';
import { executorCalendar } from '../../src/view/calendar.ts';
import { itemsOfExecutor } from '../../src/view/executor-items.ts';
import { folders, loadFolder, loadTexts, planOf } from './loaded.ts';

const day = (text: string): number => parseDay(text)!;

/** What a calendar program makes of the file. */
function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const days: string[] = [];
    const iterator = event.isRecurring() ? event.iterator() : undefined;
    for (let next = iterator?.next(); next && days.length < 2000; next = iterator?.next())
      days.push(next.toString());
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      allDay: event.startDate.isDate,
      days: iterator ? days : [event.startDate.toString()],
      length: event.endDate.subtractDate(event.startDate).toSeconds() / 86_400,
      recurring: component.hasProperty('rrule'),
      alarms: component
        .getAllSubcomponents('valarm')
        .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
    };
  });
}

describe('deadlines and rhythms of every executor of the examples', () => {
  const workspace = loadFolder(folders[0]!);
  const asOf = day('2022-03-01');
  test.each(workspace.plans.map((plan) => [plan.id, plan] as const))('%s', (_, plan) => {
    let rules = 0;
    for (const key of plan.executors.keys()) {
      const calendar = executorCalendar(workspace, [plan], { executor: key, asOf })!;
      const events = parsed(renderIcs(calendar));
      const open = itemsOfExecutor([plan], workspace, key, asOf)
        .flatMap(({ duties }) => duties)
        .filter(({ done, due }) => !done && due.length > 0);
      expect(events.flatMap(({ days }) => days)).toEqual(open.flatMap(({ due }) => due.map(toIso)));
      expect(events.every(({ allDay, length }) => allDay && length === 1)).toBe(true);
      expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
      rules += events.filter(({ recurring }) => recurring).length;
    }
    expect(rules).toBeGreaterThan(0);
  });
});

test('the whole plan is everybody’s deadlines, each once, with who has it', () => {
  const workspace = loadFolder(folders[0]!);
  const asOf = day('2022-03-01');
  const [plan] = workspace.plans;
  const whole = parsed(renderIcs(executorCalendar(workspace, [plan!], { executor: undefined, asOf })!));
  const of = (executor: string) =>
    parsed(renderIcs(executorCalendar(workspace, [plan!], { executor, asOf })!)).map(({ uid }) => uid);
  const each = new Set([...plan!.executors.keys()].flatMap(of));
  expect(new Set(whole.map(({ uid }) => uid))).toEqual(each);
  expect(whole).toHaveLength(each.size);
  expect(whole.filter(({ description }) => !description.includes('\nИсполнители: '))).toEqual([]);
});

const RHYTHMS = `id: a
title: План; проба, «500+»
period: 2024
executors: {к: {name: "Куратор, старший"}}
items:
  - {number: "1", action: "Встречи; a\\\\b, c", when: 2-й и 4-й понедельник, executors: [к], indicators: [Не менее двух]}
  - {number: "2", action: Сверка, when: 30 числа каждого месяца, executors: [к]}
  - {number: "3", action: Отчёт, when: ежемесячно, executors: [к]}
  - {number: "4", action: Обход, when: еженедельно, executors: [к]}
  - {number: "5", action: Сбор, when: "Май, октябрь 2024 г.", executors: [к]}
  - {number: "6", action: Итог, when: до 20 декабря 2024 г., executors: [к]}
  - {number: "7", action: Беседы, when: по необходимости, executors: [к]}
  - number: "8"
    action: Марафон
    executors: [к]
    parts:
      - {action: Первая часть, when: март}
      - {action: Вторая часть, when: апрель}`;

test('a rule where it gives the very days, else an event for each', () => {
  const { plan, workspace } = planOf(RHYTHMS);
  const events = parsed(
    renderIcs(executorCalendar(workspace, [plan], { executor: 'к', asOf: day('2024-01-01') })!),
  );
  const of = (number: string) => events.filter(({ summary }) => summary.startsWith(`Срок: п. ${number} `));
  expect(of('1')[0]?.days.slice(0, 3)).toEqual(['2024-01-08', '2024-01-22', '2024-02-12']);
  expect(of('1')[0]).toMatchObject({ recurring: true, summary: 'Срок: п. 1 Встречи; a\\b, c' });
  expect(of('2').some(({ recurring }) => recurring)).toBe(false);
  expect(
    of('2')
      .slice(0, 3)
      .flatMap(({ days }) => days),
  ).toEqual(['2024-01-30', '2024-02-29', '2024-03-30']);
  expect(of('3')[0]?.days).toHaveLength(12);
  expect(of('3')[0]?.days.at(-1)).toBe('2024-12-31');
  expect(of('5').map(({ days }) => days)).toEqual([['2024-05-31'], ['2024-10-31']]);
  expect(of('6')[0]).toMatchObject({ days: ['2024-12-20'], alarms: ['-P6DT15H', '-PT15H'] });
  expect(of('7')).toEqual([]);
  expect(of('8').map(({ days }) => days)).toEqual([['2024-03-31'], ['2024-04-30']]);
  expect(of('1')[0]?.description.split('\n')[0]).toBe('План; проба, «500+»');
});

test('lines are of 75 octets at most, end with CRLF and never part a character', () => {
  const { plan, workspace } = planOf(RHYTHMS.replace('Обход', `Обход ${'🎓щ'.repeat(80)}`));
  const text = renderIcs(executorCalendar(workspace, [plan], { executor: 'к', asOf: day('2024-01-01') })!);
  const lines = text.split('\r\n');
  expect(lines.at(-1)).toBe('');
  expect(lines.join('')).not.toContain('\n');
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBe(75);
  expect(/\p{Surrogate}/u.test(text)).toBe(false);
  expect(parsed(text).some(({ summary }) => summary.endsWith('🎓щ'.repeat(80)))).toBe(true);
});

test('what is done is left out; what was moved stands on its new day under the same id', () => {
  const plan = `kind: plan\nid: a\ntitle: План\nperiod: 2024\nexecutors: {к: {name: Куратор}}
items:
  - {number: "1", action: Первое, when: до 10 марта, executors: [к]}
  - {number: "2", action: Второе, when: до 20 марта, executors: [к]}`;
  const facts = `kind: facts\nplan: a\nrecorded: 2024-03-01\nfacts:
  - {item: "1", done: true, date: 2024-02-20}
  - {item: "2", date: 2024-02-21, rescheduled: {to: 2024-04-05, basis: приказ № 1}}`;
  const before = loadTexts({ 'a.plan.yaml': plan });
  const after = loadTexts({ 'a.plan.yaml': plan, 'a.facts.yaml': facts });
  const events = (workspace: typeof before) =>
    parsed(
      renderIcs(executorCalendar(workspace, workspace.plans, { executor: 'к', asOf: day('2024-03-01') })!),
    );
  const [first, second] = events(before);
  expect(first?.days).toEqual(['2024-03-10']);
  expect(events(after).map(({ uid, days }) => [uid, days])).toEqual([[second?.uid, ['2024-04-05']]]);
});
