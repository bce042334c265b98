import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, ensureBuilt, folderWith, ROOT } from '../cli/run-roadmap.ts';
import { has } from '../needs.ts';
import { FLAGS } from './chromium.ts';

const POLL = { timeout: 20_000 };

describe.skipIf(!has('chromium'))('render dashboard --watch in Chromium', () => {
  const cwd = folderWith({});
  let child: ChildProcess | undefined;

  beforeAll(() => {
    ensureBuilt();
    cpSync(join(ROOT, 'examples'), cwd, { recursive: true });
  });

  afterAll(() => {
    child?.kill('SIGKILL');
  });

  it('a save is seen in the page by itself, where it was scrolled to; nothing is asked of any other machine', async () => {
    child = spawn(process.execPath, [BIN, 'render', 'dashboard', '.', '--as-of', '2022-06-15', '--watch'], {
      cwd,
    });
    const address = await new Promise<string>((resolve) => {
      child?.stdout?.on('data', (piece) => {
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(piece))?.[0];
        if (found) resolve(found);
      });
    });
    const program = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      headless: true,
      args: [...FLAGS],
    });
    try {
      const page = await program.newPage({ viewport: { width: 1200, height: 700 } });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).host));
      await page.goto(address);
      const frame = page.frames()[1]!;
      await frame.waitForSelector('#filters:not([hidden])', { state: 'attached' });
      await frame.evaluate('window.scrollTo(0, 400)');
      const file = join(cwd, 'zarechny-2022.plan.yaml');
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/^territory: .*$/m, 'territory: Новозаречный округ'),
      );
      // While the frame loads there is nothing to ask.
      const inFrame = (code: string) => frame.evaluate(code).catch(() => undefined);
      await expect
        .poll(() => inFrame("document.body.textContent.includes('Новозаречный округ')"), POLL)
        .toBe(true);
      await expect.poll(() => inFrame('window.scrollY'), POLL).toBe(400);
      expect([...new Set(asked)]).toEqual([new URL(address).host]);
    } finally {
      await program.close();
    }
  }, 60_000);
});
