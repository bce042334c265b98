import type { Bilingual } from '../finding/text.ts';
import { type Day, dayOf } from '../meaning/day.ts';
import { indicatorOf, itemPeriodOf, readPeriodText } from '../model/meanings.ts';
import type { Item, Plan, Stated } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import type { IndicatorMatch } from './comparison.ts';

/** «К 1 декабря», «до конца года»: a qualifier that is a day by which something is to be there, and nothing else. */
const BY = /^(?:ко?|до)\s/iu;
/** «К 2025 году», «в 2025 году»: the year alone. */
const IN_YEAR = /^(?:ко?|до|во?)\s+(?:(?:началу|концу|конца|конце)\s+)?(\d{4})\s*(?:г\.|год[а-яё]*)$/iu;
const NEXT_YEAR = /^(?:во?|на)\s+(?:следующ|будущ)[а-яё]+\s+(?:учебн[а-яё]+\s+)?год[ау]?$|^через\s+год$/iu;

interface Pair {
  readonly parent: Plan;
  readonly child: Plan;
  readonly workspace: Workspace;
}

/**
 * An answer that names a day of its own after the last day of the obligation («не менее 12 педагогов к 2025 году») is not
 * as good, whatever its number. Where the obligation's indicator has the same words, they are the obligation's.
 */
export function notPromisedLater(match: IndicatorMatch, obligation: Item, pair: Pair): IndicatorMatch {
  const { parent, child, relation } = match;
  if (!child || (relation !== 'same' && relation !== 'stronger')) return match;
  const last = itemPeriodOf(obligation, pair.parent, pair.workspace)?.to ?? null;
  if (last === null) return match;
  const parentText = parent.text.toLowerCase();
  const qualifiers = indicatorOf(child.stated, pair.child, pair.workspace)?.qualifiers ?? [];
  const later = qualifiers.some(
    (phrase) => !parentText.includes(phrase.toLowerCase()) && isAfter(phrase, last, pair),
  );
  return later ? { ...match, relation: 'weaker', why: LATER } : match;
}

function isAfter(phrase: string, last: Day, { child, workspace }: Pair): boolean {
  if (NEXT_YEAR.test(phrase)) return true;
  const year = IN_YEAR.exec(phrase)?.[1];
  if (year !== undefined) return (dayOf(Number(year), 1, 1) ?? last) > last;
  if (!BY.test(phrase)) return false;
  const stated: Stated<never> = { text: phrase, route: [] };
  const reading = readPeriodText(stated, child, workspace);
  return reading?.understood === true && reading.meaning.to !== null && reading.meaning.to > last;
}

const LATER: Bilingual = {
  ru: 'к более поздней дате, чем в поручении',
  en: 'by a later day than the obligation’s',
};
