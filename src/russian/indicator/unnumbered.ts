import type { Indicator } from '../../meaning/indicator.ts';
import { wordSet } from '../words/word-set.ts';
import { phraseAt } from './noun-phrase.ts';
import type { Parsed } from './parse.ts';
import { type IndicatorReading, indicator, understood, unread } from './result.ts';
import type { Token } from './tokens.ts';
import { readWordless } from './wordless.ts';

const ALL = wordSet('все всех всем всеми');

const NOT_THE_WHOLE = wordSet('по о об для с со при между на к из от');

/** «Выполнение всех мероприятий», «все школы …»: the whole of a population, which is 100 %. */
function wholeOf({ tokens, taken }: Parsed): Indicator | undefined {
  for (const [at, token] of tokens.entries()) {
    if (!ALL.has(token.text) || taken.has(at)) continue;
    const before = tokens[at - 1]?.text ?? '';
    if (NOT_THE_WHOLE.has(before)) return undefined;
    const phrase = phraseAt(tokens, at + 1, 'ngdaipNGDAIP', taken);
    const population =
      phrase &&
      (phrase.head.kind === 'person' || phrase.head.kind === 'body' || phrase.head.lemma === 'мероприятие');
    if (
      !population ||
      /отношени|процесс/u.test(phrase.full) ||
      phrase.full.startsWith('участник образовательн')
    )
      return undefined;
    return indicator({ kind: 'percent', op: '=', value: 100, unit: phrase.lemma, of: phrase.full });
  }
  return undefined;
}

const OFTEN = /^еже(?:дневн|недельн|месячн|квартальн|годн)/u;

/** «Ежеквартальный отчёт» is what the document is called. */
function namesDocument(tokens: readonly Token[], at: number): boolean {
  const phrase = phraseAt(tokens, at, 'nN');
  return phrase !== undefined && phrase.headEnd > at + 1 && phrase.head.kind === 'document';
}

/** Reads a statement without a quantity: a whole population, else documents, events, what was done. */
export function withoutNumbers(parsed: Parsed): IndicatorReading {
  const whole = wholeOf(parsed);
  if (whole) return understood(whole);
  const rest = parsed.tokens.filter((_, at) => !parsed.taken.has(at));
  const often = rest.find((token, at) => OFTEN.test(token.text) && !namesDocument(rest, at));
  if (parsed.rhythm || often) {
    const place = parsed.rhythm ? parsed.tokens.slice(parsed.rhythm.start, parsed.rhythm.end) : [often!];
    return unread(place, 'назван ритм, но не сказано, сколько', 'a rhythm is named without a number');
  }
  if (rest.length === 0)
    return unread(parsed.tokens, 'назван срок, а не результат', 'a time is named, not a result');
  return readWordless(rest);
}
