import { knownNounsOf } from '../words/lemma.ts';
import { wordSet } from '../words/word-set.ts';
import { isAction } from './actions.ts';
import { isNominative, phraseAt } from './noun-phrase.ts';
import { isDocument } from './papers.ts';
import type { Statement } from './parse.ts';
import { isPredicate } from './words.ts';

const BINDS_A_NUMBER = wordSet('о об для с к из у при под над без через на от до за между среди около не');

/** A bare number deep in a sentence may belong to anything: it counts at the start, after a verb or a dash. */
export function wellPlaced({ tokens, quantity, taken }: Statement): boolean {
  if (quantity.op !== null || quantity.percent || quantity.max !== null || quantity.start === 0) return true;
  let at = quantity.start - 1;
  while (at >= 0 && taken.has(at)) at -= 1;
  const before = tokens[at];
  if (before?.kind !== 'word')
    return (
      before === undefined ||
      ['dash', 'colon', 'comma', 'open', 'abbreviation', 'quote', 'name'].includes(before.kind)
    );
  return !BINDS_A_NUMBER.has(before.text);
}

/** «Этап 3», «Список 5 школ»: a bare number right after one thing numbers it, or counts what it holds. */
export function isNumbered({ tokens, quantity, taken }: Statement): boolean {
  const { op, percent, max, lead, start, times } = quantity;
  if (op !== null || percent || max !== null || lead !== null || times || start === 0) return false;
  const before = tokens[start - 1]!;
  if (before.kind !== 'word' || taken.has(start - 1) || isAction(before.text) || isPredicate(before.text)) {
    return false;
  }
  if (UNDERGONE.has(before.text)) return false;
  const [noun] = knownNounsOf(before.text);
  return noun !== undefined && noun.kind !== 'measure' && noun.cases.includes('n');
}

/** Events whose genitive is what they are done to: «Мониторинг 12 школ», «Открытие 2 центров». */
const UNDERGONE = wordSet(
  'мониторинг аттестация открытие показ проверка экспертиза посещение анкетирование тестирование обследование опрос',
);

/** «План проведения 5 семинаров», «Педагоги 5 школ»: the number belongs to what the first noun is about. */
export function isWithin({ tokens, taken, quantity }: Statement): boolean {
  if (quantity.percent || quantity.times || quantity.lead !== null || quantity.start === 0) return false;
  const first = phraseAt(tokens, 0, 'nN', taken);
  if (!first?.known || !isNominative(tokens, first)) return false;
  const counted = phraseAt(tokens, quantity.end, 'gG', taken);
  if (!counted || counted.head.lemma === first.head.lemma) return false;
  const between = tokens.slice(first.headEnd, quantity.start);
  const marked = between.some(({ kind, text }) => kind !== 'word' || isPredicate(text));
  if (marked || (quantity.op !== null && quantity.start === first.headEnd)) return false;
  return (
    isDocument(first) ||
    (first.head.kind === 'person' && counted.head.kind === 'body' && quantity.op === null)
  );
}
