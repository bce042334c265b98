import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ENDINGS, NOUNS } from '../../src/russian/words/generated/nouns.ts';
import { formOf, knownNounsOf, nounsOf } from '../../src/russian/words/lemma.ts';

/** Lemmas of the dictionary, ё folded. */
const lemmasOf = (form: string) => knownNounsOf(form).map(({ lemma }) => lemma.replaceAll('ё', 'е'));

describe('the dictionary', () => {
  const nouns = NOUNS.split('\n').map((line) => {
    const [stem = '', , number, written] = line.split(' ');
    const forms = ENDINGS[Number(number)]!.split(' ').map((pair) => stem + pair.slice(0, pair.indexOf(':')));
    return { lemma: (written ?? forms[0]!).replaceAll('ё', 'е'), forms };
  });

  test('knows every noun of the list', () => {
    const words = readFileSync('src/russian/words/nouns.txt', 'utf8')
      .replace(/^[#[].*/gm, '')
      .match(/[а-яё-]+(?:[/:][а-я/-]+)?(?=\s)/g)!
      .map((word) => word.replaceAll('ё', 'е').split(/[/:]/)[0]!);
    expect(words.length).toBeGreaterThan(800);
    expect(words.filter((word) => knownNounsOf(word).length === 0)).toEqual([]);
  });

  test('knows every form of every noun, whatever was looked up before', () => {
    expect(nouns.length).toBeGreaterThan(800);
    const lost = nouns.flatMap(({ lemma, forms }) => forms.filter((form) => !lemmasOf(form).includes(lemma)));
    expect(lost).toEqual([]);
  });

  test.each([
    ['явок', 'явка'],
    ['людей', 'человек'],
    ['школами-участницами', 'школа-участница'],
    ['мастер-классов', 'мастер-класс'],
    ['справок-отчетов', 'справка-отчет'],
    ['детей-инвалидов', 'ребенок-инвалид'],
    ['портфолио', 'портфолио'],
  ])('%s is %s', (form, lemma) => {
    expect(lemmasOf(form)).toEqual([lemma]);
  });

  test('gives a form of a lemma', () => {
    expect(formOf('отчёт', 'G')).toBe('отчетов');
    expect(formOf('ребёнок', 'G')).toBe('детей');
    expect(formOf('барсук', 'G')).toBeUndefined();
  });
});

test.each([
  ['сопровождений', 'сопровождение n G'],
  ['сопровождением', 'сопровождение n i'],
  ['закрытия', 'закрытие n gNA'],
  ['презумпции', 'презумпция f gdpNA'],
  ['грамотностью', ''],
  ['грамотности', 'грамотность f gdpNA'],
  ['трости', ''],
  ['хранителей', 'хранитель m GA'],
  ['дизайнеров', 'дизайнер m GA'],
  ['дизайнера', ''],
  ['аниматора', 'аниматор m ga'],
  ['садовник', 'садовник m n'],
  ['агентства', 'агентство n gNA'],
  ['городский', ''],
])('%s is told by its ending: %s', (form, told) => {
  expect(knownNounsOf(form)).toEqual([]);
  expect(
    nounsOf(form)
      .map(({ lemma, gender, cases }) => `${lemma} ${gender} ${cases}`)
      .join(),
  ).toBe(told);
});
