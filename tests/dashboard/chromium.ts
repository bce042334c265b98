import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { renderDashboard } from '../../src/render/dashboard/dashboard.ts';
import type { DashboardView } from '../../src/view/dashboard.ts';

/** A browser with an empty profile, and what any of its pages asked for or complained of. */
export interface Browser {
  readonly asked: readonly string[];
  readonly complaints: readonly string[];
  open(
    view: DashboardView,
    options?: { readonly script?: boolean; readonly fragment?: string },
  ): Promise<Page>;
  close(): Promise<void>;
}

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function startBrowser(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-dashboard-'));
  const program = await chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args: FLAGS });
  const viewport = { width: 1400, height: 900 };
  const scripted = await program.newContext({ viewport });
  const plain = await program.newContext({ viewport, javaScriptEnabled: false });
  const asked: string[] = [];
  const complaints: string[] = [];
  let pages = 0;

  return {
    asked,
    complaints,
    async open(view, { script = true, fragment = '' } = {}) {
      pages += 1;
      const file = join(folder, `${pages}.html`);
      writeFileSync(file, renderDashboard(view));
      const page = await (script ? scripted : plain).newPage();
      page.on('request', (request) => asked.push(request.url().replace(/^file:.*\//, 'file:')));
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${pathToFileURL(file)}${fragment}`);
      return page;
    },
    async close() {
      await program.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What an expression amounts to inside the page. */
export const seen = <T>(page: Page, expression: string): Promise<T> => page.evaluate<T>(expression);

/** Numbers of the items whose rows of the list are shown. */
export const shownItems = (page: Page): Promise<number[]> =>
  seen(
    page,
    `[...document.querySelectorAll('.register tbody tr[id]')]
      .filter((row) => getComputedStyle(row).display !== 'none')
      .map((row) => Number(row.id.slice(1)))`,
  );
