import { INSTITUTION_WORD, nominativeAdjective } from '../../russian/index.ts';
import type { AcceptedFields, ApprovalFields, StampFields } from '../../schema/generated/types.ts';
import { amendmentsIn } from './amended.ts';
import { datesOf } from './dates.ts';
import type { Line, TextNode } from './lines.ts';
import { isPersonName, namesOf, personOfMark } from './person.ts';

/** The marks above a plan: of the act that approved it, of persons who approved or agreed, of bodies that accepted it. */
export interface FoundMarks {
  stamp?: StampFields;
  /** The words of that mark. */
  stampLines?: string;
  approvedBy?: ApprovalFields;
  readonly agreed: ApprovalFields[];
  readonly accepted: AcceptedFields[];
  /** Words of a mark that none of its fields holds. */
  readonly unread: string[];
}

const ACCEPTING = 'принят[аоы]?|рассмотрен[аоы]?|рекомендован[аоы]?|одобрен[аоы]?|обсужд[её]н[аоы]?';
const markWord = new RegExp(
  `^[«"“(]?\\s*(утвержд[её]н[аоы]?|утверждаю|согласован[аоы]?|приложение|${ACCEPTING})\\s*[»"”]?(?=[\\s:№.,/]|$)`,
  'iu',
);
/** What may follow the word of an accepting body on its line; anything else is a sentence. */
const acceptingRest =
  /^[\s:.]*(?:$|на\s|педагог|совет|решени|общ|методич|протокол|заседани|управляющ|попечит|профсоюз|профком|коллеги|родител|\(?протокол|от\s|_)/iu;

export const opensMark = (text: string): boolean => {
  // «У Т В Е Р Ж Д А Ю»
  const match = markWord.exec(unspaced(text));
  if (!match || /^приложение к (?:плану|дорожн)/iu.test(text)) return false;
  const first = unspaced(text.split('\n')[0]!);
  const rest = first.slice(match[0].length);
  if (new RegExp(`^(?:${ACCEPTING})$`, 'iu').test(match[1]!))
    return first.length < 90 && acceptingRest.test(rest);
  return (
    first.length < 60 ||
    // «Утверждаю: ____ директор … И.О. Фамилия» on one line.
    (/^[«"]?утверждаю[»"]?\s*[:_]/iu.test(first) && first.length < 200 && namesOf(first).length > 0) ||
    /приказ|распоряжени|постановлени|(?<!\p{L})к решени/iu.test(text)
  );
};

type ActType = NonNullable<StampFields['type']>;
const types: readonly (readonly [RegExp, ActType])[] = [
  [/приказ/i, 'приказ'],
  [/распоряжени/i, 'распоряжение'],
  [/постановлени/i, 'постановление'],
  [/решени/i, 'решение'],
];

const numberSign = '(?:№|(?<![\\p{L}])N)\\s*';
const numberText = '[\\p{L}\\d][\\p{L}\\d./\\\\-]*(?:\\s?[-–]\\s?[\\p{L}\\d]+)*';

/** Number after «№» and a date, wherever they are in a text. */
export function numberAndDate(text: string): { number?: string; date?: string } {
  const bare = text.replace(/^[«"(]?приложение\s*(?:№\s*)?\d+/iu, '');
  // The number of the act is behind its type: that of a school is the school's name.
  const behind = new RegExp(
    `(?:приказ|распоряжени|постановлени|решени|протокол)[^№]*?(?:от\\s[^№]{0,40})?${numberSign}(${numberText})`,
    'iu',
  ).exec(withoutNames(bare));
  const number = behind?.[1] ?? new RegExp(`${numberSign}(${numberText})`, 'u').exec(withoutNames(bare))?.[1];
  const date = datesOf(text)[0]?.iso;
  return {
    ...(number !== undefined && { number: number.replace(/[.,]$/, '').replace(/\s?([-–])\s?/gu, '-') }),
    ...(date !== undefined && { date }),
  };
}

/** «школы № 3», «ПСЧ № 5» */
/** «МБДОУ», «СОШ», «школы»: what a number behind it is of. */
const numbered = `(?:${INSTITUTION_WORD}|(?<![а-яё])[а-яё]{1,6}ОУ(?![а-яё]))`;
const afterInstitution = `(?<=(?:${numbered}|ПС?Ч)\\s?)`;

/** Without names in quotes and the numbers of schools: what is left speaks of the act. */
const withoutNames = (text: string): string =>
  text
    .replace(/«[^»]*»?/gu, (name) => (/^«\s*_*\d{0,2}_*\s*»$/u.test(name) ? name : ' '))
    .replace(new RegExp(`${afterInstitution}№\\s*\\d+`, 'giu'), ' ');

const actNamed = new RegExp(
  `(?:приказ(?:ом|у)?|(?:распоряжени|постановлени|решени)(?:ем|ю|е))\\s+(.*?)\\s*(?:(?<![\\p{L}])от\\s|[«"]?\\d{1,2}[»"]?\\s+[а-я]+\\s+\\d{4}|\\d{2}\\.\\d{2}\\.\\d{4}|(?<!${numbered}\\s?)№|_{2,}|$)`,
  'iu',
);

function stampOf(lines: readonly string[]): StampFields {
  const text = lines.join(' ').replace(/^\(|\)$/gu, '');
  const word = markWord.exec(text)?.[1]?.toLowerCase() ?? 'утверждено';
  const type = types.find(([pattern]) => pattern.test(text))?.[1];
  const unquoted = text.replace(/«[^»]*»/gu, (name) => name.replaceAll('№', '\u0001'));
  const issuer = actNamed.exec(unquoted)?.[1]?.replaceAll('\u0001', '№').trim();
  return {
    form: word,
    ...(type && { type }),
    ...(issuer && { issuer }),
    ...numberAndDate(text),
  };
}

const postWords =
  '(?:и\\.?\\s?о\\.?\\s)?(?:заведующ|директор|начальник|руководител|глав|ректор|председател|министр|заместител)\\p{L}*';
const postAfterAct = new RegExp(`приказом\\s+(${postWords}\\s.*)$`, 'iu');
const startsWithPost = new RegExp(`^${postWords}(?!\\p{L})`, 'iu');

/**
 * «УТВЕРЖДЕНО приказом заведующего … от … № …» with the name of who signed it below, «УТВЕРЖДЕНО ⏎ Директор …»: that
 * person's approval. «УТВЕРЖДЕНО общим собранием … протокол № 1»: that of the body.
 */
function approvalByAct(lines: readonly string[], below: readonly string[]): ApprovalFields | undefined {
  const named = lines.findLastIndex((line) => namesOf(line).length > 0);
  if (named < 1) {
    const body = personOfMark(below);
    if (body.position === undefined || body.document?.startsWith('протокол') !== true) return undefined;
    if (types.some(([act]) => act.test(lines.join(' ')))) return undefined;
    const position = bodyName(body.position);
    return { ...body, position: position[0]!.toUpperCase() + position.slice(1) };
  }
  if (startsWithPost.test(below[0] ?? '')) return personOfMark(below);
  const { issuer, number, date, type } = stampOf(lines.filter((_, at) => at !== named));
  const person = personOfMark([lines[named]!]);
  const position = postAfterAct.exec(`приказом ${issuer ?? ''}`)?.[1] ?? issuer ?? person.position;
  return {
    ...(position && { position: nominativePost(position) }),
    ...(person.name !== undefined && { name: person.name }),
    ...(date !== undefined && { date: String(date) }),
    ...(type !== undefined && number !== undefined && { document: `${type} № ${number}` }),
  };
}

const posts: readonly (readonly [RegExp, string])[] = [
  [/^директора(?!\p{L})/iu, 'директор'],
  [/^заведующего(?!\p{L})/iu, 'заведующий'],
  [/^заведующей(?!\p{L})/iu, 'заведующая'],
  [/^начальника(?!\p{L})/iu, 'начальник'],
  [/^руководителя(?!\p{L})/iu, 'руководитель'],
  [/^заместителя(?!\p{L})/iu, 'заместитель'],
  [/^председателя(?!\p{L})/iu, 'председатель'],
  [/^ректора(?!\p{L})/iu, 'ректор'],
  [/^министра(?!\p{L})/iu, 'министр'],
  [/^главы(?!\p{L})/iu, 'глава'],
];

const nominativePost = (post: string): string =>
  posts.reduce((text, [pattern, name]) => text.replace(pattern, name), post);

/** Takes the lines of one mark into the marks. */
export function readMark(lines: readonly string[], into: FoundMarks): void {
  const opening = unspaced(lines[0] ?? '');
  const word = markWord.exec(opening)?.[1]?.toLowerCase() ?? '';
  const first = opening.replace(markWord, '').replace(/^[:\s/]+/, '');
  const below = first === '' ? lines.slice(1) : [first, ...lines.slice(1)];
  if (new RegExp(`^(?:${ACCEPTING})$`, 'iu').test(word)) {
    takeAcceptance(word, below, into);
    return;
  }
  if (word === 'утверждаю' || word.startsWith('соглас')) {
    const isBody = /заседани|протокол|^с\s/iu.test(below.join(' '));
    const person = personOfMark(below);
    if (person.name === undefined && person.position === undefined) return;
    if (word === 'утверждаю') takeApproval(person, into);
    else
      into.agreed.push(
        isBody && person.position !== undefined ? { ...person, position: bodyName(person.position) } : person,
      );
    return;
  }
  const approval = word.startsWith('утвержд') ? approvalByAct(lines, below) : undefined;
  if (approval) {
    takeApproval(approval, into);
    return;
  }
  takeStamp(lines, into);
}

function takeApproval(person: ApprovalFields, into: FoundMarks): void {
  const { approvedBy: old } = into;
  if (old === undefined) {
    into.approvedBy = person;
    return;
  }
  // Two of them: the one with a name stays.
  const [kept, other] = old.name === undefined ? [person, old] : [old, person];
  into.approvedBy = kept;
  into.unread.push(
    [other.position, other.name, other.document].filter((text) => text !== undefined).join(' '),
  );
}

function takeAcceptance(word: string, lines: readonly string[], into: FoundMarks): void {
  const { position, ...person } = personOfMark(lines);
  const form = word.replace(/[аы]$/u, 'о');
  const shown = /^принят/iu.test(word) ? {} : { form: form.endsWith('о') ? form : `${form}о` };
  if (position === undefined && person.name === undefined && person.document === undefined) return;
  // A signed mark names the post, an unsigned one the body.
  const isPost = person.name !== undefined && !/заседани|совет[еао]|собрани/iu.test(position ?? '');
  into.accepted.push({
    ...shown,
    ...(position !== undefined && (isPost ? { position } : { body: bodyName(position) })),
    ...person,
  });
}

/** «на заседании педагогического совета», «педагогическим советом» → «педагогический совет». */
function bodyName(text: string): string {
  const bare = text
    .replace(/^к\s+(?:утверждению|принятию|работе|реализации|использованию)\s+(?=\p{L})/iu, '')
    .replace(/^(?:с|на)\s+(?=\p{L})/iu, '')
    .replace(/^(?:решени(?:ем|я|е)|заседани[еия]|собрани[ие](?=\s+(?:педагогическ|трудов|метод)))\s+/iu, '')
    .replace(/(?:[,:(]|(?<=\p{L}{3})\.)\s*$/u, '')
    .trim();
  const words = bare.split(/\s+/);
  const head = words.findIndex((word) => BODY_HEADS.some(([stem]) => stem.test(word.toLowerCase())));
  if (head < 0) return bare;
  const [, name, gender] = BODY_HEADS.find(([stem]) => stem.test(words[head]!.toLowerCase()))!;
  const before = words.slice(0, head).map((word) => nominativeAdjective(word, gender));
  return [...before, name, ...words.slice(head + 1)].join(' ');
}

const BODY_HEADS: readonly (readonly [RegExp, string, 'm' | 'f' | 'n'])[] = [
  [/^педсовет(?:а|е|ом|у)?$/u, 'педсовет', 'm'],
  [/^совет(?:а|е|ом|у)?$/u, 'совет', 'm'],
  [/^комитет(?:а|е|ом|у)?$/u, 'комитет', 'm'],
  [/^собрани(?:е|я|и|ем|ю)$/u, 'собрание', 'n'],
  [/^объединени(?:е|я|и|ем|ю)$/u, 'объединение', 'n'],
  [/^комисси(?:я|и|ей|ю)$/u, 'комиссия', 'f'],
  [/^кафедр(?:а|ы|е|ой|у)$/u, 'кафедра', 'f'],
  [/^коллеги(?:я|и|ей|ю)$/u, 'коллегия', 'f'],
];

function takeStamp(lines: readonly string[], into: FoundMarks): void {
  const stamp = stampOf(lines);
  const isBare = stamp.number === undefined && stamp.date === undefined;
  // «Приложение № 1» above «УТВЕРЖДЕНА приказом …»: the second says more. What a mark says of no order is kept as words.
  if (
    isBare &&
    lines
      .join(' ')
      .replace(markWord, '')
      .replace(/^\s*(№?\s*\d+)?\s*$/u, '') !== ''
  )
    into.unread.push(lines.join(' '));
  if (into.stamp && isBare) return;
  const { stamp: old } = into;
  if (old && (old.number !== stamp.number || old.date !== stamp.date) && into.stampLines)
    into.unread.push(into.stampLines);
  into.stamp = stamp;
  into.stampLines = isBare ? '' : lines.join(' ');
}

const closes = /№\s*[\p{L}\d_]|\d{4}\s*(г\.|года)?\)?$/u;
/** A line on which a date, a number or a name is to be filled in, or that names the act of the mark. */
const isRequisite = (text: string): boolean =>
  datesOf(text).length > 0 ||
  /_{2,}|№|^\s*(?:от|(?:введен\p{L}*\sв\sдействие\s)?приказ|пр\.|протокол|распоряжени)|подпись|м\.\s?п\.|^20\d\d\s*(?:г|$)/iu.test(
    text,
  ) ||
  isPersonName(text.replace(/[/()]/g, '').trim());

/** «Приложение 2», and no more. */
const isBareAnnex = (text: string): boolean => /^[«"(]?приложение\s*(?:№\s*)?\d*[»")]?$/iu.test(text.trim());

/** How many nodes from `at` belong to the mark that opens there, and their texts. */
export function markLines(nodes: readonly TextNode[], at: number): { texts: string[]; taken: number } {
  const first = nodes[at] as Line;
  const texts = first.text.split('\n');
  let taken = 1;
  const isPerson = !/^[«"(]?\s*(?:приложение|утвержд[её]н)/iu.test(first.text);
  while (at + taken < nodes.length && texts.length < 14) {
    const next = nodes[at + taken]!;
    if (next.kind !== 'line' || opensMark(next.text) || amendmentsIn(next.text)) break;
    if (next.align === 'center' && first.align !== 'center') break;
    if (next.bold && !first.bold && isTitleLike(next.text)) break;
    if (isTitleLike(next.text) && (texts.length > 1 || isBareAnnex(texts[0]!))) break;
    const whole = texts.join(' ');
    const isNamed = texts.some((text) => namesOf(text).length > 0);
    const { number, date } = numberAndDate(whole);
    const isDone = isPerson ? isNamed : number !== undefined && date !== undefined;
    // A mark that has its name (its number and date) goes on with what is still to be filled in, with nothing else.
    if (isDone && !isRequisite(next.text)) break;
    if (isDone && !isPerson && (isNamed || !isPersonName(next.text.replace(/^[_\s/]+|[/\s]+$/gu, '')))) break;
    if (!isPerson && next.align !== first.align && closes.test(whole) && !/№|^от\s/.test(next.text)) break;
    texts.push(...next.text.split('\n'));
    taken++;
  }
  return { texts, taken };
}

/** «П Л А Н» → «ПЛАН». */
export const unspaced = (text: string): string =>
  text.replace(/(?<!\p{L})\p{L}(?: \p{L}){2,}(?!\p{L})/gu, (word) => word.replaceAll(' ', ''));

export const isTitleLike = (text: string): boolean =>
  /дорожн\S* карт|план(?:-график)? (?:\p{L}+ )?мероприятий|^план(?!\p{L})|^(?:\p{L}+(?:ый|ий|ой) ){1,2}план(?!\p{L})|^комплекс\p{L}* мер|^(?:циклограмма|график|перечень мероприятий|мероприятия по )|^отч[её]т(?!\p{L})/iu.test(
    unspaced(text),
  );
