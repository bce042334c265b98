import type { Indicator } from '../../meaning/indicator.ts';
import { pluralAdjective } from '../words/adjective.ts';
import { does } from '../words/lexicon.ts';
import { isMade } from '../words/statement.ts';
import type { Nodes } from './node.ts';
import { isTwoWords, type NounPhrase, phraseAt, subjectAt } from './phrase.ts';
import { indicator } from './refusals.ts';

/** «Муниципальный отчёт» is an «отчёт»; recommendations stay plural. */
function documentUnit(phrase: NounPhrase): string {
  const kept = phrase.adjectives.filter((word) => !does(word, 'level'));
  while (kept[0] === 'и' || (kept[0] !== undefined && kept.at(-1) === 'и'))
    kept.splice(kept[0] === 'и' ? 0 : -1, 1);
  if (phrase.head.lemma === 'рекомендация' && /[NG]/u.test(phrase.head.cases)) {
    return [...kept.map(pluralAdjective), 'рекомендации'].join(' ');
  }
  if (phrase.head.lemma === 'сведение') return [...kept.map(pluralAdjective), 'сведения'].join(' ');
  const issued = does(phrase.head.lemma, 'issued') && phrase.of?.kind === 'body';
  return [...kept, phrase.head.lemma].join(' ') + (issued ? '' : phrase.full.slice(phrase.lemma.length));
}

/** «Состав рабочей группы» is approved as a paper, «педагогический состав» is people; results of a survey are written. */
const isWritten = ({ head, of }: NounPhrase): boolean =>
  of !== undefined &&
  ((head.lemma === 'состав' && does(of.lemma, 'panel')) ||
    (head.lemma === 'результат' && does(of.lemma, 'survey')));
/** «База» of itself may be buildings and desks; «нормативно-правовая база» is papers. */
const isMaterialBase = ({ head, full, lemma, adjectives }: NounPhrase): boolean =>
  head.lemma === 'база' &&
  full === lemma &&
  !adjectives.some((word) => /^(?:нормативн|информационн|электронн|правов)/u.test(word));

/** «Советы», «советы родителям» are written; a «совет», «управляющие советы», «советы школ» sit. */
const isAdvice = ({ head, lemma, full, adjectives }: NounPhrase): boolean =>
  head.lemma === 'совет' && head.cases.includes('N') && adjectives.length === 0 && full === lemma;

/** A phrase that names a document or another thing to show. */
export const isDocument = (phrase: NounPhrase): boolean =>
  (phrase.head.kind === 'document' && !isMaterialBase(phrase)) ||
  isTwoWords(phrase, 'paperPhrase') ||
  // «Разработки уроков» are on paper, a «разработка» is work.
  (phrase.head.lemma === 'разработка' && phrase.head.cases.includes('N')) ||
  isAdvice(phrase) ||
  isWritten(phrase);

/** A document as an indicator: it is to be shown. */
export const artifact = (phrase: NounPhrase): Indicator =>
  indicator({ kind: 'artifact', unit: documentUnit(phrase) });

/** Documents joined by commas and «и» from `at` on, all in one of `cases`. */
export function documentsFrom(nodes: Nodes, at: number, cases: string): readonly NounPhrase[] {
  const found: NounPhrase[] = [];
  let next = at;
  while (next < nodes.length) {
    const phrase = phraseAt(nodes, next, cases);
    if (!phrase || !isDocument(phrase)) break;
    found.push(phrase);
    const joint = nodes[phrase.end];
    if (joint?.kind !== 'comma' && joint?.text !== 'и') break;
    next = phrase.end + 1;
  }
  return found;
}

/** True when a document in the nominative begins at `at`: «приказ», «утверждён план». */
export function opensDocument(nodes: Nodes, at: number): boolean {
  let from = at;
  while (isMade(nodes[from]?.text ?? '')) from += 1;
  const phrase = subjectAt(nodes, from);
  if (!phrase) return false;
  const sure = !/[gG]/u.test(phrase.head.cases) || phrase.adjectives.length > 0 || from > at || at === 0;
  return sure && (phrase.head.kind === 'document' || phrase.lemma.endsWith('рабочая группа'));
}
