import type { Per } from '../../meaning/period.ts';
import type { Token } from '../text/token.ts';
import { ADVERB_RHYTHMS, type Role, wordRole } from '../words/lexicon.ts';
import { readNumeral } from '../words/numerals.ts';
import { isAction } from '../words/statement.ts';

/** «в месяц», «в два месяца», «ежемесячно»: tokens `start`…`end` (exclusive) and the span it counts over. */
export interface Rhythm {
  readonly start: number;
  readonly end: number;
  readonly per: Per;
  readonly every: number;
}

const PER: Partial<Record<Role, Per>> = {
  day: 'day',
  week: 'week',
  monthWord: 'month',
  quarter: 'quarter',
  half: 'half-year',
  year: 'year',
  term: 'school-quarter',
};

/** «ежеквартально», «поквартально»: the span of an adverb. */
function adverbPer(word: string): Per | undefined {
  const known = wordRole(word);
  return known?.role === 'adverb' ? ADVERB_RHYTHMS[known.value - 1] : undefined;
}

/** «Ежегодное | проведение не менее 3 акций», «Ежемесячное | размещение»: how often what follows is done. */
function adjectiveAt(words: readonly string[], at: number): Rhythm | undefined {
  if (at !== 0 || !/^еже.*(?:ый|ая|ое|ые)$/u.test(words[at]!) || !isAction(words[at + 1] ?? ''))
    return undefined;
  const per = adverbPer(`${words[at]!.slice(0, -2)}о`);
  return per && { start: at, end: at + 1, per, every: 1 };
}

const EACH = /^кажд/u;

function rhythmAt(tokens: readonly Token[], words: readonly string[], at: number): Rhythm | undefined {
  const word = words[at]!;
  const adverb = adverbPer(word);
  if (adverb) return { start: at, end: at + 1, per: adverb, every: 1 };
  // «раз | в неделю», «2 раза/месяц».
  const slash = tokens[at]!.text === '/' && /^раза?$/u.test(words[at - 1] ?? '');
  const each = EACH.test(word);
  // «план на каждый день»: what it is for.
  if (each && words[at - 1] === 'на') return undefined;
  if (!each && !slash && word !== 'в' && word !== 'за') return undefined;
  let end = at + 1;
  const each2 = !each && EACH.test(words[end] ?? '');
  if (each2) end += 1;
  // «каждое воскресенье», «в каждую среду»: once a week.
  const weekday = wordRole(words[end] ?? '')?.role === 'weekday';
  if (weekday && (each || each2)) return { start: at, end: end + 1, per: 'week', every: 1 };
  let every = 1;
  const digits = tokens[end];
  const spelled = readNumeral(words, end);
  if (digits?.kind === 'number' && Number.isInteger(digits.value)) {
    every = digits.value!;
    end += 1;
  } else if (spelled) {
    every = spelled.value;
    end += spelled.length;
  }
  const role = wordRole(words[end] ?? '')?.role;
  const school = role === 'school';
  if (school || role === 'civil' || role === 'reporting') end += 1;
  const unit = words[end] ?? '';
  const per = PER[wordRole(unit)?.role ?? 'in'];
  // «в три недели», «в полугодие», but «в неделе педмастерства», «в днях»; «в каждом полугодии» any case.
  const fits =
    each || each2
      ? !/(?:ами|ями)$/u.test(unit)
      : !/(?:ами|ями|ах|ях|ом|ем|у|е[ме]?)$/u.test(unit) ||
        unit === 'неделю' ||
        /полугодие|полугодье/u.test(unit);
  if (!per || !fits || every < 1 || every > 24) return undefined;
  if (school && per !== 'year' && per !== 'school-quarter') return undefined;
  return { start: at, end: end + 1, per: school && per === 'year' ? 'school-year' : per, every };
}

/** Every rhythm of the tokens, in order. «В течение года», «в 2022 году» are none. */
export function rhythmsOf(tokens: readonly Token[]): readonly Rhythm[] {
  const words = tokens.map((token) => (token.kind === 'word' ? token.text : ''));
  const found: Rhythm[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const rhythm = adjectiveAt(words, at) ?? rhythmAt(tokens, words, at);
    if (!rhythm) continue;
    found.push(rhythm);
    at = rhythm.end - 1;
  }
  return found;
}
