import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { serve } from '../../lsp/server.ts';
import type { Day } from '../../meaning/day.ts';
import type { RunCommand } from '../command.ts';
import { dayAt } from '../date.ts';
import { EXIT } from '../exit-code.ts';
import { packageRoot } from '../package-root.ts';
import { UsageError } from '../usage-error.ts';

/** `roadmap lsp`. */
export const run: RunCommand = async (_args, io) => {
  collectGarbage();
  const pages = join(packageRoot(), 'docs', 'rules');
  await serve({
    input: process.stdin,
    output: process.stdout,
    version: io.version,
    language: io.chosenLanguage,
    windows: process.platform === 'win32',
    clock: { now: () => Date.now(), today },
    pageOf(rule) {
      const page = join(pages, `${rule}.md`);
      return existsSync(page) ? page : undefined;
    },
  });
  return EXIT.clean;
};

/** A time zone that is misspelt in the config must not keep an editor from showing findings. */
function today(timeZone: string | undefined): Day {
  try {
    return dayAt(new Date(), timeZone);
  } catch (error) {
    if (error instanceof UsageError) return dayAt(new Date());
    throw error;
  }
}

/** So much garbage is let lie, in bytes; how often is looked, in milliseconds. */
const LITTER = 40 * 1024 * 1024;
const LOOK = 4_000;

/**
 * Every keystroke leaves some megabytes, and V8 lets a heap that grew while a region was read for the first time grow as far
 * again before it clears up. An editor is open all day, beside Word: here it is done sooner.
 */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let least = 0;
  setInterval(() => {
    const { heapUsed } = process.memoryUsage();
    if (heapUsed < least + LITTER) return;
    collect();
    least = process.memoryUsage().heapUsed;
  }, LOOK).unref();
}
