import { type IndicatorReading, unread } from './indicator-result.ts';
import type { Token } from './indicator-tokens.ts';
import { isNominative, phraseAt } from './noun-phrase.ts';
import { wordSet } from './word-set.ts';

const EXCEPT = wordSet('кроме исключая исключением');
const ALTERNATIVE = wordSet('или либо');
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

/** The first words that take back, limit or double what a statement asks for, as the reason it is not read. */
export function provisoOf(tokens: readonly Token[]): IndicatorReading | undefined {
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.kind !== 'word') continue;
    if (EXCEPT.has(tokens[at]!.text)) {
      return unread(tokens.slice(at), 'названо исключение', 'an exception is made');
    }
    if (condition(tokens, at)) return unread(tokens.slice(at), 'названо условие', 'a condition is set');
    if (alternative(tokens, at)) {
      return unread(tokens.slice(at), 'названо на выбор', 'a choice is left');
    }
  }
  return undefined;
}
