import { compositeOf } from '../../meaning/composite.ts';
import { type Day, toIso } from '../../meaning/day.ts';
import type { Period } from '../../meaning/period.ts';
import type { Reading } from '../../meaning/reading.ts';
import { cursorAt } from '../grammar/cursor.ts';
import { joinDates } from '../text/dates.ts';
import { scan, type Token } from '../text/token.ts';
import { INSTITUTION_NOUNS, INSTITUTION_TYPES, isLegalForm } from '../words/institutions.ts';
import { LETTERS } from '../words/letters.ts';
import { knownWord, type Role } from '../words/lexicon.ts';
import { combine } from './combine.ts';
import type { PeriodContext } from './place.ts';
import { type Failure, fail, isFailure, type RefusalId, refusalOf } from './refusals.ts';
import type { Joined } from './syntax.ts';
import { takeTerms } from './terms.ts';

export type { PeriodContext } from './place.ts';

/** No срок of any plan comes near it; a text beyond is not worth the time. */
const LONGEST = 2_000;
const MOST_TOKENS = 300;

/**
 * Reads a «срок»: every word of it must have its place in the meaning or be known to change nothing.
 * Otherwise, or where a person would have to guess, the text is not understood: `at` are UTF-16 offsets in
 * the text. Pure: the same text and context give the same reading.
 */
export function readPeriod(text: string, context: PeriodContext): Reading<Period> {
  const read = readWhole(text, context);
  if (read.understood) return read;
  const only = onlyDay(context);
  if (only !== undefined && isHour(text, context)) return readWhole(toIso(only), context);
  if (!text.includes('\n')) return read;
  const term = abovePlace(text);
  const above = term === undefined ? undefined : readWhole(term, context);
  return above?.understood && above.meaning.kind === 'day' ? above : read;
}

/** The day of a plan that is for one day. */
const onlyDay = ({ period }: PeriodContext): Day | undefined =>
  period && period.from === period.to ? period.from : undefined;

const HOUR = /^\s*(?:[cс]\s+)?\d{1,2}[.:-]\d{2}(?:\s*[-–]\s*\d{1,2}[.:-]\d{2})?(?![\d.])[\s,;]*/i;

/** «10.00 кабинет 103»: the hour of a day, and where; nothing of another time. */
function isHour(text: string, context: PeriodContext): boolean {
  const hour = HOUR.exec(text)?.[0];
  if (hour === undefined) return false;
  const rest = text.slice(hour.length);
  return (
    !scan(rest).some(({ text: word }) => OF_TIME.has(knownWord(word)?.role)) &&
    !readWhole(rest, context).understood
  );
}

/** The lines of a cell above those that only say where: «24.08.2022 / МБОУ СОШ № 3». */
function abovePlace(text: string): string | undefined {
  const lines = text.split('\n');
  const at = lines.findIndex((line, index) => index > 0 && namesPlace(line));
  if (at < 0) return undefined;
  const below = lines
    .slice(at)
    .join(' ')
    .replace(/№\s*\d+/g, '');
  return /\d/.test(below) || scan(below).some(({ text: word }) => OF_TIME.has(knownWord(word)?.role))
    ? undefined
    : lines.slice(0, at).join('\n');
}

const WORDS = new RegExp(`[${LETTERS}]+`, 'gu');

const OF_TIME: ReadonlySet<Role | undefined> = new Set<Role>(['month', 'weekday', 'season']);

const ROOM =
  /^(?:в|во|на)?\s*(?:(?:актов|спортивн|конференц|читальн|учебн|больш|мал)[а-я]*[\s-])?(?:зал|библиотек|спортзал|кабинет|каб\.|аудитори|площадк|стадион|фойе)/i;

const namesPlace = (line: string): boolean =>
  ROOM.test(line) ||
  (line.match(WORDS) ?? []).some(
    (word) =>
      isLegalForm(word) ||
      INSTITUTION_TYPES.has(word) ||
      INSTITUTION_NOUNS.some(([stem]) => stem.test(word.toLowerCase())),
  );

function readWhole(text: string, context: PeriodContext): Reading<Period> {
  if (text.length > LONGEST) return refused(fail([0, text.length], 'too-long'));
  const tokens = joinDates(scan(text));
  if (tokens.length > MOST_TOKENS) return refused(fail([0, text.length], 'too-long'));
  if (tokens.length === 0) return refused(fail([0, text.length], 'empty'));
  const read = takeTerms(cursorAt(text, tokens));
  if ('unread' in read) return refused(fail(read.unread, unreadBecause(text, tokens)));
  if (read.terms.length === 0) return refused(fail([0, text.length], 'empty'));
  const meaning = elementsOf(read.terms, context);
  if (isFailure(meaning)) return refused(meaning);
  if (!isOnDemand(meaning)) return { understood: true, meaning };
  const words = tokens.map((token) => token.text).join(' ');
  return { understood: true, meaning: { ...meaning, words } };
}

const isOnDemand = ({ kind, parts }: Period): boolean => kind === 'on-demand' || parts.some(isOnDemand);

/** What to say of words that are not read: that a form is not filled in or a sentence has no end helps more. */
function unreadBecause(text: string, tokens: readonly Token[]): RefusalId {
  if (/_{2,}/.test(text)) return 'not-filled-in';
  const last = tokens.at(-1)!;
  return last.kind === 'word' && !last.dotted && EXPECT_MORE.has(knownWord(last.text)?.role)
    ? 'cut-off'
    : 'unread-words';
}

const EXPECT_MORE: ReadonlySet<Role | undefined> = new Set<Role>(
  'in on for since by until towards from and not every least than at before after without through'.split(
    ' ',
  ) as Role[],
);

function refused({ at, refusal: id }: Failure): Reading<Period> {
  const refusal = refusalOf(id);
  return { understood: false, at, why: refusal.why, refusal };
}

/** Elements stand apart by semicolons or begin with whose they are («школа А: …»). */
function elementsOf(terms: readonly Joined[], context: PeriodContext): Period | Failure {
  const elements: { owner?: string; terms: Joined[] }[] = [];
  const windows = terms.filter(({ term }) => term.type === 'window');
  // «ежеквартально: за I квартал – до 10 апреля; за II квартал – …»: one list, whatever parts it.
  const reports = windows.length > 1 && windows.every(({ term }) => term.type === 'window' && term.reports);
  for (const joined of terms) {
    const { term, joint } = joined;
    if (term.type === 'owner' && term.side === 'before') elements.push({ owner: term.text, terms: [] });
    else {
      if (elements.length === 0 || (joint === 'semicolon' && !reports && elements.at(-1)!.terms.length > 0)) {
        elements.push({ terms: [] });
      }
      elements.at(-1)!.terms.push(reports && joint === 'semicolon' ? { term, joint: 'comma' } : joined);
    }
  }
  const parts: Period[] = [];
  for (const { owner, terms: own } of elements) {
    if (own.length === 0) return fail(terms[0]!.term.at, 'unread-words');
    const part = combine(own, context);
    if (isFailure(part)) return part;
    const named = owner !== undefined && part.for !== undefined;
    // «I этап – до 15 марта (организационный)»
    if (named && !isStage(owner)) return fail(own[0]!.term.at, 'name-of-which');
    parts.push(owner === undefined ? part : { ...part, for: named ? `${owner}, ${part.for}` : owner });
  }
  return parts.length === 1 ? parts[0]! : compositeOf(parts);
}

/** «I этап», «школьный этап», «2 тур»: what is named twice is one stage. */
const isStage = (owner: string): boolean =>
  /(?:^|\s)(?:этап|тур|шаг|стадия|блок|модуль|смена|поток)(?:\s|$)/i.test(owner);
