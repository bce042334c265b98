import { folded } from '../signed-text.ts';
import type { Clause, ClauseTable, ItemName, ItemPlace, Place } from './clause.ts';
import { ITEM_NUMBER, numbersBetween, ROMAN_NUMBER } from './numbers.ts';
import { unquoted } from './quotes.ts';

/** A paragraph or a table of an order; `at` counts them from 1 as one sees them. */
export type OrderBlock =
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  | { readonly kind: 'table'; readonly table: ClauseTable; readonly at: number };

export interface ReadClause {
  readonly clause: Clause;
  /** The words it was read from. */
  readonly words: string;
  readonly at: number;
}

/** Words of an order that amend something and were not understood, or not for certain. */
interface UnreadWords {
  readonly words: string;
  readonly at: number;
}

/** An act by its date and number. */
export interface NamedAct {
  readonly number: string;
  /** As written. */
  readonly date: string;
}

export interface ReadAmendment {
  readonly clauses: readonly ReadClause[];
  readonly unread: readonly UnreadWords[];
  readonly amends?: NamedAct;
  /** The order itself; not in one that is not registered yet. */
  readonly itself?: NamedAct;
}

/**
 * The symbols a clause is made of, each with the ways to write it; small words that say nothing here have none. `(…)`
 * is what is kept of it. Wordings of rules for amending acts and of orders: see `docs/commands.md`, «amend».
 */
const NUMBERS = `${ITEM_NUMBER}\\.?(?:(?:\\s*(?:,|и|[-–—])\\s*(?:№\\s*)?)${ITEM_NUMBER}(?![\\p{L}\\d]))*`;
const END = '(?![\\p{L}\\d])';
const LEXICON: readonly (readonly [symbol: string, ways: string])[] = [
  // пункт 7, пункты 3, 5 и 7, позиция 4, строка № 5
  [
    'I',
    `(?:(?:под)?пункт\\p{L}*|пп?\\.|позици\\p{L}*|строк\\p{L}*|мероприяти\\p{L}*)\\s*(?:№\\s*)?(${NUMBERS})${END}`,
  ],
  // раздел II, раздел «Подготовка»
  ['S', `(?:под)?раздел\\p{L}*\\s*(?:№\\s*)?(${ROMAN_NUMBER}|${ITEM_NUMBER}|⟦\\d+⟧)\\.?${END}`],
  // графа «Срок», столбец 4
  ['C', `(?:граф|столб|колонк)\\p{L}*\\s*(?:№\\s*)?(⟦\\d+⟧|\\d+)${END}`],
  // слова, цифры, дата – what is quoted behind them
  [
    'W',
    '(?:слов\\p{L}*|цифр\\p{L}*|числ\\p{L}*|дат\\p{L}|текст\\p{L}*)(?:\\s+и\\s+(?:слов|цифр)\\p{L}*)?(?=\\s*⟦)',
  ],
  ['Q', '(⟦\\d+⟧)'],
  ['R', `замен(?:ить|ив|яются|яется|ены)${END}`],
  ['E', `излож(?:ить|ив|ены)${END}`],
  ['V', `в\\s+(?:следующей\\s+|новой\\s+)?редакции${END}`],
  ['O', `следующего\\s+содержания${END}`],
  ['A', `дополн(?:ить|ив)${END}`],
  ['X', `(?:исключ(?:ить|ив)|удалить|вычеркнуть|призна(?:ть|в)\\s+утратившими?\\s+силу)${END}`],
  ['N', `считать${END}`],
  ['p', `после${END}`],
  ['b', `перед(?=\\s+(?:под)?(?:пункт|позици|строк))`],
  ['H', `(?:наименовани|названи|заголов)\\p{L}*`],
  ['K', `(?:текст\\p{L}*\\s+перед\\s+таблицей|вводн\\p{L}+\\s+част\\p{L}+)${END}`],
  [
    'Z',
    `\\(?(?:прилагается|согласно\\s+приложению(?:\\s+№\\s*\\d+)?(?:\\s+к\\s+настоящему\\s+(?:приказу|распоряжению|постановлению))?)\\)?`,
  ],
  [
    'P',
    `(?:приложени\\p{L}*(?:\\s+№?\\s*\\d+)?|план\\p{L}*(?:-график\\p{L}*)?(?:\\s+мероприятий)?|дорожн\\p{L}+\\s+карт\\p{L}*|программ\\p{L}+|(?:его|её|ее|их)(?=\\s+в\\s))(?:\\s*\\(⟦\\d+⟧\\))?${END}`,
  ],
  ['', `(?:в|во|на|и|к|из|соответственно|нов(?:ым|ыми|ой)|указанн\\p{L}+|данн\\p{L}+|также|,|:)(?![\\p{L}])`],
];
const SYMBOLS = LEXICON.map(([symbol, ways]) => ({ symbol, pattern: new RegExp(ways, 'iuy') }));

interface Token {
  readonly symbol: string;
  readonly value: string;
}

/** What a clause is read with. */
interface Parts {
  readonly tokens: readonly Token[];
  readonly quotations: readonly string[];
  readonly table: ClauseTable | undefined;
}

/** A place in a row: the item, with its section and its column in any order. */
const CELL = '(?<at>(?=[SC]*I[SC]*(?![ISC]))[ISC]{1,3})';
const ROW = '(?<at>(?=S*IS*(?![ISC]))[IS]{1,2})';
/** The same, or the title of a section, of the plan, or what is before the table. */
const TEXT = '(?<at>(?=[SC]*I[SC]*(?![ISC]))[ISC]{1,3}|HS|SH|H|K)';
const NEAR = '(?<near>pI|bI)?';

type Making = (at: Found) => Clause | undefined;
interface Found {
  at: readonly Token[];
  near: readonly Token[];
  /** The values of what is not in `at` or `near`, by symbol, in order. */
  values(symbol: string): readonly string[];
  parts: Parts;
}

/** One line a way to say it: what the symbols of a clause have to be, and what it then says. */
const FORMS: readonly (readonly [form: string, making: Making])[] = [
  [`${TEXT}WQRW?Q`, replacement],
  [`${TEXT}RWQW?Q`, replacement],
  [`R${TEXT}WQW?Q`, replacement],
  [`RWQ${TEXT}W?Q`, replacement],
  [`RWQW?Q${TEXT}`, replacement],
  [`WQ${TEXT}RW?Q`, replacement],
  [`${TEXT}pWQAWQ`, addition],
  [`${TEXT}ApWQWQ`, addition],
  [`A${TEXT}pWQWQ`, addition],
  [`pWQ${TEXT}AWQ`, addition],
  [`${TEXT}AWQ`, addition],
  [`A${TEXT}WQ`, addition],
  [`${TEXT}WQX`, removal],
  [`${TEXT}XWQ`, removal],
  [`X${TEXT}WQ`, removal],
  [`XWQ${TEXT}`, removal],
  [`WQ${TEXT}X`, removal],
  [`${CELL}EVQ`, restatedCell],
  [`E${CELL}VQ`, restatedCell],
  [`${ROW}EVT`, restatedItem],
  [`E${ROW}VT`, restatedItem],
  [`(?:S)?A${NEAR}IO?T`, addedItems],
  [`A${NEAR}SIO?T`, addedItems],
  [`AS${NEAR}IO?T`, addedItems],
  [`(?:S)?${NEAR}AIO?T`, addedItems],
  [`(?<items>(?:IS?)+)X`, excluded],
  [`X(?<items>(?:IS?)+)`, excluded],
  [`(?<items>SI)X`, excluded],
  [`${ROW}NI`, renumbered],
  [`(?:HS|SH)EVQ`, restatedSection],
  [`E(?:HS|SH)VQ`, restatedSection],
  ['(?<near>pS)?ASO?T', addedSection],
  ['A(?<near>pS)?SO?T', addedSection],
  ['SX|XS', (found) => section(found, (name) => ({ kind: 'exclude-section', section: name }))],
  [
    'HP?EVQ|EHP?VQ',
    ({ parts, values }) => quotation(parts, values('Q')[0], (text) => ({ kind: 'restate-title', text })),
  ],
  ['PEVZ?|EPVZ?|PEVT|EPVT', () => ({ kind: 'restate-all' })],
];
const PATTERNS = FORMS.map(([form, making]) => ({ pattern: new RegExp(`^(?:${form})$`, 'du'), making }));

/** Longer than any clause: nothing a person can check. */
const LONGEST = 20_000;

/** The clauses of an amending order, and the words that amend and are not understood: each word for word. Never throws. */
export function readAmendment(blocks: readonly OrderBlock[]): ReadAmendment {
  const clauses: ReadClause[] = [];
  const unread: UnreadWords[] = [];
  let amends: NamedAct | undefined;
  let itself: NamedAct | undefined;
  let scope: 'before' | 'within' | 'behind' = 'before';
  let headLevel = 0;
  /** Lines that name what those below them change: «в разделе II:». */
  const headers: { level: number; tokens: readonly Token[]; quotations: readonly string[] }[] = [];
  for (const { text, at, table } of paragraphsWithTables(blocks)) {
    const { level, rest } = withoutMarker(text);
    const plain = unquoted(rest);
    const head = HEAD.exec(plain.text);
    if (head && !plain.isOpen) {
      amends ??= actIn(plain.text.slice(head.index));
      scope = 'within';
      headLevel = level;
      headers.length = 0;
      const tail = restored(plain.text.slice(head.index + head[0].length), plain.quotations);
      if (!isPlanAlone(plain.text.slice(head.index + head[0].length)) || table) read(tail, at, table, [], []);
      continue;
    }
    if (scope === 'before') {
      const own = REQUISITES.exec(plain.text);
      itself ??= own ? { date: own[1]!, number: own[2]! } : undefined;
    }
    const isAmending = plain.isOpen || OPERATION.test(plain.text);
    if (
      scope === 'within' &&
      !isAmending &&
      !table &&
      ((level <= headLevel && level < UNMARKED) || isClosing(plain.text))
    ) {
      scope = 'behind';
      continue;
    }
    while (headers.length > 0 && headers.at(-1)!.level >= level) headers.pop();
    const header = scope === 'within' && !isAmending && !table ? headerOf(plain) : undefined;
    if (header) {
      headers.push({ level, tokens: header, quotations: plain.quotations });
      continue;
    }
    if (scope === 'within' || isAmending) {
      if (scope !== 'within' && !ANY_TARGET.test(plain.text)) continue;
      amends ??= scope === 'before' ? actIn(plain.text) : undefined;
      const around = headers.flatMap(({ tokens }) => tokens);
      read(
        rest,
        at,
        table,
        around,
        headers.flatMap(({ quotations }) => quotations),
      );
    }
  }
  return { clauses, unread, ...(amends && { amends }), ...(itself && { itself }) };

  function read(
    text: string,
    at: number,
    table: ClauseTable | undefined,
    around: readonly Token[],
    aroundQuotations: readonly string[],
  ): void {
    const { text: plain, quotations, isOpen } = unquoted(text);
    const sentences = isOpen ? [plain] : plain.split(';').filter((part) => /[\p{L}\p{N}⟦]/u.test(part));
    sentences.forEach((sentence, n) => {
      const own = n === sentences.length - 1 ? table : undefined;
      const found = isOpen ? undefined : clausesOf(sentence, quotations, own, around, aroundQuotations);
      const words = folded(restored(sentence, quotations));
      if (found) clauses.push(...found.map((clause) => ({ clause, words, at })));
      else unread.push({ words, at });
    });
  }
}

/** «Внести в … следующие изменения:», «изменения, которые вносятся в …:». */
const HEAD =
  /(?:внести|вносятся|вносимые)(?![\p{L}])[\s\S]*?изменени[ея](?![\p{L}])(?:\s+и\s+дополнени[ея])?\s*[,:]?|^изменени[ея],?\s*(?:которые\s+вносятся|вносимые)[^:]*:?/iu;
const OPERATION =
  /(?:заменить|заменив|изложить|изложив|дополнить|дополнив|исключить|исключив|удалить|вычеркнуть|утратившими?\s+силу|считать)(?![\p{L}])/iu;
const ANY_TARGET = /(?:пункт|позици|строк|раздел|граф|столб|колонк|приложени|план|дорожн)/iu;
/** What orders have behind their amendments: who answers for them, since when they apply, who signed. */
const isClosing = (text: string): boolean =>
  /^(?:контроль|настоящ|(?:данный\s+)?(?:приказ|распоряжение|постановление)\s|опубликовать|разместить|довести|направить|ознакомить|начальник|директор|заведующ|руководител|министр|глава|исполнител|с\s+приказом|приложение)/iu.test(
    text,
  ) || /(?:^|\s)[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё-]+/u.test(text);

/** Paragraphs, those of one quotation put together, each with the table it announces. */
function* paragraphsWithTables(
  blocks: readonly OrderBlock[],
): Generator<{ text: string; at: number; table: ClauseTable | undefined }> {
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (block.kind === 'table') continue;
    let text = folded(block.text);
    if (isMarksAlone(text)) continue;
    let last = at;
    for (let until = at, whole = text; unquoted(whole).isOpen && until - at < MOST_LINES; ) {
      const next = blocks[++until];
      if (next?.kind !== 'text') break;
      whole = `${whole} ${folded(next.text)}`;
      if (unquoted(whole).isOpen) continue;
      [text, last] = [whole, until];
    }
    // An opening quote that stands for the quoted table alone.
    let next = last + 1;
    while (blocks[next]?.kind === 'text' && isMarksAlone(folded((blocks[next] as { text: string }).text)))
      next++;
    const table = blocks[next]?.kind === 'table' ? (blocks[next] as { table: ClauseTable }).table : undefined;
    if (table) text = text.replace(/[\s«"„“]+$/u, '');
    yield { text, at: block.at, table };
    at = last;
  }
}

const isMarksAlone = (text: string): boolean => /^[\s«»"„“”.;,]*$/u.test(text);
/** Paragraphs that one quotation may run over. */
const MOST_LINES = 30;

const UNMARKED = 4;

/** «в план мероприятий, утверждённый приказом …:» behind «Внести следующие изменения». */
const isPlanAlone = (text: string): boolean =>
  tokensOf(text.replace(NAMED_PLAN, ' ').replace(/[.\s]+$/, ''))?.every(({ symbol }) => symbol === 'P') ??
  false;

/** A paragraph without its number or dash; the level says which of two such marks is the higher. */
function withoutMarker(text: string): { level: number; rest: string } {
  const found = /^(?:(\d+(?:\.\d+)*)\.\s+|(\d+)\)\s*|([а-яa-z])\)\s*|([-–—•])\s*)/iu.exec(text);
  if (!found) return { level: UNMARKED, rest: text };
  const level = found[1] ? (found[1].includes('.') ? 0.5 : 0) : found[2] ? 1 : found[3] ? 2 : 3;
  return { level, rest: text.slice(found[0].length) };
}

const restored = (text: string, quotations: readonly string[]): string =>
  text.replace(/⟦(\d+)⟧/g, (_, at) => `«${quotations[Number(at)] ?? ''}»`);

/** The act that is amended: the first that is named by date and number. */
function actIn(text: string): NamedAct | undefined {
  const found = ACT.exec(text);
  return found ? { date: found[1]!, number: found[2]! } : undefined;
}

const DATE = '\\d{1,2}(?:\\.\\d{1,2}\\.\\d{4}|\\s+\\p{L}+\\s+\\d{4})(?:\\s*(?:года|г\\.))?';
const ACT = new RegExp(`от\\s+(${DATE})\\s*(?:№|N)\\s*([^\\s,;:]+)`, 'iu');
/** The line of the requisites: «12.05.2022 № 80». */
const REQUISITES = new RegExp(`^(?:от\\s+)?(${DATE})\\s*(?:№|N)\\s*([^\\s,;:_]+)$`, 'iu');
/** «плана мероприятий …, утверждённого приказом … от … № …,» within a clause, which names the plan once more. */
const NAMED_PLAN = new RegExp(
  `(?:приложени\\p{L}*(?:\\s+№?\\s*\\d+)?\\s+к\\s+(?:приказ|распоряжени|постановлени)\\p{L}*|(?:план|дорожн|програм|(?<=(?:^|\\s)в\\s)⟦)[^;]*?утвержд[её]нн\\p{L}+)[^;]*?от\\s+${DATE}\\s*(?:№|N)\\s*[^\\s,;:]+(?:\\s*⟦\\d+⟧)?,?`,
  'iu',
);

/** A line that only names what those below it change. */
function headerOf({ text, isOpen }: { text: string; isOpen: boolean }): readonly Token[] | undefined {
  if (isOpen || !/:\s*$/.test(text)) return undefined;
  const tokens = tokensOf(text.replace(NAMED_PLAN, ' '));
  return tokens?.every(({ symbol }) => 'ISCPHK'.includes(symbol)) ? tokens : undefined;
}

/** The clauses that a sentence says; undefined unless every word of it is understood. */
function clausesOf(
  sentence: string,
  quotations: readonly string[],
  table: ClauseTable | undefined,
  around: readonly Token[],
  aroundQuotations: readonly string[],
): readonly Clause[] | undefined {
  if (sentence.length > LONGEST) return undefined;
  const own = tokensOf(sentence.replace(NAMED_PLAN, ' ').replace(/[.\s]+$/, ''));
  if (!own) return undefined;
  // What lines above name has quotations of its own.
  const shift = quotations.length;
  const named = around.map(({ symbol, value }) => ({
    symbol,
    value: value.replace(/^⟦(\d+)⟧$/, (_, at) => `⟦${Number(at) + shift}⟧`),
  }));
  const inner = own.some(({ symbol }) => symbol === 'I' || symbol === 'H' || symbol === 'K');
  const has = (symbol: string): boolean => own.some((one) => one.symbol === symbol);
  const outer = named.filter(({ symbol }) =>
    symbol === 'S' || symbol === 'C' ? !has(symbol) : !inner && symbol !== 'P',
  );
  const parts: Parts = {
    tokens: [...outer, ...own, ...(table ? [{ symbol: 'T', value: '' }] : [])],
    quotations: [...quotations, ...aroundQuotations],
    table,
  };
  const one = clauseOf(parts);
  if (one) return [one];
  const several = repeated(parts);
  const clauses = several?.map(clauseOf);
  return clauses?.every((clause) => clause !== undefined) ? (clauses as Clause[]) : undefined;
}

/** «в пункте 3 слова … заменить словами …, слова … исключить»: one place, several changes of its words. */
function repeated({ tokens, ...rest }: Parts): readonly Parts[] | undefined {
  const symbols = tokens.map(({ symbol }) => symbol).join('');
  const found = /^(P?(?:[ISC]{1,3}|HS|SH|HP?|K))((?:WQRW?Q|WQX|pWQAWQ){2,})$/u.exec(symbols);
  if (!found) return undefined;
  const at = tokens.slice(0, found[1]!.length);
  let from = found[1]!.length;
  return [...found[2]!.matchAll(/WQRW?Q|WQX|pWQAWQ/gu)].map(([run]) => {
    const part = tokens.slice(from, from + run.length);
    from += run.length;
    return { ...rest, tokens: [...at, ...part] };
  });
}

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text[at]!)) {
      at++;
      continue;
    }
    const found = SYMBOLS.map(({ symbol, pattern }) => {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      return match && match[0] !== '' ? { symbol, match } : undefined;
    }).find((one) => one !== undefined);
    if (!found) return undefined;
    const { symbol, match } = found;
    if (symbol !== '') tokens.push({ symbol, value: match[1] ?? '' });
    at += match[0].length;
  }
  return tokens;
}

function clauseOf(parts: Parts): Clause | undefined {
  const all = parts.tokens;
  // «в плане в пункте 3 …»: the plan that is amended is named once more.
  const lead = all[0]?.symbol === 'P' ? [all, all.slice(1)] : [all];
  for (const tokens of lead) {
    const symbols = tokens.map(({ symbol }) => symbol).join('');
    for (const { pattern, making } of PATTERNS) {
      const match = pattern.exec(symbols);
      if (!match) continue;
      const taken = (name: string): readonly Token[] => {
        const [from, to] = match.indices?.groups?.[name] ?? [0, 0];
        return tokens.slice(from, to);
      };
      const [at, near] = [taken('at'), taken('near')];
      const rest = tokens.filter((token) => !at.includes(token) && !near.includes(token));
      const values = (symbol: string): readonly string[] =>
        rest.filter((token) => token.symbol === symbol).map(({ value }) => value);
      const clause = making({ at, near, values, parts: { ...parts, tokens } });
      if (clause) return clause;
    }
  }
  return undefined;
}

const quotation = (
  { quotations }: Parts,
  mark: string | undefined,
  making: (text: string) => Clause,
): Clause | undefined => {
  const text = textOf(quotations, mark);
  return text === undefined || text === '' ? undefined : making(text);
};

const textOf = (quotations: readonly string[], mark: string | undefined): string | undefined =>
  mark === undefined ? undefined : quotations[Number(/\d+/.exec(mark)?.[0] ?? -1)];

function named(value: string, { quotations }: Parts): string {
  return value.startsWith('⟦') ? (textOf(quotations, value) ?? '') : value;
}

/** «3, 5 и 7», «12–80»; undefined for a run that does not count on. */
function numbersOf(value: string): readonly string[] | undefined {
  const numbers: string[] = [];
  for (const part of value.split(/\s*(?:,|и(?=\s))\s*/u)) {
    const ends = part.split(/\s*[-–—]\s*/).map((number) => number.replace(/^№\s*|\.$/g, '').trim());
    if (ends.length > 2 || ends.some((end) => end === '')) return undefined;
    const run = ends.length === 1 ? [ends[0]!] : numbersBetween(ends[0]!, ends[1]!);
    if (!run) return undefined;
    numbers.push(...run);
  }
  return numbers;
}

const oneNumber = (value: string | undefined): string | undefined => {
  const numbers = value === undefined ? undefined : numbersOf(value);
  return numbers?.length === 1 ? numbers[0] : undefined;
};

/** The item and the column of a place in a row. */
function cellOf({ at, parts }: Found): { item: ItemName; column?: string | number } | undefined {
  const of = (symbol: string): string | undefined => at.find((token) => token.symbol === symbol)?.value;
  const number = oneNumber(of('I'));
  if (number === undefined) return undefined;
  const [section, column] = [of('S'), of('C')];
  return {
    item: { number, ...(section === undefined ? {} : { section: named(section, parts) }) },
    ...(column === undefined
      ? {}
      : { column: column.startsWith('⟦') ? named(column, parts) : Number(column) }),
  };
}

function placeOf(found: Found): Place | undefined {
  const symbols = found.at.map(({ symbol }) => symbol).join('');
  if (symbols === 'K') return { in: 'context' };
  if (symbols === 'H') return { in: 'title' };
  const section = found.at.find(({ symbol }) => symbol === 'S')?.value;
  if (symbols.includes('H'))
    return section === undefined ? undefined : { in: 'section', section: named(section, found.parts) };
  const cell = cellOf(found);
  return cell && { in: 'item', ...cell };
}

function replacement(found: Found): Clause | undefined {
  const at = placeOf(found);
  const [was, is] = found.values('Q').map((mark) => textOf(found.parts.quotations, mark));
  return at && was && is ? { kind: 'replace-words', at, was, is } : undefined;
}

function addition(found: Found): Clause | undefined {
  const at = placeOf(found);
  const texts = found.values('Q').map((mark) => textOf(found.parts.quotations, mark));
  const words = texts.at(-1);
  const after = texts.length > 1 ? texts[0] : undefined;
  return at && words
    ? { kind: 'add-words', at, ...(after === undefined ? {} : { after }), words }
    : undefined;
}

function removal(found: Found): Clause | undefined {
  const at = placeOf(found);
  const [words] = found.values('Q').map((mark) => textOf(found.parts.quotations, mark));
  return at && words ? { kind: 'remove-words', at, words } : undefined;
}

/** Without a column the whole row is meant, which one text can't say. */
function restatedCell(found: Found): Clause | undefined {
  const cell = cellOf(found);
  const [mark] = found.values('Q');
  return cell?.column === undefined
    ? undefined
    : quotation(found.parts, mark, (text) => ({ kind: 'restate-cell', at: cell, text }));
}

function restatedItem(found: Found): Clause | undefined {
  const cell = cellOf(found);
  const { table } = found.parts;
  return cell && table ? { kind: 'restate-item', item: cell.item, table } : undefined;
}

function addedItems({ near, values, parts }: Found): Clause | undefined {
  const numbers = numbersOf(values('I')[0] ?? '');
  const [section] = values('S');
  const beside = near.length === 2 ? oneNumber(near[1]?.value) : undefined;
  if (!numbers || !parts.table || (near.length > 0 && beside === undefined)) return undefined;
  const place: ItemPlace = {
    ...(section === undefined ? {} : { section: named(section, parts) }),
    ...(beside === undefined ? {} : near[0]?.symbol === 'p' ? { after: beside } : { before: beside }),
  };
  return { kind: 'add-items', numbers, place, table: parts.table };
}

function excluded({ values, parts }: Found): Clause | undefined {
  const tokens = parts.tokens.filter(({ symbol }) => symbol === 'I' || symbol === 'S');
  const [section, ...others] = values('S');
  // A section behind the last of several runs of numbers may be that of all of them.
  if (others.length > 0 || (section !== undefined && tokens.length > 2)) return undefined;
  const runs = values('I').map(numbersOf);
  if (runs.includes(undefined)) return undefined;
  const items = (runs as readonly (readonly string[])[]).flat().map((number) => ({
    number,
    ...(section === undefined ? {} : { section: named(section, parts) }),
  }));
  return { kind: 'exclude-items', items };
}

function renumbered({ at, values, parts }: Found): Clause | undefined {
  const old = numbersOf(at.find(({ symbol }) => symbol === 'I')?.value ?? '');
  const now = numbersOf(values('I')[0] ?? '');
  const section = at.find(({ symbol }) => symbol === 'S')?.value;
  if (!old || !now || old.length !== now.length) return undefined;
  return {
    kind: 'renumber',
    items: old.map((number, n) => ({
      item: { number, ...(section === undefined ? {} : { section: named(section, parts) }) },
      number: now[n]!,
    })),
  };
}

function section({ values, parts }: Found, making: (name: string) => Clause): Clause | undefined {
  const [value] = values('S');
  return value === undefined ? undefined : making(named(value, parts));
}

function restatedSection(found: Found): Clause | undefined {
  return section(found, (name) => {
    const text = textOf(found.parts.quotations, found.values('Q')[0]) ?? '';
    return { kind: 'restate-section', section: name, text };
  });
}

function addedSection(found: Found): Clause | undefined {
  const { near, parts } = found;
  const { table } = parts;
  const after = near[1]?.value;
  if (!table) return undefined;
  return section(found, (name) => ({
    kind: 'add-section',
    section: name,
    ...(after === undefined ? {} : { after: named(after, parts) }),
    table,
  }));
}
