import { expect, test } from 'vitest';
import { judged } from './region.ts';

const relations = (asked: readonly string[], given: readonly string[], action?: string) =>
  judged({ indicators: asked }, [{ indicators: given, ...(action ? { action } : {}) }]).indicators.map(
    ({ relation, child }) => [relation, child?.stated.text ?? null],
  );

test.each([
  ['Не менее двух встреч в месяц', 'Не менее одной встречи в месяц', 'weaker'],
  ['Не менее двух встреч в месяц', 'Не менее двух консультационных встреч в месяц', 'same'],
  ['Не менее двух встреч в месяц', 'Не менее трёх встреч в месяц', 'stronger'],
  ['Не менее одной публикации в месяц', 'Не менее двух публикаций в квартал', 'weaker'],
  ['Не менее 60 % педагогов', 'Не менее 50 % педагогов', 'weaker'],
  ['100 % школ муниципалитета', '100 % школ проекта', 'weaker'],
  ['100 % школ муниципалитета', '100 % школ района', 'same'],
  ['100 % образовательных организаций Озёрского края', '100 % ОУ', 'same'],
  ['100 % школ проекта', '100 % школ', 'stronger'],
  ['100 % школ', '100 % учителей', 'incomparable'],
  ['Все школы', '100 % школ', 'same'],
  ['100 % школ', 'Все школы', 'same'],
  ['Все педагоги прошли обучение', '100 % педагогов прошли обучение', 'same'],
  ['Все школы', '90 % школ', 'weaker'],
  ['100 % детей, охваченных питанием', '100 % детей', 'weaker'],
  ['100 % школ, имеющих паспорт', '100 % школ', 'weaker'],
  ['100 % аттестованных педагогов', '100 % педагогов', 'weaker'],
  ['100 % школ, участвующих в проекте', '100 % школ', 'stronger'],
  ['100 % детей, охваченных питанием', '100 % детей, охваченных питанием', 'same'],
  ['Средний балл не ниже 60', 'Средний балл по химии не ниже 60', 'none'],
  ['Средний балл по химии не ниже 60', 'Средний балл по химии не ниже 65', 'stronger'],
  ['Не менее четверти школ', '25 % школ', 'same'],
  ['Не менее двух третей выпускников', '70 % выпускников', 'stronger'],
  ['Не менее двух третей выпускников', '60 % выпускников', 'weaker'],
  ['Не менее полутора тысяч просмотров', 'Не менее 1500 просмотров', 'same'],
  ['Не менее 25 (двадцати пяти) человек', 'Не менее 25 человек', 'same'],
  ['Распорядительный акт', 'Постановление администрации', 'same'],
  ['Распорядительный акт', 'Протокол совещания', 'none'],
  ['Не менее дюжины встреч', 'Не менее 12 встреч', 'same'],
  ['Приказ', 'Подготовка приказа', 'weaker'],
  ['Приказ', 'Издание приказа', 'same'],
  ['Справка', 'Подготовка справки', 'same'],
  ['Подготовка приказа', 'Подготовка приказа', 'same'],
  ['Договор', 'Договор (в стадии подготовки)', 'weaker'],
  ['План', 'План – на утверждении', 'weaker'],
  ['Отчёт', 'Отчёт об участии в разработке программ', 'same'],
  ['Отчёт', 'Отчёт (по требованию)', 'incomparable'],
  ['Аналитическая справка', 'Аналитическая справка (по итогам года)', 'same'],
  ['Распорядительный документ', 'Приказ управления образования', 'same'],
  ['Распорядительный документ', 'Письмо управления образования', 'weaker'],
  ['Не менее 10 школ', '80 % школ', 'incomparable'],
  ['80 % школ', 'Не менее 10 школ', 'incomparable'],
  ['Справка', 'Школьная «дорожная карта»', 'none'],
] as const)('«%s» answered by «%s» is %s', (asked, given, relation) => {
  expect(relations([asked], [given])[0]?.[0]).toBe(relation);
});

test('of several answers the best is taken, each only once', () => {
  expect(
    relations(
      ['Не менее двух семинаров', 'Не менее одного семинара'],
      ['Не менее одного семинара', 'Не менее двух семинаров'],
    ),
  ).toEqual([
    ['same', 'Не менее двух семинаров'],
    ['same', 'Не менее одного семинара'],
  ]);
});

test('a number lost from a deed that is planned is weaker, a document in the words only is incomparable', () => {
  const action = 'Назначить муниципального координатора, подготовить справку';
  expect(relations(['Не менее одного муниципального координатора', 'Справка'], ['Приказ'], action)).toEqual([
    ['weaker', 'Приказ'],
    ['incomparable', 'Приказ'],
  ]);
});

test('a number and a share of one thing are not lost, and prove nothing', () => {
  expect(judged({ indicators: ['Не менее 10 школ'] }, [{ indicators: ['80 % школ'] }]).state).toBe('unclear');
});

test('the same words answer each other though nobody can read them', () => {
  const words = 'Охват и вовлечённость выше прежнего';
  const [match] = judged({ indicators: [words] }, [{ indicators: [`${words}.`] }]).indicators;
  expect(match?.child?.stated.text).toBe(`${words}.`);
});

test('every match says why', () => {
  const { indicators } = judged({ indicators: ['Не менее двух встреч', 'Справка', 'Активность'] }, [
    { indicators: ['Не менее одной встречи'] },
  ]);
  for (const { why } of indicators) {
    expect(why.ru.length).toBeGreaterThan(3);
    expect(why.en.length).toBeGreaterThan(3);
  }
  expect(indicators.map(({ relation }) => relation)).toEqual(['weaker', 'none', 'incomparable']);
});

test('what is hidden in a statement nobody could read is not lost, and its own words are found there, but prove nothing', () => {
  const unread = 'Не менее одной новости, школьные команды (около трёх представителей)';
  expect(
    relations(['Не менее одной новости', 'Не менее двух представителей', 'Не менее 80 % команд'], [unread]),
  ).toEqual([
    ['incomparable', unread],
    ['incomparable', unread],
    ['none', null],
  ]);
});
