import { isAdjective } from '../words/adjective.ts';
import { knownNounsOf } from '../words/lemma.ts';
import { folded } from '../words/letters.ts';
import { does, formsOf } from '../words/lexicon.ts';
import { firstWordOf, stemsOf, wordsOf } from '../words/likeness.ts';
import { isPredicate } from '../words/statement.ts';
import { stem } from '../words/stem.ts';

/** A document as a reference names it: «копия приказа от 10.10.2022», «проект положения о конкурсе». */
interface NamedDocument {
  /** Lemma, ё folded; several for a double word («план-график» is a план and a график). */
  readonly kinds: readonly string[];
  /** A draft or an empty form: not yet the document. */
  readonly draft: boolean;
}

/** Documents the noun dictionary has under other heads, and pictures, which it takes for things. */
const OTHERS: Readonly<Record<string, string>> = {
  фото: 'фотография',
  снимок: 'фотография',
  фотоматериал: 'фотография',
  видео: 'видеозапись',
  видеоматериал: 'видеозапись',
  скрин: 'скриншот',
  скан: 'копия',
  перечень: 'список',
};
/** Not yet, or no longer, in force. */
const UNREADY =
  /\(проект\)|(?<![а-яё])(?:не\s+[а-яё]{2,}(?:н|т|на|та|но|то|ны|ты)(?![а-яё])|не\s+готов[аоы]?(?![а-яё])|не\s?утвержд|не\s?подпис|готовится|ожидается|отсутству|планируется|будет(?![а-яё])|будут(?![а-яё])|в\s+(?:работе|разработке|подготовке|стадии)|на\s+(?:согласовани|подпис|утверждени|рассмотрени|доработк)|отмен[её]н|отозван|утратил|план\s+приказа)/iu;
/** «Протокол не вёлся», «отчёт не составлялся». */
const denies = (text: string): boolean =>
  [...folded(text).matchAll(/(?<![а-я])не\s+([а-я]+)/gu)].some(([, word = '']) => isPredicate(word));

const isUnready = (text: string): boolean => UNREADY.test(text) || denies(text);

/** «Без протокола», «нет», «–»: nothing is shown. */
const showsNothing = (text: string): boolean =>
  asksForNone(text) ||
  !/[а-яёa-z\d]/iu.test(text) ||
  /^[^а-яёa-z\d]*(?:нет|н\/?д)[^а-яёa-z\d]*$/iu.test(text);

/** Acts are nothing before they are signed or approved. */
const isAct = (kind: string): boolean => does(kind, 'ruling') || does(kind, 'act');
/** «Подготовка справки», «Согласование приказа»: work on a paper, which does not end in it of itself. */
const WORK_ON_PAPER = /^\s*(?:подготовк|согласовани|доработк|обсуждени|рассмотрени)[а-я]*\s/u;
/** The same of an act, and what was done with it before it was one: «подготовлен приказ», «положение разработано». */
const BEFORE_SIGNING =
  /^\s*(?:разработк|составлени)[а-я]*\s|(?<![а-я])(?:подготовлен|согласован|разработан|доработан|рассмотрен|обсужден|составлен)[аоы]?(?![а-я])/u;
const SIGNED =
  /(?<![а-я])(?:подписан|утвержден|издан|принят|введен|зарегистрирован)[аоы]?(?![а-я])|№|\sот\s+\d/u;

function documentLemma(form: string): string | undefined {
  const word = folded(form);
  if (OTHERS[word]) return OTHERS[word];
  const noun = knownNounsOf(word).find(({ kind }) => kind === 'document');
  if (noun) return OTHERS[folded(noun.lemma)] ?? folded(noun.lemma);
  if (does(word, 'draft') || does(word, 'wrapper')) return word;
  return does(word, 'attached') ? stem(word) : undefined;
}

const isNominative = (form: string): boolean =>
  OTHERS[folded(form)] !== undefined || knownNounsOf(folded(form)).some(({ cases }) => /[nN]/.test(cases));

const isOtherNoun = (form: string): boolean =>
  knownNounsOf(folded(form)).length > 0 && documentLemma(form) === undefined;

const WORD = /[а-яё]+(?:-[а-яё]+)*/giu;

/** The document a phrase is about: its first noun, whatever stands before it. */
function namedIn(phrase: string, isFirst: boolean, text = phrase): NamedDocument | undefined {
  const words = phrase.match(WORD) ?? [];
  let draft = false;
  let wrapper: string | undefined;
  let draftWord: string | undefined;
  for (const [index, word] of words.entries()) {
    const lemma = documentLemma(word);
    if (lemma === undefined) {
      if (isOtherNoun(word)) break;
      continue;
    }
    if (does(lemma, 'wrapper')) {
      wrapper ??= lemma;
      continue;
    }
    // «Фото приказа» is the order, as a copy is; «фото с семинара» is a picture.
    const next = words[index + 1];
    if (does(lemma, 'picture') && next !== undefined && documentLemma(next) !== undefined) {
      wrapper ??= lemma;
      continue;
    }
    if (does(lemma, 'draft') && draftWord === undefined) {
      draftWord = lemma;
      draft = true;
      continue;
    }
    if (!isFirst && !draft && wrapper === undefined && !isNominative(word)) return undefined;
    const kinds = kindsOf(lemma);
    return { kinds, draft: draft || isUnready(text) || isInWork(text, kinds) };
  }
  if (draftWord !== undefined) return { kinds: [draftWord], draft: false };
  return undefined;
}

/** «Договор (в стадии подготовки)», «план – на утверждении»: said right of the paper, not of what it is about. */
const UNFINISHED =
  /(?:^\s*[а-я]+\s+|[(,–—-]\s*)(?:находится\s+)?(?:в\s+(?:работе|разработке|подготовке|стадии)|на\s+(?:согласовании|подписи|подписании|утверждении|рассмотрении|доработке))(?![а-я])/u;

/** Whether an indicator promises only work on a document: its preparation where an act is meant, a stage before it is done. */
export function promisesWork(text: string): boolean {
  const words = folded(text);
  if (UNFINISHED.test(words)) return true;
  if (!WORK_ON_PAPER.test(words) || SIGNED.test(words)) return false;
  return namedIn(words.replace(WORK_ON_PAPER, ''), true)?.kinds.some(isAct) === true;
}

function isInWork(text: string, kinds: readonly string[]): boolean {
  const words = folded(text);
  if (WORK_ON_PAPER.test(words)) return true;
  return kinds.some(isAct) && BEFORE_SIGNING.test(words) && !SIGNED.test(words);
}

const kindsOf = (lemma: string): readonly string[] =>
  lemma.includes('-') ? [lemma, ...lemma.split('-').map((half) => OTHERS[half] ?? half)] : [lemma];

/** Names of files are often in Latin letters: how the kinds of documents look there. */
const LATIN: readonly (readonly [beginning: string, kind: string])[] = [
  ['prikaz', 'приказ'],
  ['rasporyazh', 'распоряжение'],
  ['rasporjazh', 'распоряжение'],
  ['postanovl', 'постановление'],
  ['protokol', 'протокол'],
  ['protocol', 'протокол'],
  ['spravk', 'справка'],
  ['otchet', 'отчет'],
  ['otchyot', 'отчет'],
  ['report', 'отчет'],
  ['pismo', 'письмо'],
  ['letter', 'письмо'],
  ['polozhen', 'положение'],
  ['dogovor', 'договор'],
  ['soglashen', 'соглашение'],
  ['programm', 'программа'],
  ['spisok', 'список'],
  ['zayavk', 'заявка'],
  ['prezentac', 'презентация'],
  ['prezentats', 'презентация'],
  ['presentation', 'презентация'],
  ['foto', 'фотография'],
  ['photo', 'фотография'],
  ['video', 'видеозапись'],
  ['skrin', 'скриншот'],
  ['screen', 'скриншот'],
  ['proekt', 'проект'],
  ['proyekt', 'проект'],
  ['chernovik', 'черновик'],
];

/** The name of a file ends in letters; «от 10.10.2022» is a date. */
const FILE = /^(?:.*[\\/])?([^\\/]+)\.(?=\d*[a-z])([a-z0-9]{2,5})$/iu;
const MOVING = new Set(['mp4', 'avi', 'mov', 'mkv', 'webm']);

function namedInFile(name: string, extension: string): readonly NamedDocument[] {
  if (MOVING.has(extension.toLowerCase())) return [{ kinds: ['видеозапись'], draft: false }];
  const words = name.toLowerCase().split(/[^a-zа-яё]+/u);
  const kinds = words.flatMap((word) => LATIN.find(([beginning]) => word.startsWith(beginning))?.[1] ?? []);
  if (kinds.length === 0) {
    const named = namedIn(name.replaceAll(/[-_.]+/gu, ' '), true);
    return named ? [named] : [];
  }
  const draft = kinds.some((kind) => does(kind, 'draft'));
  const [kind = ''] = kinds.filter((one) => !does(one, 'draft'));
  return [{ kinds: [kind === '' ? (kinds[0] as string) : kind], draft: draft && kind !== '' }];
}

/** The documents a piece of evidence names, in its order; none where it names none that anybody would recognise. */
function documentsNamed(evidence: string): readonly NamedDocument[] {
  const text = evidence.trim();
  if (/^[a-z][a-z0-9+.-]*:/iu.test(text)) return [];
  const file = /№|\sот\s/.test(text) ? null : FILE.exec(text);
  if (file) return namedInFile(file[1] as string, file[2] as string);
  const phrases = text.split(/[,;()]|\s[–—-]\s|\sи\s/u).filter((phrase) => phrase.trim() !== '');
  return phrases.flatMap((phrase, at) => namedIn(phrase, at === 0, text) ?? []);
}

/** What a piece of evidence is to a document that is asked for. */
type Proves = 'that' | 'other' | 'unknown';

/**
 * Whether evidence shows the document an indicator asks for (`wanted`: its unit, «распорядительный документ», «план
 * работы»): it names one of that kind, it names one of another kind (a picture, a letter, a draft), or nobody can tell
 * (a link, a number). The default of two names that don't agree is `other`.
 */
export function provesDocument(evidence: string, wanted: string): Proves {
  if (showsNothing(evidence)) return 'other';
  const named = documentsNamed(evidence);
  if (named.length === 0) {
    const notIt = isUnready(evidence) || tellsOfEvent(evidence) || WORK_ON_PAPER.test(folded(evidence));
    return notIt ? 'other' : 'unknown';
  }
  if (named.some((one) => isKind(one, wanted))) return 'that';
  return named.some(({ kinds, draft }) => !draft && kinds.some((kind) => does(kind, 'ruling'))) &&
    putsInForce(evidence, wanted)
    ? 'that'
    : 'other';
}

/** «Выступление на педсовете», «совещание 10 октября»: something took place; no paper, number or link is named. */
function tellsOfEvent(evidence: string): boolean {
  if (/№|:\/\/|\.[a-zа-я0-9]{2,5}$/iu.test(evidence)) return false;
  const noun = (evidence.match(WORD) ?? []).flatMap((word) => knownNounsOf(folded(word)).slice(0, 1))[0];
  return noun?.kind === 'event' || noun?.kind === 'person';
}

const lemmasIn = (text: string): readonly string[] =>
  wordsOf(text).flatMap((word) => knownNounsOf(word).map(({ lemma }) => lemma));

function isKind({ kinds, draft }: NamedDocument, wanted: string): boolean {
  const text = folded(wanted);
  const asked = namedIn(text, true);
  if (draft && !asked?.draft) return false;
  const isPicture = kinds.some((kind) => does(kind, 'picture'));
  // What is published is shown by its page.
  if (isPicture && lemmasIn(text).some((lemma) => does(lemma, 'onPage'))) return kinds.includes('скриншот');
  if (/(?:^|\s)(?:документ|документация|акт|материал)(?:\s|$)/u.test(text)) {
    if (/распорядительн/u.test(text)) return kinds.some((kind) => does(kind, 'ruling'));
    if (/нормативн|правов|локальн/u.test(text)) return kinds.some(isAct);
    if (/(?:^|\s)(?:документ|документация|материал)(?:\s|$)/u.test(text) && !isPicture) return true;
  }
  if (!asked) {
    const head = stem(firstWordOf(text));
    return kinds.some((kind) => stem(kind) === head);
  }
  return asked.kinds.some((kind) => kinds.includes(kind));
}

/** «Приказ об утверждении положения» puts a положение in force; «приказ о создании рабочей группы» makes the group. */
function putsInForce(evidence: string, wanted: string): boolean {
  if (!/утвержд|создан|введени|состав/u.test(folded(evidence))) return false;
  const [, ...about] = wordsOf(evidence);
  const text = stemsOf(about.join(' '));
  return [...stemsOf(wanted)].every((one) => text.has(one));
}

/** «Отсутствие нарушений», «нет обращений»: met by there being none. */
export const asksForNone = (text: string): boolean => /^\s*(?:отсутстви[ея]|нет|без)(?=\s)/iu.test(text);

/** Where a paper says what it is about: «о конкурсе», «по итогам диагностики». */
const ABOUT = /(?<![а-яё])(?:об?|обо|по)\s+(.+)$/isu;
/** Its date and number say nothing of that. */
const REQUISITES = /(?<![а-яё])от\s+\d[\d.]*(?:\s+[а-яё]+\s+\d{4})?(?:\s*г(?:\.|ода))?|№\s*\S+/giu;
function subjectOf(text: string): readonly string[] {
  const about = ABOUT.exec(text.replace(REQUISITES, ' '))?.[1] ?? '';
  const any = stemsOf([...formsOf('anySubject').keys()].join(' '));
  return [...stemsOf(about)].filter((one) => !any.has(one) && !/^\d/u.test(one));
}

/** Adjectives before the first document a text names, by the halves of double ones; participles say only what became of it. */
function sortOf(text: string): readonly string[] {
  const words = folded(text).match(WORD) ?? [];
  const at = words.findIndex((word) => documentLemma(word) !== undefined && !isAdjective(word));
  const halves = words.slice(0, Math.max(at, 0)).flatMap((word) => word.split('-'));
  return halves
    .filter((word) => isAdjective(word) && !/[аея]нн[а-я]{2,3}$/u.test(word) && !does(word, 'anySort'))
    .map(stem);
}

/**
 * «Положение о наставничестве» for «Положение о конкурсе», «промежуточный отчёт» for «Итоговый отчёт»: both say what
 * they are about, or of what sort they are, and have no word of it in common.
 */
export function isOfOtherSubject(evidence: string, wanted: string): boolean {
  if (FILE.test(evidence) || evidence.includes('://')) return false;
  const sort = new Set(sortOf(wanted));
  const shownSort = sortOf(evidence);
  if (sort.size > 0 && shownSort.length > 0 && !shownSort.some((one) => sort.has(one))) return true;
  const asked = new Set(subjectOf(wanted));
  const shown = subjectOf(evidence);
  return asked.size > 0 && shown.length > 0 && !shown.some((one) => asked.has(one));
}
