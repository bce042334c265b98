import { wordSet } from '../words/word-set.ts';
import { isNominative, phraseAt } from './noun-phrase.ts';
import { type IndicatorReading, unread } from './result.ts';
import type { Token } from './tokens.ts';

const EXCEPT = wordSet('кроме исключая исключением');
const ALTERNATIVE = wordSet('или либо /');
const OF_OBJECT = wordSet('о об обо по для на в во с со за про из от при');

const CONDITIONS = wordSet('наличии условии возможности необходимости');

/** «при наличии …», «при условии …», «по возможности»: what is asked only perhaps. */
function condition(tokens: readonly Token[], at: number): boolean {
  const [first, second] = [tokens[at]!.text, tokens[at + 1]?.text ?? ''];
  if (first === 'при') return CONDITIONS.has(second);
  return (first === 'по' && second === 'возможности') || (first === 'в' && second === 'случае');
}

/** «приказ или распоряжение»: either would do, which no target can say; «план или программа» may be the object of a paper. */
function alternative(tokens: readonly Token[], at: number): boolean {
  if (!ALTERNATIVE.has(tokens[at]!.text)) return false;
  const phrase = phraseAt(tokens, at + 1, 'nN');
  if (!phrase?.known || !isNominative(tokens, phrase)) return false;
  return !tokens.slice(0, at).some(({ text }) => OF_OBJECT.has(text));
}

const LIMITED = wordSet('не почти практически');
const WHOLE = wordSet('все всех всем всеми');

/** «не все школы», «почти все педагоги»: how many is left open. */
const isLimited = (tokens: readonly Token[], at: number): boolean =>
  LIMITED.has(tokens[at]!.text) && WHOLE.has(tokens[at + 1]?.text ?? '');

/** The first words that take back, limit or double what a statement asks for, as the reason it is not read. */
export function provisoOf(tokens: readonly Token[]): IndicatorReading | undefined {
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.kind !== 'word' && tokens[at]!.text !== '/') continue;
    if (EXCEPT.has(tokens[at]!.text)) {
      return unread(tokens.slice(at), 'названо исключение', 'an exception is made');
    }
    if (condition(tokens, at)) return unread(tokens.slice(at), 'названо условие', 'a condition is set');
    // «Факт: 85 %», «план – 10, факт – 12».
    if (tokens[at]!.text === 'факт' && ['dash', 'colon'].includes(tokens[at + 1]?.kind ?? '')) {
      return unread(tokens.slice(at), 'назван факт, а не показатель', 'a fact is named, not a target');
    }
    if (isLimited(tokens, at)) {
      return unread(tokens.slice(at, at + 2), 'неясно, сколько это', 'it is unclear how many these are');
    }
    if (alternative(tokens, at)) {
      return unread(tokens.slice(at), 'названо на выбор', 'a choice is left');
    }
  }
  return undefined;
}
