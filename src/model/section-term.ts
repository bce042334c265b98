import { MONTHS_GENITIVE } from '../finding/months.ts';
import { datePartsOf } from '../meaning/day.ts';
import type { Period, PlanPeriod } from '../meaning/period.ts';
import { MONTH_STEM } from '../russian/index.ts';

/** A text that names its month, quarter or year says itself where it lies. */
const NAMES_ITS_TIME = new RegExp(
  `${MONTH_STEM}|\\d\\s*\\.\\s*(?:0?[1-9]|1[0-2])(?!\\d)|квартал|полугод|четверт|[а-яё]*год(?:[аоуе]|ом|овой|ный|но)?(?![а-яё])|(?:19|20)\\d\\d`,
  'iu',
);

/** Days, weeks and decades count from the beginning of a month. */
const COUNTED_IN_A_MONTH = /\d|недел|декад|половин/iu;

/** The months that a section's term («ЯНВАРЬ», «I квартал») makes of the plan's period; undefined when it bounds nothing. */
export function narrowed(term: Period | undefined, period: PlanPeriod): PlanPeriod | undefined {
  if (!term || term.from === null || term.to === null || term.parts.length > 0) return undefined;
  return { from: term.from, to: term.to, schoolYear: period.schoolYear };
}

/**
 * How the text of an item may be spelt out in the term of its section, the likeliest first: «12» under «ЯНВАРЬ» is
 * «12 января 2024». None: the text names its time itself, and the section adds nothing.
 */
export function spellingsIn(text: string, term: PlanPeriod): readonly string[] {
  const [from, to] = [datePartsOf(term.from), datePartsOf(term.to)];
  if (NAMES_ITS_TIME.test(text)) {
    // Under «2021 год» a month is that year's; under a month or a quarter it says itself where it lies.
    const isYear = from.year === to.year && from.month === 1 && to.month === 12;
    return isYear && !/(?:19|20)\d\d/.test(text) ? [text.replace(/\s+/g, ' ').trim()] : [];
  }
  const plain = text.replace(/\s+/g, ' ').trim();
  // «в теч. мес.» in a month is the whole of it, «в течение квартала» in a quarter.
  if (
    /^(?:весь |в теч(?:ение|ении|\.)? ?)(?:мес(?:яца?|\.)?|недели|всего (?:месяца|периода))\.?$/iu.test(plain)
  ) {
    return [WHOLE];
  }
  if (from.year !== to.year || from.month !== to.month || !COUNTED_IN_A_MONTH.test(plain)) return [plain];
  return [
    `${plain.replace(/\s*(?:числа|месяца)?\.?$/iu, '')} ${MONTHS_GENITIVE[from.month - 1]} ${from.year} г.`,
    plain,
  ];
}

/** The spelling that means the section's own term. */
export const WHOLE = '';
