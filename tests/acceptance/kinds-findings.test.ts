import { describe, expect, it } from 'vitest';
import { haveKinds } from './kinds.ts';
import { measureFindings } from './kinds-findings.ts';

/** Findings that no list names, to a row; it only ever falls. */
const OUTSIDE = 0.02;
/** Findings that a list forbids. */
const FORBIDDEN = 0;

describe.skipIf(!haveKinds)('what check says of the kinds of documents people bring', () => {
  it('is what a person would accept', async () => {
    const measures = await measureFindings();
    const sum = (count: (measure: (typeof measures)[number]) => number): number =>
      measures.reduce((total, measure) => total + count(measure), 0);
    const [rows, outside, forbidden] = [
      sum((one) => one.rows),
      sum((one) => one.outside.length),
      sum((one) => one.forbidden.length),
    ];
    console.info(
      `useful ${sum((one) => one.useful)}, outside the lists ${outside} in ${rows} rows, forbidden ${forbidden}\n${measures
        .flatMap((one) => [
          ...one.outside.map((text) => `  ${one.kind} outside: ${text}`),
          ...one.forbidden.map((text) => `  ${one.kind} FORBIDDEN: ${text}`),
        ])
        .join('\n')}`,
    );
    expect(outside / rows).toBeLessThanOrEqual(OUTSIDE);
    expect(forbidden).toBeLessThanOrEqual(FORBIDDEN);
  });
});
