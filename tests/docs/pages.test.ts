import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt, ROOT } from '../cli/run-roadmap.ts';
import { matches, renewed, stepsOf } from './page.ts';
import { languageOf, pagePaths, readPage } from './pages.ts';
import { runPage } from './run-page.ts';

/** `UPDATE_DOCS=1 npx vitest run tests/docs` writes the real outputs into the pages. */
const updating = process.env.UPDATE_DOCS === '1';

const withSteps = pagePaths().filter((path) =>
  stepsOf(readPage(path)).some(({ kind }) => kind === 'console'),
);

beforeAll(ensureBuilt);

describe.concurrent('every command on a page gives what the page shows', () => {
  // A page runs a dozen processes, which is long only on a machine that has much else to do.
  test.each(withSteps)('%s', { timeout: 600_000 }, async (path) => {
    const { text, outdated, lies } = await runPage(readPage(path), languageOf(path));
    if (updating && lies.length === 0) writeFileSync(join(ROOT, path), text);
    expect([...lies, ...(updating ? [] : outdated)]).toEqual([]);
  });
});

describe('the runner itself', () => {
  test('tells a wrong output, and what it really is', async () => {
    const page = '<!-- folder: empty -->\n```console\n$ echo да\nнет\n```\nend';
    const { outdated, text } = await runPage(page, 'ru');
    expect(outdated).toEqual(['$ echo да\nда']);
    expect(text).toBe(page.replace('нет', 'да'));
  });

  test('tells a command that fails without a word about it', async () => {
    const { lies } = await runPage('<!-- folder: empty -->\n```console\n$ (exit 2)\n```', 'ru');
    expect(lies).toEqual(['$ (exit 2)\nexit code 2']);
    const spoken = '<!-- folder: empty -->\n```console\n$ (exit 2)\n$ echo $?\n2\n```';
    expect(await runPage(spoken, 'ru')).toEqual({ text: spoken, outdated: [], lies: [] });
  });

  test('a cut stands for any lines', () => {
    expect(matches(['a', '…', 'd'], ['a', 'b', 'c', 'd'])).toBe(true);
    expect(matches(['a', '…', 'd'], ['a', 'b', 'c'])).toBe(false);
    expect(matches(['…', 'b'], ['b', 'b'])).toBe(true);
    expect(renewed(['x', '…', 'y'], ['a', 'b', 'c'])).toEqual(['a', '…', 'c']);
  });

  test('a change must find its lines once', async () => {
    const head = '<!-- folder: empty -->\n```yaml file=a.yaml\nx: 1\ny: 1\n```\n';
    const good = `${head}\`\`\`diff change=a.yaml\n x: 1\n-y: 1\n+y: 2\n\`\`\`\n\`\`\`console\n$ cat a.yaml\nx: 1\ny: 2\n\`\`\``;
    expect((await runPage(good, 'ru')).outdated).toEqual([]);
    const bad = `${head}\`\`\`diff change=a.yaml\n-z: 1\n+z: 2\n\`\`\``;
    expect((await runPage(bad, 'ru')).lies).toEqual(['a.yaml: not there, or more than once:\nz: 1']);
  });
});
