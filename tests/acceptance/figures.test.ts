import { expect, it } from 'vitest';
import { measureCoverage } from './coverage.ts';
import { measureImport } from './import.ts';
import { GOLD, measureIndicators } from './indicators.ts';
import { measurePeriods } from './periods.ts';
import { hasShared } from './shared.ts';

it.skipIf(!hasShared)('the figures of the real documents, in one place', async () => {
  const periods = measurePeriods();
  const indicators = measureIndicators(GOLD);
  const coverage = measureCoverage();
  const sought = coverage.filter((row) => row.suggested !== undefined);
  const imports = await measureImport();
  const wrong = {
    periods: periods.rows.filter((row) => row.verdict === 'wrong').length,
    indicators: indicators.wrong.length,
  };
  process.stdout.write(
    [
      `periods: ${periods.right} right, ${periods.notUnderstood} not understood, ${wrong.periods} wrong`,
      `indicators: ${indicators.right} right, ${indicators.unread.length} not understood, ${wrong.indicators} wrong`,
      `obligations: ${coverage.filter((row) => row.right).length} of ${coverage.length} states as a person says; suggestions: ${sought.filter((row) => row.suggested).length} of ${sought.length} among the first three`,
      ...imports.map(
        (one) =>
          `import of ${one.document}: ${one.equal} of ${one.cells} cells equal, ${one.read} rows of ${one.rows}`,
      ),
      '',
    ].join('\n'),
  );
  expect(wrong).toEqual({ periods: 0, indicators: 0 });
});
