import { isLegalForm } from '../../russian/index.ts';
import { isPersonName, namesOf } from '../around/person.ts';
import { isPlainPlural, openingOf, openingOfWord } from './roles.ts';

/** One executor of a cell: the name and what is bracketed behind it. */
export interface NamedExecutor {
  readonly name: string;
  readonly note?: string;
}

/** Names known from elsewhere in the plan: they part what a cell runs together. */
export interface KnownNames {
  has(name: string): boolean;
}

const nobody: KnownNames = { has: () => false };

/**
 * The executors of a cell, in order, as a person parts them: at separators, at lines that begin a post or a body, and
 * between run-together names where both are known from elsewhere. A name and its post are one, a post that is broken
 * over lines is one, «по УВР, ВР» are two posts. `import`, `import --update` and `verify` all ask this function.
 */
export function splitExecutors(text: string, known: KnownNames = nobody): readonly NamedExecutor[] {
  return linesOf(text)
    .reduce<string[]>((entries, line) => addLine(entries, line, known), [])
    .flatMap((entry) => apart(entry, known))
    .flatMap((entry) => runTogether(entry, known))
    .flatMap((entry) => withNote(entry) ?? []);
}

/** Lines without bullets; a word that a line end broke is put together. */
function linesOf(text: string): string[] {
  return (
    text
      .replaceAll('\u00a0', ' ')
      // «Отв.: Сомова Н.И.»: the label repeats the heading of the column.
      .replace(
        /^\s*(?:отв(?:\.|етственн\p{L}*)?|исп(?:\.|олнител\p{L}*)?)\s*(?::|\s[-–—]\s)\s*(?=\p{L})/iu,
        '',
      )
      // «Сомова Н. И..Психолог»: the second full stop parts.
      .replace(/(?<=\p{Lu}\.)\.\s*(?=\p{Lu}\p{Ll})/gu, ', ')
      .replace(/(\p{Ll}+)-\n(?=\p{Ll})/gu, (_, start: string) =>
        // «административно-хозяйственной» is written with the hyphen, «воспита-тельной» is not.
        /(?:н|ск|в)о$/u.test(start) && start.length > 4 ? `${start}-` : start,
      )
      .split('\n')
      .map((line) => line.replace(/^\s*(?:[-–—•·*]|\d{1,2}[.)])\s+(?=\p{L})|^\s*[-–—•·]\s*/u, '').trim())
      .filter((line) => line !== '')
  );
}

const endsOpen = (entry: string): boolean =>
  /(?:^|\s)(?:по|и|на|за|с|в|от|при|для|к|о|об|отдела|управления|учителей|педагогов)$/iu.test(entry) ||
  isOpen(entry);

/** A quote or bracket that is not closed yet. */
const isOpen = (text: string): boolean =>
  text.split('«').length > text.split('»').length || text.split('(').length > text.split(')').length;

/** Adds the entries of a line to those before it, or goes on in the last of them. */
function addLine(entries: string[], line: string, known: KnownNames): string[] {
  const pieces = withPosts(line, known);
  const last = entries.at(-1);
  if (last === undefined) return pieces;
  const isClosed = /[;,]\s*$/u.test(last);
  const [first = '', ...rest] = pieces;
  const before = last.replace(/[;,]\s*$/u, '').trim();
  if (goesOn(before, first, isClosed, known)) {
    const joint = isClosed && !/;\s*$/u.test(last) && isPersonName(before) ? ', ' : ' ';
    return [...entries.slice(0, -1), `${before}${joint}${first}`, ...rest];
  }
  return [...entries, ...pieces];
}

/** Whether a line goes on in the entry before it. */
function goesOn(before: string, line: string, isClosed: boolean, known: KnownNames): boolean {
  const text = line.trim();
  if (endsOpen(before) && !isClosed) return true;
  // «Сомова» above «Н.И.»
  if (!isClosed && /^\p{Lu}\.\s?(?:\p{Lu}\.)?$/u.test(text) && /^\p{Lu}\p{Ll}+$/u.test(before)) return true;
  if (
    !isClosed &&
    (isAdjective(before) ? /^\p{Ll}/u.test(text) : isFieldOf(before, text) && !known.has(text))
  )
    return true;
  if (/^\(/u.test(text)) return true;
  // «Секретарь» above «Правительственной комиссии»: whose post it is.
  if (!isClosed && isOblique(text.split(/\s/)[0]!) && openingOf(before)?.kind === 'post') return true;
  if (isName(text)) {
    // A post and below it who holds it.
    const post = openingOf(before);
    return !isClosed && post?.kind === 'post' && post.number === 'one' && namesOf(before).length === 0;
  }
  if (isName(before)) {
    // A name and below it the post, in small letters; «инструкторы» are others, and so is a post that others fill.
    return isPostOfOne(text) && /^\p{Ll}/u.test(text) && (isClosed || !known.has(text));
  }
  if (isClosed || openingOf(text) !== undefined || known.has(text)) return false;
  if (/^\p{Ll}/u.test(text)) return !known.has(before) || /^(?:по|и|при|на|для|с)\s/u.test(text);
  return /^[«(]/u.test(text) && openingOf(before) !== undefined;
}

/** An adjective in another case than a name begins with: «Правительственной», «Общественного». */
const isOblique = (word: string): boolean =>
  /^\p{L}{3,}(?:ой|ого|его|ей)$/u.test(word) && openingOfWord(word) === undefined;

/** «Классные» above «руководители»: a line that ended before its noun. */
const isAdjective = (text: string): boolean =>
  /^\p{L}[\p{Ll}-]*(?:ые|ие|ый|ий|ой|ая|яя|ое|ее)$/u.test(text) && openingOf(text) === undefined;

/** «Руководители» above «ШМО»: what the post is of. */
const isFieldOf = (before: string, line: string): boolean =>
  /^\p{Lu}{2,5}$/u.test(line) &&
  openingOfWord(line) === undefined &&
  /^(?:руководител|учител|преподавател|председател|член|заведующ|начальник|специалист|методист)\p{Ll}+$/iu.test(
    before,
  );

/** A person's name, with nothing else. */
const isName = (text: string): boolean =>
  isPersonName(text.replace(/[.,;]\s*$/u, (end) => (/\p{Lu}\.$/u.test(text.trim()) ? end : '')).trim());

const isPostOfOne = (text: string): boolean => {
  // «кл. рук. 1–4 кл.» are several.
  if (/\d\s*(?:-х)?\s*[-–—,]\s*\d{1,2}(?:-х)?\s*кл/iu.test(text)) return false;
  const opening = openingOf(text);
  return opening?.kind === 'post' && opening.number === 'one';
};

/** Splits at commas, semicolons and strokes that are in no quotes and no brackets; a pair left open does not count. */
function pieces(line: string): { text: string; by: string }[] {
  const out: { text: string; by: string }[] = [];
  const stack: string[] = [];
  let from = 0;
  const cut = (at: number, by: string, length = 1): void => {
    out.push({ text: line.slice(from, at), by });
    from = at + length;
  };
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!;
    if (sign === '«' || sign === '(' || sign === '„') stack.push(sign);
    else if (sign === '»' || sign === '“') {
      const open = stack.lastIndexOf(sign === '»' ? '«' : '„');
      if (open >= 0) stack.length = open;
    } else if (sign === ')') {
      const open = stack.lastIndexOf('(');
      if (open >= 0) stack.length = open;
    } else if (sign === '"') {
      const open = stack.lastIndexOf('"');
      if (open >= 0) stack.length = open;
      else if (line.indexOf('"', at + 1) > 0) stack.push('"');
    } else if (stack.some((open) => isClosed(open, line, at))) {
    } else if (sign === ';' || (sign === ',' && !isInNumbers(line, at))) cut(at, sign);
    else if (sign === '/' && isBetweenNames(line, at)) cut(at, sign);
    else if (sign === '.' && endsSentence(line, from, at)) cut(at, sign);
  }
  out.push({ text: line.slice(from), by: '' });
  return out;
}

/** «ГБУ ДПО «Центр»»: a legal form. */
const beginsWithForm = (text: string): boolean =>
  isLegalForm(/^\s*(\p{Lu}+)(?!\p{L})/u.exec(text)?.[1] ?? '');

/** «Зам. директора/учителя», «Министерство/ГБУ ДПО», but not «и/или», «№ 7/1». */
const isBetweenNames = (line: string, at: number): boolean =>
  (openingOf(line.slice(at + 1)) !== undefined || beginsWithForm(line.slice(at + 1))) &&
  // «мастера п/о», «д/с»: a single letter before the stroke is one word with what follows.
  /(?:\p{L}{2}|[»"])\s*$/u.test(line.slice(0, at));

/** «ВР.Учителя», «АХЧ. механик»: a full stop behind a word that is no abbreviation, before the name of a post. */
const endsSentence = (line: string, from: number, at: number): boolean => {
  const before = /\p{L}+$/u.exec(line.slice(0, at))?.[0] ?? '';
  if (
    before.length < 2 ||
    /^(?:зам|зав|рук|кл|ст|соц|муз|пед|мед|гл|вед|нач|отв|преп|восп|инстр|дир|преподав|учит|пом|врио|им|г|п|с)$/iu.test(
      before,
    )
  )
    return false;
  // «Метод. центр» is a word cut short: what a full stop ends names somebody by itself.
  const isWhole =
    before === before.toUpperCase() || (before.length > 4 && openingOf(line.slice(from, at)) !== undefined);
  return isWhole && openingOf(line.slice(at + 1)) !== undefined;
};

/** «9, 11 классов», «школы № 1, 4»: the comma parts numbers, not names. */
const isInNumbers = (line: string, at: number): boolean =>
  /\d\s*(?:[«"]?\p{Lu}[»"]?)?\s*(?:кл\.?)?\s*$/u.test(line.slice(Math.max(0, at - 12), at)) &&
  /^,\s*(?:№\s*)?\d{1,3}(?![\d-]{3})/u.test(line.slice(at, at + 10));

/** «министерство образования, науки и спорта», «школы, участвующие в проекте»: one name with a comma in it. */
const runsOn = (before: string, piece: string): boolean =>
  (/(?:образования|науки|культуры|спорта|политики)$/iu.test(before.trim()) &&
    /^\s*(?:науки|культуры|спорта|молод[её]ж|физическ|семьи|опеки|туризма|труда)/u.test(piece)) ||
  /^\s*(?:подведомственн|расположенн|закрепл[её]нн|включ[её]нн|ответственные за)/u.test(piece) ||
  opensClause(piece);

/** «участвующие в проекте», «назначенные приказом»: a participle and what depends on it; no post («заведующие отделениями»). */
const opensClause = (piece: string): boolean => {
  const [word = '', next = ''] = piece.trim().split(/\s+/);
  if (!/^\p{Ll}/u.test(word) || next === '' || openingOf(piece) !== undefined) return false;
  if (/(?:[ую]щ|[ая]щ|вш)(?:ий|ая|ее|ие|его|ей|их|им|ими)(?:ся)?$/u.test(word)) return true;
  // «общественные организации» are somebody; what is done is done by, with or in something.
  return (
    /(?:[аея]нн|[её]нн)(?:ый|ая|ое|ые|ого|ой|ых|ым|ыми)$/u.test(word) &&
    (/^(?:в|на|за|к|для|по|с|из|при)$/u.test(next) || /(?:ым|им|ыми|ими|ом|ем|ами|ями)$/u.test(next))
  );
};

/** «учителя русского языка, истории», «тренеры отделений бокса, плавания»: the comma parts what is taught. */
const isFurtherSubject = (before: string, piece: string, known: KnownNames): boolean =>
  /^\s*(?:учител|преподавател)\p{L}+\s+\p{Ll}|\s(?:отделени[йя]|секци[йи]|кружк(?:ов|а)|студи[йи]|курс(?:ов|а)|дисциплин|объединени[йя])\s+\p{Ll}/iu.test(
    before,
  ) &&
  /^\s*\p{Ll}+(?:и|ы|а|я|ого|ой)(?:\s|$)/u.test(piece) &&
  openingOf(piece) === undefined &&
  !known.has(piece.trim());

/** «по УВР, ВР»: the field that a post is named again with. */
const FIELD = /^\s*(?:и\s+)?(?:\p{Lu}{2,5}|\p{Lu}{1,3}\p{Ll}{0,2}\p{Lu}{1,3})\s*(?:\([^)]*\))?\s*$/u;
const POST_OF_FIELD =
  /^(.*\p{L}\.?\s*(?:директора|дир\.|заведующ\p{L}+|руководителя|начальника|главы)\s+по\s+)\p{Lu}[\p{L}-]*\s*$/u;

/** One body by its name: «Управление образования», «Департамент культуры и спорта». */
const isOneBody = (text: string): boolean =>
  /^\s*(?:управление|отдел|комитет|департамент|министерство|служба)\s+\p{L}/iu.test(text) &&
  namesOf(text).length === 0;

/** The pieces of a line; what belongs to the piece before stays with it. */
function withPosts(line: string, known: KnownNames): string[] {
  const out: string[] = [];
  let by = '';
  const join = (piece: string): void => {
    out[out.length - 1] = `${out.at(-1)},${piece}`;
  };
  const all = pieces(line);
  // «Отдел культуры, Иванов И.И.» and nothing else: the body and who answers in it.
  if (all.length === 2 && all[0]!.by === ',' && isName(all[1]!.text) && isOneBody(all[0]!.text))
    return [line.trim()];
  for (const { text: piece, by: next } of all) {
    const before = out.at(-1);
    const isPhone = before !== undefined && /\d/.test(piece) && !/\p{L}/u.test(piece.replace(/тел\.?/iu, ''));
    const isClass =
      before !== undefined &&
      /^\s*\d{1,2}(?:\s?[-–]\s?\d{1,2})?(?:-(?:х|й|го|м))?\s*[«"]?\p{Lu}?[»"]?\s*(?:кл\p{L}*\.?)?\s*$/u.test(
        piece,
      );
    const post = before === undefined ? undefined : POST_OF_FIELD.exec(before);
    if (before === undefined) out.push(piece);
    else if (
      isPhone ||
      isClass ||
      (by === ',' && (runsOn(before, piece) || isFurtherSubject(before, piece, known)))
    )
      join(piece);
    // «заместитель директора, ответственный за ГИА» and nobody else: one person; in a longer list each is one.
    else if (
      by === ',' &&
      all.length === 2 &&
      /^\s*ответственн(?:ый|ая) за\s/u.test(piece) &&
      !/\sпо\s/u.test(before)
    )
      join(piece);
    else if (by === ',' && isName(before) && /^\s*\p{Ll}/u.test(piece) && isPostOfOne(piece)) join(piece);
    else if (by === ',' && post && FIELD.test(piece))
      out.push(`${post[1]!}${piece.trim().replace(/^и\s+/u, '')}`);
    else out.push(piece);
    by = next;
  }
  // A separator at the end of a line means that the line does not go on.
  const tail = /[;,]\s*$/u.exec(line)?.[0].trim();
  const full = out.filter((piece) => /[\p{L}\d]/u.test(piece)).map((piece) => piece.trim());
  return tail && full.length > 0 ? [...full.slice(0, -1), `${full.at(-1)}${tail}`] : full;
}

const closing: Readonly<Record<string, string>> = { '«': '»', '(': ')', '„': '“', '"': '"' };

const isClosed = (open: string, line: string, from: number): boolean =>
  line.indexOf(closing[open]!, from) > 0;

/** Names in a row, posts with their names in a row, and two posts that «и» joins. */
function apart(entry: string, known: KnownNames): string[] {
  const text = entry.replace(/[;,]\s*$/u, '').trim();
  const names = namesOf(text);
  if (names.length > 1 && !/[–—,]|\s-\s/u.test(text)) {
    const ends: number[] = [];
    for (const name of names) ends.push(text.indexOf(name, ends.at(-1) ?? 0) + name.length);
    const between = ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end).trim());
    const rest = text.slice(ends.at(-1)).trim();
    const isParted = between.every((piece, at) => {
      const own = piece
        .slice(0, piece.length - names[at]!.length)
        .replace(/^и\s+/u, '')
        .trim();
      return own === '' || openingOf(own) !== undefined;
    });
    if (isParted && (rest === '' || openingOf(rest) !== undefined))
      return [...between.map((piece) => piece.replace(/^и\s+/u, '')), ...(rest === '' ? [] : [rest])];
  }
  // «Ф.Л. Балкова руководители комиссий»: a person, and others.
  const [name] = names;
  const others = name !== undefined && text.startsWith(name) ? text.slice(name.length).trim() : '';
  const opening = openingOf(others);
  if (
    names.length === 1 &&
    opening?.kind === 'post' &&
    opening.number === 'many' &&
    isPlainPlural(others.split(/\s/)[0]!)
  )
    return [name!, ...apart(others, known)];
  const joint = /\s+(?:и|а также)\s+/gu;
  for (const match of text.matchAll(joint)) {
    const [left, right] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    if (isOpen(left)) continue;
    const [a, b] = [openingOf(left), openingOf(right)];
    // «Методцентр и директора школ»: names of other rows part it, whatever they are.
    if (
      (known.has(left) && (b !== undefined || known.has(right))) ||
      (known.has(right) && a !== undefined && !endsWithAdjective(left))
    )
      return [...apart(left, known), ...apart(right, known)];
    if (!a || !b || endsWithAdjective(left)) continue;
    // «директора и учителя школ» have what follows in common.
    if (a.kind === b.kind && !/\s/.test(left.trim()) && /\s\p{Ll}/u.test(right)) continue;
    return [...apart(left, known), ...apart(right, known)];
  }
  return [text];
}

const endsWithAdjective = (text: string): boolean => /(?:ый|ий|ой|ая|ые|ие|ого|ых|их)$/u.test(text.trim());

/** A post that one person holds, and nothing but that person's name before or behind it. */
const isHolder = (left: string, right: string): boolean =>
  (isName(right) && isPostOfOne(left) && namesOf(left).length === 0) ||
  (isName(left) && isPostOfOne(right) && /^\p{Ll}/u.test(right) && namesOf(right).length === 0);

/** Two names without anything between them: where both are known, or a post begins with a capital in the middle. */
function runTogether(entry: string, known: KnownNames): string[] {
  const text = entry.trim();
  if (known.has(text) && !/\p{Ll}\s+\p{Lu}\p{Ll}/u.test(text)) return [text];
  const starts = [...text.matchAll(/(?<=\s)[\p{L}«]/gu)].map(({ index }) => index);
  for (const at of starts) {
    const [left, right] = [text.slice(0, at).trim(), text.slice(at)];
    if (isOpen(left) || isHolder(left, right)) continue;
    if (
      known.has(left) &&
      (known.has(right) || starts.some((next) => next > at && known.has(text.slice(at, next).trim())))
    )
      return [left, ...runTogether(right, known)];
  }
  for (const at of starts) {
    const [left, right] = [text.slice(0, at).trim(), text.slice(at)];
    if (
      isOpen(left) ||
      endsOpen(left) ||
      endsWithAdjective(left) ||
      /[–—:№-]$|(?:^|\s)\p{L}{1,4}\.$/u.test(left)
    )
      continue;
    const word = /^[\p{L}-]+/u.exec(right)?.[0] ?? '';
    // «Секретарь Правительственной комиссии»: whose post it is.
    if (isOblique(word) && openingOf(left)?.kind === 'post') continue;
    const isCapital = /^\p{Lu}\p{Ll}/u.test(right) && openingOf(right) !== undefined;
    const isMany =
      isPlainPlural(word) &&
      openingOfWord(left.split(/\s+/)[0] ?? '') !== undefined &&
      openingOf(left)?.kind === 'body';
    if ((isCapital || isMany) && openingOf(left) !== undefined) return [left, ...runTogether(right, known)];
  }
  return [text];
}

/** A name and the bracket behind it; a piece that is all bracket is a name. */
function withNote(piece: string): NamedExecutor | undefined {
  const text = spaced(
    piece
      .replace(/^(?:а также|и)\s+/u, '')
      .replace(/^[-–—•·]\s*/u, '')
      .trim(),
  );
  if (!/[\p{L}\d]/u.test(text)) return undefined;
  return nameAndNote(text);
}

/** «Зам.директора» → «Зам. директора», «Сухов Д. М.» → «Сухов Д.М.», «Завхоз.» → «Завхоз», «Рук. клуба: Сухов Д.М.» without its colon. */
function spaced(text: string): string {
  const flat = text
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Ll})\.(?=\p{Ll}{2})/gu, '. ')
    .replace(/(?<=(?:^|\s)\p{Lu}\.)\s(?=\p{Lu}\.(?:\s|$))/gu, '')
    .replace(/^([^:«(]{3,60}):\s*(?=\p{Lu}\p{Ll}+\s\p{Lu}\.|\p{Lu}\.)/u, '$1 ');
  return flat.replace(/(\p{L}{5,})\.$/u, '$1').trim();
}

/** A name with its bracket, as it is written. */
export const wholeName = ({ name, note }: NamedExecutor): string =>
  note === undefined ? name : `${name} ${note}`;

/** A name and what is bracketed behind it. */
export function nameAndNote(text: string): NamedExecutor {
  const bracket = /^(.*\S)\s*(\([^()]*(?:\([^()]*\)[^()]*)*\))[.]?$/u.exec(text);
  return bracket ? { name: bracket[1]!, note: bracket[2]! } : { name: text };
}
