import { expect, test } from 'vitest';
import { dayOf } from '../../src/meaning/day.ts';
import { compareIndicators } from '../../src/russian/compare/indicators.ts';
import { readIndicator } from '../../src/russian/indicator/read.ts';
import { isCommonAbbreviation } from '../../src/russian/words/institutions.ts';

const period = { from: dayOf(2022, 1, 1)!, to: dayOf(2022, 12, 31)!, schoolYear: false };

function meaning(text: string) {
  const read = readIndicator(text, { period });
  if (!read.understood) throw new Error(`${text}: ${read.why.ru}`);
  return read.meaning;
}

const relation = (parent: string, child: string) =>
  compareIndicators(meaning(parent), meaning(child)).relation;

test.each([
  ['Не менее двух встреч в месяц', 'Не менее двух встреч в месяц', 'same'],
  ['Не менее двух встреч в месяц', 'Не менее одной встречи в месяц', 'weaker'],
  ['Не менее двух встреч в месяц', 'Не менее трёх встреч в месяц', 'stronger'],
  [
    'Не менее двух консультационных тематических встреч в месяц',
    'Не менее двух консультационных встреч в месяц',
    'same',
  ],
  ['Не менее двух встреч в месяц', 'Не менее 24 встреч в год', 'incomparable'],
  ['Не менее двух встреч в месяц', 'Не менее 12 встреч в год', 'weaker'],
  ['Не менее 6 встреч в квартал', 'Не менее двух встреч в месяц', 'stronger'],
  ['Не менее двух встреч в месяц', 'Не менее двух встреч', 'weaker'],
  ['Не менее двух встреч', 'Не менее двух встреч в месяц', 'stronger'],
  ['Не менее двух встреч в неделю', 'Не менее двух встреч в месяц', 'weaker'],
  ['Не менее двух встреч в месяц', 'Не менее одной встречи в неделю', 'stronger'],
  ['Не менее одной встречи в неделю', 'Не менее 5 встреч в месяц', 'incomparable'],
  ['Не менее двух встреч', 'Не менее двух семинаров', 'incomparable'],
  ['Не менее 12 семинаров', 'Не менее 12 семинаров в 2 года', 'incomparable'],
  ['100 % школ муниципалитета участвуют', '100 % школ проекта участвуют', 'weaker'],
  ['Справка', '2 справки в год', 'incomparable'],
  ['Не менее 5 тыс. участников', 'Не менее 5000 участников', 'same'],
  ['Не менее трёх региональных мероприятий', 'Не менее трёх муниципальных мероприятий', 'incomparable'],
  ['Более 20 учителей', 'Не менее 20 учителей', 'weaker'],
  ['Более 20 учителей', 'Не менее 21 учителя', 'same'],
  ['Не менее 5 вебинаров', '5 вебинаров', 'same'],
  ['Не менее 5 вебинаров', 'До 5 вебинаров', 'weaker'],
  ['Не менее 5 вебинаров', 'Вебинары', 'weaker'],
  ['Не менее 5 вебинаров', 'Не менее 5 вебинаров и семинаров', 'incomparable'],
  ['Не менее 5 вебинаров и семинаров', 'Не менее 5 вебинаров', 'same'],
  ['Не менее 5 вебинаров и семинаров', 'Не менее 6 семинаров, вебинаров', 'stronger'],
] as const)('counts: %s ← %s', (parent, child, expected) => {
  expect(relation(parent, child)).toBe(expected);
});

test.each([
  ['100 % школ муниципалитета', '100 % школ муниципалитета', 'same'],
  ['100 % школ муниципалитета', '80 % школ муниципалитета', 'weaker'],
  ['100 % школ муниципалитета', '100 % школ проекта', 'weaker'],
  ['100 % школ', '100 % школ проекта', 'weaker'],
  ['100 % школ проекта', '100 % школ', 'stronger'],
  ['50 % школ проекта', '60 % школ', 'incomparable'],
  ['100 % образовательных организаций', '100 % ОУ', 'same'],
  ['100 % образовательных организаций', '100 % педагогов', 'incomparable'],
  ['100 % школ', 'Не менее 5 школ', 'incomparable'],
] as const)('shares: %s ← %s', (parent, child, expected) => {
  expect(relation(parent, child)).toBe(expected);
});

test.each([
  ['Распорядительный документ', 'Приказ', 'same'],
  ['Распорядительный документ', 'Распоряжение', 'same'],
  ['Распорядительный документ', 'Письмо', 'weaker'],
  ['Распорядительный документ', 'Справка', 'incomparable'],
  ['Не менее одного распорядительного документа', 'Приказ', 'same'],
  ['Не менее двух приказов', 'Приказ', 'weaker'],
  ['Приказ', 'Не менее двух приказов', 'same'],
  ['Справка', 'Аналитическая справка', 'stronger'],
  ['Аналитическая справка', 'Справка', 'weaker'],
  ['Муниципальная дорожная карта', 'Дорожная карта', 'same'],
  ['Программа развития', 'Программа семинара', 'incomparable'],
  ['Приказ', 'Обмен опытом', 'incomparable'],
  ['Приказ', 'Справка, приказ', 'same'],
  ['Приказ. Справка', 'Приказ', 'incomparable'],
] as const)('documents: %s ← %s', (parent, child, expected) => {
  expect(relation(parent, child)).toBe(expected);
});

test('the reason is given in both languages', () => {
  expect(compareIndicators(meaning('Распорядительный документ'), meaning('Письмо')).why).toEqual({
    ru: '«письмо» никого не обязывает, нужен «распорядительный документ»',
    en: '«письмо» binds nobody, «распорядительный документ» is required',
  });
});

test('common abbreviations need no glossary, those of one programme do', () => {
  expect(['РФ', 'ФГОС', 'МБОУ', 'СанПиН', 'ИТ'].filter((word) => !isCommonAbbreviation(word))).toEqual([]);
  expect(['ШНОР', 'МЭДК', 'ЫЪ'].filter(isCommonAbbreviation)).toEqual([]);
});
