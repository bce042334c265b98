import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { ROOT } from '../cli/run-roadmap.ts';
import { readPage, withoutBlocks } from './pages.ts';

const page = readPage('ARCHITECTURE.md');

test('the code map names every folder and no other', () => {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const named = [...page.matchAll(/^\| `([\w/]+)\/` \|/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(folders.sort());
});

test('every dependency has its reason', () => {
  const { dependencies = {}, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const names = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !name.startsWith('@types/'),
  );
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test.each(['docs/commands.md', 'docs/en/commands.md'])(
  '%s has a chapter for every command, in order',
  (path) => {
    const chapters = [...withoutBlocks(readPage(path)).matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    const commands = COMMANDS.filter(({ hidden }) => !hidden).map(({ name }) => name);
    expect(chapters).toEqual(commands);
  },
);
