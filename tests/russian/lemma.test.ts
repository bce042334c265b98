import { describe, expect, test } from 'vitest';
import { formOf, knownNounsOf, nounsOf } from '../../src/russian/words/lemma.ts';
import { formsOf } from '../../src/russian/words/noun-forms.ts';
import * as lexicon from '../../src/russian/words/noun-lexicon.ts';

const { DOCUMENTS, EVENTS, PEOPLE, BODIES, THINGS, MEASURES } = lexicon;
const entries = [DOCUMENTS, EVENTS, PEOPLE, BODIES, THINGS, MEASURES].flatMap((words) =>
  words.trim().split(/\s+/),
);

/** Lemmas of the dictionary, ё folded. */
const lemmasOf = (form: string) => knownNounsOf(form).map(({ lemma }) => lemma.replaceAll('ё', 'е'));

describe('the dictionary', () => {
  test('knows every form of every noun, whatever was looked up before', () => {
    const lost = entries.flatMap((word) => {
      const [entry = '', stands] = word.split(':');
      const plain = entry.split('/')[0]!;
      if (plain.includes('-')) return [];
      const forms = [...formsOf(entry).forms].reverse();
      return forms.filter(({ form }) => !lemmasOf(form).includes(stands ?? plain)).map(({ form }) => form);
    });
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
