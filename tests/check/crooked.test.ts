import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { diskFiles } from '../../src/io/disk.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { compact } from '../../src/report/compact.ts';
import { rules } from '../../src/rules/generated/index.ts';

const FOLDER = fileURLToPath(new URL('../crooked/', import.meta.url));
const GOLDEN = '../golden/crooked.txt';
/** Workspaces are judged at a day of their own year, and as if it were that day. */
const DAY = parseDay('2022-10-03') as number;

const report = check(loadWorkspace(diskFiles(FOLDER)), { asOf: DAY, today: DAY });

/** `file rule` for every `# дефект: rule[, rule]` written above the defect. */
function marks(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => /\.ya?ml$/.test(name))
    .flatMap((name) => {
      if (name.startsWith('encoding-')) return [`${name} encoding`];
      const lines = readFileSync(FOLDER + name, 'utf8').split('\n');
      return lines.flatMap((line) => {
        const named = /#\s*дефект:\s*([a-z, -]+)/.exec(line)?.[1];
        return named ? named.split(',').map((rule) => `${name} ${rule.trim()}`) : [];
      });
    });
}

describe('the crooked workspace', () => {
  it('has every defect found where its mark stands', () => {
    const found = new Set(report.findings.map(({ file, rule }) => `${file} ${rule}`));
    expect(marks().filter((mark) => !found.has(mark))).toEqual([]);
  });

  it('shows every rule at work, but for the one it switches off', () => {
    const shown = new Set(report.findings.map(({ rule }) => rule));
    const silent = rules.map(({ id }) => id).filter((id) => !shown.has(id));
    expect(silent).toEqual(['no-facts']);
  });

  it('gives just the findings of the golden file', async () => {
    const text = compact(report, { language: 'ru', width: 80, color: false, ascii: false, toolVersion: '0' });
    await expect(text).toMatchFileSnapshot(GOLDEN);
  });

  it('is judged the same in any order of reading', () => {
    const disk = diskFiles(FOLDER);
    const backwards = { ...disk, list: (folder: string) => [...disk.list(folder)].reverse() };
    const again = check(loadWorkspace(backwards), { asOf: DAY, today: DAY });
    expect(again.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      report.findings.map(({ fingerprint }) => fingerprint),
    );
  });
});
