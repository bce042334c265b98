import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Finding } from '../../src/finding/finding.ts';
import { allSafe } from '../../src/fix/all-safe.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import type { Files } from '../../src/source/files.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { withTexts } from '../../src/source/overlay.ts';

const root = join(import.meta.dirname, '..', '..');

function filesIn(folder: string): Files {
  const path = join(root, folder);
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1));
  return memoryFiles(Object.fromEntries(names.map((name) => [name, readFileSync(join(path, name))])));
}

const day = parseDay('2022-06-15') as number;
const options = { asOf: day, today: day };
const findingsIn = (files: Files): readonly Finding[] => check(loadWorkspace(files), options).findings;
const nameOf = ({ rule, file, plan, item, message }: Finding): string =>
  [rule, file, plan, item, message.ru].join(' | ');
const mended = (files: Files) => allSafe(files, new Set(), options, () => true);

describe('every safe fix of a workspace with every kind of defect', () => {
  const crooked = filesIn('tests/crooked');
  const { texts, fixed } = mended(crooked);
  const after = withTexts(crooked, texts);
  const before = findingsIn(crooked);
  const left = findingsIn(after);

  it('puts right what has one answer', () => {
    expect([...new Set(fixed.map(({ rule }) => rule))].sort()).toEqual([
      'iso-date-in-text',
      'mixed-alphabet',
      'schema',
      'syntax',
      'unknown-kind',
      'unprintable-character',
      'unusable-link',
    ]);
    expect(left.length).toBeLessThan(before.length);
  });

  it('brings no finding in a file that could be read before', () => {
    const known = new Set(before.map(nameOf));
    const unread = new Set(
      before.filter(({ rule }) => rule === 'syntax' || rule === 'unknown-kind').map(({ file }) => file),
    );
    expect(left.filter((one) => !known.has(nameOf(one)) && !unread.has(one.file)).map(nameOf)).toEqual([]);
  });

  it('finds nothing more to do', () => {
    expect(mended(after).fixed.map(nameOf)).toEqual([]);
  });

  it('leaves files without a finding put right alone', () => {
    expect([...texts.keys()].sort()).toEqual([...new Set(fixed.map(({ file }) => file))].sort());
  });
});

it('the examples need none', () => {
  expect(mended(filesIn('examples'))).toEqual({ texts: new Map(), fixed: [] });
});
