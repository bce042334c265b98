import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { has } from '../needs.ts';
import { type Browser, seen, shownItems, startBrowser } from './chromium.ts';
import { asked, examples, HOSTILE, hostile, region, viewOf } from './workspaces.ts';

const view = viewOf(examples);
const items = view.plans.flatMap((plan) => plan.items);
const CONTRAST = readFileSync(resolve(import.meta.dirname, 'contrast.js'), 'utf8');
const inState = (...states: string[]) =>
  items.filter(({ state }) => states.includes(state)).map(({ index }) => index);
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

/** The words of each page of a printed file. */
const pagesOf = (pdf: Buffer): readonly string[] =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1e8 }).split(
    '\f',
  );

describe.skipIf(!has('chromium'))('in Chromium', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await startBrowser();
    page = await browser.open(view);
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** Too many plans for the page to show each open. */
  const many = viewOf(region(62), '2022-10-20');

  const shown = async () => sorted(await shownItems(page));
  const reset = () => page.click('#reset');

  test('all items are shown at first', async () => {
    expect(await shown()).toEqual([...items.keys()]);
    expect(await page.textContent('#found')).toBe(`Показано ${items.length} из ${items.length}\u00a0пунктов`);
  });

  test('every link of the page leads to something in it', async () => {
    const lost = await seen<string[]>(
      page,
      `[...document.querySelectorAll('a[href^="#"]')].map((link) => link.hash.slice(1)).filter((id) => !document.getElementById(decodeURIComponent(id)))`,
    );
    expect(lost).toEqual([]);
  });

  test('every figure shows as many items as it says', async () => {
    const figures = await page.$$('.tile a, .plans td a, .totals a');
    expect(figures.length).toBeGreaterThan(12);
    for (const figure of figures) {
      const said = Number(/\d+/.exec((await figure.textContent())!)![0]);
      await figure.dispatchEvent('click');
      expect(await shown()).toHaveLength(said);
    }
    await reset();
  });

  test('a figure of a state shows the items of that state', async () => {
    await page.click('.tile.done-late a');
    expect(await shown()).toEqual(inState('done-late'));
    expect(await seen(page, 'document.activeElement.id')).toBe('h-items');
    await reset();
  });

  test('an obligation leads to the items of all who fulfil it', async () => {
    const [matrix] = view.matrices;
    const links = await page.$$('#matrix table:first-of-type td.n a');
    await links[3]!.dispatchEvent('click');
    expect(await shown()).toEqual(sorted(matrix!.obligations[3]!.cells.flatMap((cell) => cell?.items ?? [])));
    await reset();
  });

  test('search finds all the words in any order and letter case, ё as е', async () => {
    await page.fill('#q', 'ОЗЕРСКОГО министерство');
    await page.waitForSelector('body.filtered');
    const found = await shown();
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(items.length);
    const names = items.filter(({ executors }) =>
      executors.some(({ name }) => name === 'Министерство образования и науки Озёрского края'),
    );
    expect(names.every(({ index }) => found.includes(index))).toBe(true);
    await reset();
  });

  test('search scrolls to the first thing found, however far down it stands', async () => {
    const opened = await browser.open(many);
    const last = many.plans.flatMap((plan) => plan.items).at(-1)!;
    await opened.fill('#q', last.action);
    await opened.waitForSelector('body.filtered');
    const first = (await shownItems(opened))[0];
    const inView = () =>
      seen<boolean>(
        opened,
        `(() => {
          const { top, bottom } = document.getElementById('i${first}').getBoundingClientRect();
          const bar = document.getElementById('filters').getBoundingClientRect().bottom;
          return top >= bar && bottom <= innerHeight;
        })()`,
      );
    await expect.poll(inView, { timeout: 5000 }).toBe(true);
    expect(await seen(opened, 'document.activeElement.id')).toBe('q');
    // What stands in a folded list is seen as well.
    expect(await opened.isVisible(`#i${first}`)).toBe(true);
    await opened.close();
  });

  test('filters narrow each other and tell so', async () => {
    const plan = view.plans.findIndex(({ id }) => id === 'zarechny-2022');
    const executor = view.executors.findIndex(({ plans }) => plans.includes(plan));
    await page.selectOption('#f-p', String(plan));
    await page.selectOption('#f-e', String(executor));
    expect(await shown()).toEqual(view.executors[executor]!.items);
    await page.selectOption('#f-s', 'done');
    const both = view.executors[executor]!.items.filter((index) => items[index]!.state === 'done');
    expect(await shown()).toEqual(both);
    expect((await page.textContent('#found'))!.startsWith(`Показано ${both.length} из `)).toBe(true);
    await reset();
  });

  test('a section comes with its subsections', async () => {
    const regional = view.plans.findIndex(({ id }) => id === 'ozersky-krai-2022');
    const { sections, items: own } = view.plans[regional]!;
    const top = sections.findIndex((section) => section.parent === undefined);
    const within = (section: number | undefined): boolean =>
      section !== undefined && (section === top || within(sections[section]!.parent));
    await page.selectOption('#f-p', String(regional));
    await page.selectOption('#f-c', sections[top]!.title);
    const expected = own.filter(({ section }) => within(section)).map(({ index }) => index);
    expect(expected.length).toBeGreaterThan(0);
    expect(await shown()).toEqual(expected);
    await reset();
  });

  test('bars and lists of executors are filtered along', async () => {
    await page.selectOption('#f-s', 'behind');
    const bars = await seen<number[]>(
      page,
      `[...document.querySelectorAll('.gantt tr[data-i]')].filter((row) => !row.hidden).map((row) => Number(row.dataset.i))`,
    );
    expect(sorted(bars)).toEqual(inState('behind'));
    await reset();
  });

  test('a link to an item that is filtered out shows it again', async () => {
    await page.selectOption('#f-s', 'overdue');
    const hidden = inState('done')[0]!;
    await page.dispatchEvent(`#matrix a[href="#i${hidden}"]`, 'click');
    expect(await page.isVisible(`#i${hidden}`)).toBe(true);
    await reset();
  });

  test('keys: skip link first, slash to search, Escape resets, arrows move between obligations', async () => {
    const fresh = await browser.open(view);
    await fresh.keyboard.press('Tab');
    expect(await seen(fresh, 'document.activeElement.className')).toBe('skip');
    await fresh.keyboard.press('Enter');
    expect(await seen(fresh, 'document.activeElement.id')).toBe('items');
    await fresh.keyboard.press('/');
    await fresh.keyboard.type('семинар');
    await fresh.waitForSelector('body.filtered');
    await fresh.keyboard.press('Escape');
    expect(await shownItems(fresh)).toHaveLength(items.length);
    expect(
      await seen(
        fresh,
        `[...document.querySelectorAll('#matrix table')].map((table) => table.querySelectorAll('a[tabindex="0"]').length)`,
      ),
    ).toEqual([1, 1]);
    await fresh.focus('#matrix tbody th a');
    const place = () =>
      seen<number[]>(
        fresh,
        `[document.activeElement.closest('tr').rowIndex, document.activeElement.closest('td, th').cellIndex]`,
      );
    await fresh.keyboard.press('ArrowRight');
    expect(await place()).toEqual([1, 1]);
    await fresh.keyboard.press('ArrowDown');
    expect(await place()).toEqual([2, 1]);
    await fresh.keyboard.press('End');
    expect((await place())[1]).toBe(4);
    await fresh.keyboard.press('Home');
    expect(await place()).toEqual([2, 0]);
    await fresh.close();
  });

  test('everything that can be operated has a name, every part a heading', async () => {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const nameless = nodes.filter(
      ({ ignored, role, name }) =>
        !ignored &&
        ['link', 'button', 'combobox', 'searchbox', 'region', 'navigation', 'search', 'image'].includes(
          role?.value,
        ) &&
        !name?.value,
    );
    expect(nameless.map(({ role }) => role?.value)).toEqual([]);
    const roles = new Set(nodes.map(({ role }) => role?.value));
    for (const role of [
      'banner',
      'main',
      'navigation',
      'search',
      'status',
      'contentinfo',
      'rowheader',
      'columnheader',
    ])
      expect(roles).toContain(role);
  });

  test('dark as the system says, light or dark as chosen; words are readable in both', async () => {
    const ground = () =>
      seen<string>(page, `getComputedStyle(document.querySelector('section')).backgroundColor`);
    const faint = () => seen<string[]>(page, CONTRAST);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await ground()).toBe('rgb(255, 255, 255)');
    expect(await faint()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await ground();
    expect(dark).not.toBe('rgb(255, 255, 255)');
    expect(await faint()).toEqual([]);
    await page.selectOption('#theme', 'light');
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.selectOption('#theme', 'dark');
    expect(await ground()).toBe(dark);
    await page.selectOption('#theme', '');
  });

  test('nothing sticks out of a narrow screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await seen(page, 'document.documentElement.scrollWidth')).toBe(390);
    await page.setViewportSize({ width: 1400, height: 900 });
  });

  test('it prints on A4, lying, without its controls', async () => {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
      Math.round((Number(width) / 72) * 25.4),
      Math.round((Number(height) / 72) * 25.4),
    ]);
    expect(sheets.length).toBeGreaterThan(5);
    expect(new Set(sheets.map(String))).toEqual(new Set(['297,210']));
    await page.emulateMedia({ media: 'print' });
    for (const control of ['#filters', 'nav', '.controls']) expect(await page.isVisible(control)).toBe(false);
    await page.emulateMedia({ media: 'screen' });
  });

  test.skipIf(!has('poppler'))('the first printed page is one page, its lists stand behind it', async () => {
    const word = 'долгий';
    for (const [count, title] of [
      [4, 'План'],
      [40, Array.from({ length: 60 }, () => word).join(' ')],
    ] as const) {
      const many = region(count);
      const longer = viewOf(many, '2022-10-20');
      const plans = longer.plans.map((plan) => ({ ...plan, title, label: `${plan.label} ${title}` }));
      const opened = await browser.open({ ...longer, title, plans });
      const pages = pagesOf(await opened.pdf({ preferCSSPageSize: true, pageRanges: '1-2' }));
      const shown = (page: string) => [...page.matchAll(/Муниципальный округ № \d+/g)].length;
      const [first = '', second = ''] = pages;
      expect(first).toContain('Итоги');
      expect(shown(first)).toBe(Math.min(count, 12));
      if (count > 12) {
        expect(first).toContain(`остальные: ${longer.plans.length - 12}`);
        expect(shown(second)).toBeGreaterThan(12);
      } else expect(second).toContain('Что требует внимания');
      await opened.close();
    }
  });

  test('without a script all is there, and figures lead to their items', async () => {
    const plain = await browser.open(view, { script: false });
    const visible = (target: Page) => target.locator('.register tbody tr[id]:visible').count();
    expect(await visible(plain)).toBe(items.length);
    expect(await plain.locator('#filters').isVisible()).toBe(false);
    await plain.click('.tile.behind a');
    expect(await visible(plain)).toBe(inState('behind').length);
    await plain.close();
  });

  test('who has answered is read without a script; its figures show the items with one', async () => {
    const plain = await browser.open(viewOf(asked), { script: false });
    expect(await plain.locator('#answers tbody tr:visible').count()).toBe(4);
    await plain.close();
    const opened = await browser.open(viewOf(asked));
    await opened.locator('#answers tbody tr').nth(1).locator('a').click();
    expect(await shownItems(opened)).toEqual([1]);
    await opened.close();
  });

  test('an address with a state opens the page at it', async () => {
    const opened = await browser.open(view, { fragment: '#s-done-late' });
    expect(sorted(await shownItems(opened))).toEqual(inState('done-late'));
    await opened.close();
  });

  test('texts of plans stay texts', async () => {
    const opened = await browser.open(viewOf(hostile));
    expect(await seen(opened, 'window.broken')).toBe(undefined);
    const said = await seen<string>(opened, `document.querySelector('main').textContent`);
    const elements = await opened.locator('img, iframe, object, embed, script').count();
    const links = await opened.locator('a:not([href^="#"])').count();
    for (const text of HOSTILE) expect(said).toContain(text);
    expect([elements, links]).toEqual([2, 0]);
    await opened.selectOption('#f-e', '0');
    expect(await shownItems(opened)).toEqual([0]);
    await opened.close();
  });

  test('hundreds of plans are folded and open where a link leads', async () => {
    const opened = await browser.open(many);
    expect(await opened.locator('.plan[open], .who[open]').count()).toBe(0);
    const link = opened.locator('.matrix.many tbody td a[href^="#i"]:not([data-f])').first();
    const target = (await link.getAttribute('href'))!;
    await link.click();
    expect(await opened.isVisible(target)).toBe(true);
    await opened.locator('.months td a').first().click();
    const said = Number.parseInt((await opened.locator('.months td a').first().textContent())!, 10);
    expect(await shownItems(opened)).toHaveLength(said);
    await opened.close();
  });

  test('of hundreds of plans the script unpacks every item, found by any word of it', async () => {
    const all = many.plans.flatMap((plan) => plan.items);
    const opened = await browser.open(many);
    await opened.waitForSelector('#filters:not([hidden])');
    expect(await opened.locator('.register tr[id]').count()).toBe(0);
    for (const plan of [0, many.plans.length - 1]) {
      await opened.selectOption('#f-p', String(plan));
      const shownOf = sorted(await shownItems(opened));
      expect(shownOf).toEqual(many.plans[plan]!.items.map(({ index }) => index));
      const row = opened.locator(`#i${shownOf[0]}`);
      expect(await row.locator('td').first().innerText()).toBe(all[shownOf[0]!]!.action);
    }
    await opened.click('#reset');
    const late = all.filter(({ daysOverdue }) => daysOverdue !== undefined);
    const wanted = late.filter(({ action }) => action === late[0]!.action).map(({ index }) => index);
    await opened.fill('#q', `${late[0]!.action} просрочено`);
    await opened.locator('#found', { hasText: '«' }).waitFor();
    expect(sorted(await shownItems(opened))).toEqual(sorted(wanted));
    await opened.close();
  });

  test('without a script hundreds of plans show figures, overdue items and obligations', async () => {
    const overdue = new Set(many.executors.flatMap((one) => one.overdue));
    const plain = await browser.open(many, { script: false });
    expect(await plain.locator('#unpacking').isVisible()).toBe(true);
    const rows = await seen<number[]>(
      plain,
      `[...document.querySelectorAll('.pressing tr.overdue th a')].map(({ hash }) => Number(hash.slice(2)))`,
    );
    expect(new Set(rows)).toEqual(overdue);
    expect(await plain.locator('.matrix.many tbody tr').count()).toBe(62);
    await plain.close();
  });

  test('the pages asked for nothing but themselves and complained of nothing', () => {
    expect(browser.asked.filter((url) => !/^file:\d+\.html/.test(url))).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
