import { describe, expect, it } from 'vitest';
import { judgedTable, measureDefects, nameOf, realFindings } from './defects.ts';
import { hasShared } from './shared.ts';

/** Committed figures: a drop below them fails. */
const FOUND_AT_LEAST = 40;
const MOST_NOISE = 1 / 20;

describe.skipIf(!hasShared)('defects of the real plans', () => {
  const findings = hasShared ? realFindings() : [];
  const { listed, unlisted } = hasShared ? measureDefects(findings) : { listed: [], unlisted: [] };
  const asked = listed.filter((row) => row.asked && !row.trap);

  it('have no schema finding', () => {
    expect(findings.filter(({ rule }) => rule === 'schema' || rule === 'syntax')).toEqual([]);
  });

  it('are found as before or better', () => {
    const found = asked.filter((row) => row.finding);
    process.stdout.write(
      `defects: ${found.length} found of ${asked.length} asked for (${listed.length} listed)\n`,
    );
    for (const row of asked.filter((one) => !one.finding)) {
      process.stdout.write(`  not found: ${row.document} ${row.item} ${row.defect}\n`);
    }
    expect(found.length).toBeGreaterThanOrEqual(FOUND_AT_LEAST);
  });

  it('that are traps are left alone', () => {
    expect(
      listed.filter((row) => row.trap && row.finding).map((row) => `${row.document} ${row.item}`),
    ).toEqual([]);
  });

  it('that nobody listed are judged one by one, and are hardly ever noise', () => {
    const judged = judgedTable();
    const verdictOf = (name: ReturnType<typeof nameOf>): string | undefined =>
      judged.find((row) => row.document === name.document && row.item === name.item && row.rule === name.rule)
        ?.verdict;
    const names = unlisted.map(nameOf);
    const unjudged = names.filter((name) => verdictOf(name) === undefined);
    expect(unjudged.map(({ document, item, rule }) => `${document}\t${item}\t${rule}`)).toEqual([]);
    const noise = names.filter((name) => verdictOf(name) === 'noise').length;
    process.stdout.write(`noise: ${noise} of ${findings.length} findings\n`);
    expect(noise / findings.length).toBeLessThan(MOST_NOISE);
  });
});
