import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { renderDashboard } from '../../src/render/dashboard/dashboard.ts';
import { ENGLISH } from '../../src/render/dashboard/words-en.ts';
import { asked, examples, HOSTILE, hostile, region, viewOf, workspaceOf } from './workspaces.ts';

test('the same plans give the same bytes', () => {
  expect(renderDashboard(viewOf(examples))).toBe(renderDashboard(viewOf(examples)));
});

test('the policy lets the page’s own script run and nothing else', () => {
  const page = renderDashboard(viewOf(hostile));
  const [policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)!.slice(1);
  const [script] = /<script>([\s\S]*?)<\/script>/.exec(page)!.slice(1);
  const digest = createHash('sha256').update(script!).digest('base64');
  expect(policy).toBe(
    `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`,
  );
});

test('texts of plans stand in the page only as text', () => {
  const page = renderDashboard(viewOf(hostile));
  for (const text of HOSTILE.filter((one) => one.includes('<'))) expect(page.includes(text)).toBe(false);
  expect(page.split('<script').length - 1).toBe(2);
});

test('the page says its own words in English', () => {
  expect(JSON.stringify(ENGLISH).match(/[а-яё]/gi)).toBe(null);
  expect(renderDashboard(viewOf(examples, '2022-06-15', 'en'))).toContain('<html lang="en">');
});

test('hundreds of plans cost a quarter of a kilobyte an item', () => {
  const view = viewOf(region(62), '2022-10-20');
  const items = view.plans.reduce((sum, plan) => sum + plan.items.length, 0);
  expect(items).toBeGreaterThan(2000);
  expect(Buffer.byteLength(renderDashboard(view)) / items).toBeLessThan(280);
});

/** The rows of «Кто ответил», their cells as text. */
function answerRows(page: string): readonly (readonly string[])[] {
  const [, body = ''] = /<table class="answers">[\s\S]*?<tbody>([\s\S]*?)<\/tbody>/.exec(page) ?? [];
  return body
    .split('<tr ')
    .slice(1)
    .map((row) =>
      row
        .split(/<t[dh][^>]*>/)
        .slice(1)
        .map((cell) =>
          cell
            .replace(/<[^>]*>/g, '')
            .replaceAll('\u00a0', ' ')
            .trim(),
        ),
    );
}

test('who has answered: overdue first, when and how completely, in both languages', () => {
  expect(answerRows(renderDashboard(viewOf(asked)))).toEqual([
    [
      'ответ просрочен на 5 дней',
      'Школы Заречный район',
      '10.06.2022 напомнили 12.06.2022',
      '–',
      '0 из 2 · осталось: 2',
    ],
    [
      'отвечено частично',
      'Отдел Заречный район',
      '30.06.2022',
      '11.06.2022',
      '1 из 2, частично 1 · осталось: 1',
    ],
    ['ответа ждём', 'Заречный район', '–', '–', '0 из 1 · осталось: 1'],
    ['отвечено', 'Совет Заречный район', '10.06.2022', '09.06.2022', '2 из 2'],
  ]);
  const [late] = answerRows(renderDashboard(viewOf(asked, '2022-06-15', 'en')));
  expect(late).toEqual([
    'overdue by 5 days',
    'Школы Заречный район',
    '2022-06-10 reminded 2022-06-12',
    '–',
    '0 of 2 · left: 2',
  ]);
});

test('a page without requests has no part about answers', () => {
  const page = renderDashboard(viewOf(region(2)));
  expect(page.includes('id="answers"') || page.includes('href="#answers"')).toBe(false);
});

test('of hundreds of requests those that somebody must act on have rows', () => {
  const view = viewOf(asked);
  const many = Array.from({ length: 75 }, () => view.requests).flat();
  const page = renderDashboard({ ...view, requests: many });
  const rows = answerRows(page);
  expect(new Set(rows.map(([state]) => state))).toEqual(
    new Set(['ответ просрочен на 5 дней', 'отвечено частично']),
  );
  expect(rows).toHaveLength(150);
  const [, totals = ''] = /<section id="answers"[\s\S]*?<p class="totals">([\s\S]*?)<\/p>/.exec(page)!;
  expect(totals.replace(/<[^>]*>/g, '')).toBe(
    'Запросов сведений 300:  ответ просрочен 75 ·  отвечено частично 75 ·  ответа ждём 75 ·  отвечено 75',
  );
  const size = Buffer.byteLength(page) - Buffer.byteLength(renderDashboard({ ...view, requests: [] }));
  expect(size / many.length).toBeLessThan(300);
});

test('what a rhythm missed is named by the month or the quarter', () => {
  const workspace = workspaceOf({
    'a.plan.yaml':
      'kind: plan\nid: a\ntitle: План\nperiod: 2022\nitems:\n  - {number: "1", action: Дело, when: В течение года, indicators: [Не менее одной встречи в месяц]}\n  - {number: "2", action: Дело, when: В течение года, indicators: [Не менее одной встречи в квартал]}\n',
    'a.facts.yaml':
      'kind: facts\nplan: a\nfacts:\n  - {item: "1", date: 2022-02-03, count: 1}\n  - {item: "1", date: 2022-03-03, count: 1}\n',
  });
  const page = renderDashboard(viewOf(workspace, '2022-04-15'));
  for (const words of ['январь\u00a02022', 'I квартал\u00a02022'])
    expect(page).toContain(`пропущено: ${words}`);
});

test('of a plan that nobody records the page says which turns are past, and marks none of them as missed', () => {
  const page = renderDashboard(
    viewOf(
      workspaceOf({
        'a.plan.yaml': `kind: plan
id: a
title: План
period: 2022
executors: {школы: {name: Школы}}
items:
  - {number: "1", action: Дело, when: апрель и октябрь, executors: [школы]}
`,
      }),
    ),
  );
  expect(page).toContain('срок прошёл, исполнение не учитывается: апрель\u00a02022');
  expect(page).not.toContain('<i class="miss"');
});

test('an empty workspace gives a page', () => {
  const page = renderDashboard(viewOf(workspaceOf({ 'r.yaml': 'kind: registry\nid: r\n' })));
  expect(page.startsWith('<!DOCTYPE html>')).toBe(true);
});
