import { nounsOf } from '../words/lemma.ts';
import { wordSet } from '../words/word-set.ts';
import type { Token } from './tokens.ts';
import { ACTIONS, NO_ACTION } from './words.ts';

const FULFIL = wordSet(
  'охват выполнение исполнение участие посещаемость обеспеченность обеспечение прохождение заполнение размещение регистрация информирование обучение явка посещение реализация внедрение использование освоение вовлечение включение привлечение соответствие оснащение предоставление представление проведение своевременное подключение согласование сохранность сохранение трудоустройство получение повышение устранение тестирование анкетирование ознакомление наличие',
);

/** An action noun in the nominative: «выполнение», «участие», «охват». */
export function isAction(word: string): boolean {
  if (ACTIONS.has(word) || FULFIL.has(word)) return true;
  if (NO_ACTION.has(word)) return false;
  return (
    /(?:ание|ение|яние|тие|ация|яция|изация)$/u.test(word) &&
    nounsOf(word).some(({ kind }) => kind === 'thing')
  );
}

const SHOWN = wordSet('публикация разработка проверка закупка рассылка работа апробация трансляция');

/** Action nouns that are counted as things as well. */
export const isShown = (word: string): boolean => SHOWN.has(word);

/** Where the object of an action noun begins: «своевременное выполнение | плана». */
export function actionAt(
  tokens: readonly Token[],
  at: number,
  taken: ReadonlySet<number>,
): number | undefined {
  for (let step = at; step < Math.min(at + 3, tokens.length); step++) {
    const token = tokens[step]!;
    if (token.kind !== 'word' || taken.has(step)) return undefined;
    if (isAction(token.text)) return step + 1;
    if (step === at && isAction(nominativeOf(token.text))) return step + 1;
    if (!/(?:ый|ой|ое|ая|ий|ее|яя)$/u.test(token.text)) return undefined;
  }
  return undefined;
}

/** «100 % охвата», «100 % выполнения»: an action noun in the genitive. */
const nominativeOf = (word: string): string =>
  word === 'охвата' || word === 'явки'
    ? word === 'охвата'
      ? 'охват'
      : 'явка'
    : word.endsWith('ния')
      ? `${word.slice(0, -1)}е`
      : word;
