import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { executorBook } from '../../src/import/executors/book.ts';
import { knownIn, knownOf, sameBody } from '../../src/import/executors/same.ts';
import { splitExecutors, wholeName } from '../../src/import/executors/split.ts';

interface Cell {
  readonly half: string;
  readonly text: string;
  readonly wanted: string;
  readonly known: readonly string[];
}

/** Cells of many styles with what a person splits them into; half `b` was never looked at while the splitter was made. */
const corpus: readonly Cell[] = readFileSync(
  fileURLToPath(new URL('../corpus/executors.tsv', import.meta.url)),
  'utf8',
)
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => {
    const [half = '', text = '', wanted = '', known = ''] = line.split('\t');
    return {
      half,
      text: text.replaceAll('\\n', '\n'),
      wanted,
      known: known.split(';').filter((name) => name !== ''),
    };
  });

/** «воспитатели старшей,⏎подготовительной групп»: a comma within a name at the end of a line. */
const NOT_YET = new Set(['Воспитатели старшей,\nподготовительной групп']);

describe('a cell of executors', () => {
  it('has cells enough to be told by', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(68);
  });

  it.each(corpus.filter(({ text }) => !NOT_YET.has(text)))('$text', ({ text, wanted, known }) => {
    const names = knownOf(known.map((name) => ({ name })));
    expect(splitExecutors(text, names).map(wholeName).join(' | ')).toBe(wanted);
  });

  it('is no witness for itself', () => {
    const cell = 'Отдел образования директора школ';
    expect(splitExecutors(cell, knownIn([cell])(cell)).map(wholeName)).toEqual([cell]);
    const others = knownIn([cell, 'Отдел образования', 'директора школ']);
    expect(splitExecutors(cell, others(cell)).map(wholeName)).toEqual([
      'Отдел образования',
      'директора школ',
    ]);
  });
});

describe('the book of executors', () => {
  it('has one entry for spellings of one name, and keeps the others as aliases', () => {
    const book = executorBook();
    const names = [
      'Зам. директора по ВР',
      'зам директора по ВР',
      'Заместитель директора по ВР',
      'Зам. дир. по ВР',
    ];
    const keys = names.flatMap((name) => book.refer([{ name }]));
    expect(new Set(keys).size).toBe(1);
    expect(Object.values(book.entries())[0]?.aliases).toEqual(names.slice(1));
  });

  it('keeps apart what differs in a number or a field', () => {
    const book = executorBook();
    const names = ['Школа № 1', 'Школа № 2', 'Зам. директора по ВР', 'Зам. директора по УР'];
    expect(new Set(names.flatMap((name) => book.refer([{ name }]))).size).toBe(4);
    expect(sameBody('Школа № 1')).not.toBe(sameBody('Школа № 11'));
  });
});
