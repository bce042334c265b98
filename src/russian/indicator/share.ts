import { wordSet } from '../words/word-set.ts';
import { actionAt } from './actions.ts';
import { isNominative, phraseAt } from './noun-phrase.ts';
import { populationOf, shortUnit } from './population.ts';
import type { Token } from './tokens.ts';
import { type Counted, unitBefore } from './unit.ts';

/** A share is of nobody who stands in the accusative alone: «30 % | первую категорию». */
const SHARED = 'ngdipNGDAIP';

const OF_THE_WHOLE = wordSet(
  'всех вновь впервые общего общей числа количества численности доли удельного веса',
);

/** After «100 %»: the action whose objects are meant is stepped over («100 % охват | обучающихся»). */
function afterPercent(tokens: readonly Token[], at: number, taken: ReadonlySet<number>): Counted | undefined {
  let start = at;
  if (['от', 'из'].includes(tokens[start]?.text ?? '')) start += 1;
  while (OF_THE_WHOLE.has(tokens[start]?.text ?? '')) start += 1;
  const action = actionAt(tokens, start, taken);
  if (action !== undefined) {
    const object = phraseAt(tokens, action, 'gG', taken);
    return object
      ? { unit: shortUnit(object), of: populationOf(tokens, object, taken) }
      : { unit: null, of: null };
  }
  // «80 % от числа | принявших участие»: people without a noun.
  if (tokens[start + 1]?.text === 'участие' && tokens[start]!.text.startsWith('прин')) {
    return { unit: null, of: null };
  }
  const phrase = phraseAt(tokens, start, SHARED, taken);
  // «100 % аттестация педагогов»: an event all of whom undergo.
  const undergoing =
    phrase?.head.kind === 'event' && phrase.head.cases.includes('n') && isNominative(tokens, phrase)
      ? phraseAt(tokens, phrase.headEnd, 'gG', taken)
      : undefined;
  if (undergoing?.head.kind === 'person' || undergoing?.head.kind === 'body') {
    return { unit: shortUnit(undergoing), of: populationOf(tokens, undergoing, taken) };
  }
  return phrase ? { unit: shortUnit(phrase), of: populationOf(tokens, phrase, taken) } : undefined;
}

/** «Увеличение на 10 % по сравнению с 2021 годом | доли школ …». */
function measureAfter(
  tokens: readonly Token[],
  from: number,
  taken: ReadonlySet<number>,
): Counted | undefined {
  const at = tokens.findIndex(
    ({ text }, index) => index >= from && /^(?:дол[ияю]|числ[ао]|количеств[ао])$/u.test(text),
  );
  const phrase = at < 0 ? undefined : phraseAt(tokens, at + 1, 'gG', taken);
  return phrase && { unit: shortUnit(phrase), of: populationOf(tokens, phrase, taken) };
}

/** Unit and population of a percent, from the words after it, else from those before. */
export function percentOf(
  tokens: readonly Token[],
  start: number,
  end: number,
  taken: ReadonlySet<number>,
): Counted {
  // «Доля участников … – 60 % от числа обучающихся»: the share is of the first named.
  const share = tokens.slice(0, start).some(({ text }) => /^(?:дол[яиюей]|вес)$/u.test(text));
  const named = share ? unitBefore(tokens, start, taken) : undefined;
  if (named) return { unit: named.unit, of: named.of };
  const next = tokens[end];
  const clause = next === undefined || next.kind !== 'word' ? undefined : afterPercent(tokens, end, taken);
  const after = next?.kind === 'abbreviation' ? afterPercent(tokens, end, taken) : clause;
  const found = after ?? unitBefore(tokens, start, taken) ?? measureAfter(tokens, end, taken);
  return { unit: found?.unit ?? null, of: found?.of ?? null };
}
