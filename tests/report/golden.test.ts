import { expect, test } from 'vitest';
import { pretty } from '../../src/report/pretty.ts';
import { REPORTERS } from './every-format.ts';
import { clean, look, report } from './sample.ts';

const golden = (name: string): string => `golden/${name}.txt`;

for (const [name, reporter] of Object.entries(REPORTERS)) {
  test(`${name} of findings, in both languages`, async () => {
    await expect(reporter(report, look)).toMatchFileSnapshot(golden(`${name}.ru`));
    await expect(reporter(report, { ...look, language: 'en' })).toMatchFileSnapshot(golden(`${name}.en`));
  });

  test(`${name} of a clean run`, async () => {
    await expect(reporter(clean, look)).toMatchFileSnapshot(golden(`${name}.clean`));
  });
}

test('pretty: colours, ASCII frames, a narrow terminal, a cap, paths of the reader', async () => {
  await expect(pretty(report, { ...look, color: true })).toMatchFileSnapshot(golden('pretty.color'));
  await expect(pretty(report, { ...look, ascii: true, width: 56, max: 2 })).toMatchFileSnapshot(
    golden('pretty.ascii'),
  );
  await expect(
    pretty(report, { ...look, width: 120, pathOf: (file) => `../край/${file}` }),
  ).toMatchFileSnapshot(golden('pretty.wide'));
});

test('the verdict counts what stood before and what was accepted', () => {
  const verdict = (older: number, error: number): string | undefined =>
    pretty(
      { ...clean, documents: 1, items: 21, summary: { error, warning: 0, info: 0, waived: 0, older } },
      look,
    )
      .trimEnd()
      .split('\n')
      .at(-1);
  expect(verdict(4, 0)).toBe('1 документ, 21 пункт: новых замечаний нет, прежних: 4 · на 1 июня 2021 г.');
  expect(verdict(0, 12)).toBe('1 документ, 21 пункт: 12 ошибок, прежних: 0 · на 1 июня 2021 г.');
});
