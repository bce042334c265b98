import type { Clause, OrderFields, PersonFields } from '../../schema/generated/types.ts';
import { readClauses } from './clauses.ts';
import { datesOf } from './dates.ts';
import { readIssuer } from './issuer.ts';
import { type Node, textOfNode } from './lines.ts';
import { isPersonName, namesOf, signatureOfNode } from './person.ts';
import { numberAndDate, opensMark } from './stamp.ts';

/** The order found above the road map, and how many nodes it took. */
export interface FoundOrder {
  readonly order: OrderFields;
  readonly taken: number;
  /** Lines that are no requisite we know. */
  readonly unplaced: readonly string[];
}

type OrderType = NonNullable<OrderFields['type']>;

/** «П Р И К А З», «Приказ», «РАСПОРЯЖЕНИЕ № 5»: the type on a line of its own. */
function typeOf(node: Node): { type: OrderType; rest: string } | undefined {
  const text = textOfNode(node);
  if (text === '' || text.length > 90) return undefined;
  const rest = /(?:от\s|№|[«"]?\d{1,2}[».\s]).*$/u.exec(text)?.[0] ?? '';
  const letters = text
    .slice(0, text.length - rest.length)
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
  const type =
    letters === 'приказ' || letters === 'распоряжение' || letters === 'постановление' ? letters : undefined;
  return type && { type, rest };
}

const closeUp = (text: string): string => text.replace(/\s+/g, '').toLowerCase();
const spacedWords = [
  'приказываю',
  'приказываем',
  'обязываю',
  'постановляю',
  'постановляет',
  'распоряжаюсь',
  'предлагаю',
];

/** The formula at the end of a text, however it is spaced, and the text before it. */
export function formulaAtEnd(text: string): { before: string; formula: string } | undefined {
  const bare = text.replace(/[\s:]+$/, '');
  for (const word of spacedWords) {
    let at = bare.length;
    let letter = word.length;
    while (at > 0 && letter > 0) {
      const sign = bare[at - 1]!;
      if (/\s/.test(sign)) at--;
      else if (sign.toLowerCase() === word[letter - 1]) {
        at--;
        letter--;
      } else break;
    }
    if (
      letter === 0 &&
      (at === 0 ||
        /\s$/.test(bare.slice(0, at)) ||
        /[,;.]$/.test(bare.slice(0, at)) ||
        /^\s/.test(bare.slice(at)))
    ) {
      const written = bare.slice(at).trim();
      const capitals = written === written.toUpperCase();
      return {
        before: bare.slice(0, at).trim(),
        formula: capitals ? closeUp(written).toUpperCase() : closeUp(written),
      };
    }
  }
  return undefined;
}

const subjectStart = /^[«"]?(О|Об|Обо)\s+\S/u;
const placeLine =
  /^(г|гор|п|пос|пгт|р\.\s?п|рп|с|село|ст|станица|д|х|город|поселок|посёлок)\.?\s*[А-ЯЁ][а-яё -]+$|^[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*$/u;
const acquaintedLine = /^с\s+(приказом|распоряжением|постановлением)\s+ознакомлен/iu;
const draftLine = /^проект$/iu;

interface Requisites {
  number?: string;
  date?: string;
  place?: string;
}

function take(text: string, into: Requisites): boolean {
  const { number, date } = numberAndDate(text);
  let used = false;
  if (date !== undefined && into.date === undefined) {
    into.date = date;
    used = true;
  }
  if (number !== undefined && into.number === undefined) {
    into.number = number;
    used = true;
  }
  return used || /^(от\s*)?[«"]?_{2,}|№\s*_*$/u.test(text);
}

/** What is left of a requisites line when date and number are taken out: a place, sometimes. */
function leftover(text: string): string {
  const date = datesOf(text)[0];
  const without = date ? text.slice(0, date.start) + text.slice(date.end) : text;
  return without
    .replace(/№\s*\S+/u, '')
    .replace(/(^|\s)от(\s|$)/, ' ')
    .trim();
}

/** Reads the order that stands at the beginning of the nodes, if one does. */
export function readOrder(nodes: readonly Node[], words: ReadonlySet<string>): FoundOrder | undefined {
  const at = nodes.findIndex((node) => typeOf(node) !== undefined);
  if (at < 0 || nodes.slice(0, at).some((node) => node.kind === 'line' && opensMark(node.text)))
    return undefined;
  const { type, rest } = typeOf(nodes[at]!)!;
  const unplaced: string[] = [];
  const above = nodes
    .slice(0, at)
    .map(textOfNode)
    .filter((text) => text !== '' && !draftLine.test(text));
  const issuer = readIssuer(
    nodes
      .slice(0, at)
      .flatMap((node) => (node.kind === 'line' ? [node] : []))
      .filter((line) => !draftLine.test(line.text)),
    words,
  );
  if (above.length > 0 && !issuer) unplaced.push(...above);
  const requisites: Requisites = {};
  take(rest, requisites);
  let index = at + 1;
  const subject: string[] = [];
  // Date, number, place and heading stand in any order until the text begins.
  for (; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.kind === 'gap') {
      if (subject.length > 0) break;
      continue;
    }
    if (node.kind === 'data') break;
    if (node.kind === 'sides') {
      const texts = node.cells.map((cell) => cell.map((line) => line.text.replace(/\n/g, ' ')).join(' '));
      const heading = texts.find((text) => subjectStart.test(text));
      if (heading !== undefined && subject.length === 0) subject.push(heading);
      for (const text of texts) {
        if (text === '' || text === heading) continue;
        if (!take(text, requisites) && placeLine.test(text)) requisites.place ??= text;
      }
      continue;
    }
    const text = node.text.replace(/\n/g, ' ');
    if (subject.length > 0) {
      const before = nodes[index - 1];
      const goesOn =
        before?.kind === 'line' &&
        before.align === node.align &&
        before.bold === node.bold &&
        node.label === undefined;
      if (
        !goesOn ||
        /^(\d+[.)]|во? (целях|соответствии|исполнение|связи)|на основании|руководствуясь|согласно|с целью|для )/iu.test(
          text,
        )
      )
        break;
      if (node.align === 'both' || node.indent > 300) break;
      subject.push(text);
      continue;
    }
    if (subjectStart.test(text) && text.length < 500) {
      subject.push(text);
      continue;
    }
    if (text.length < 80 && take(text, requisites)) {
      const place = leftover(text);
      if (placeLine.test(place)) requisites.place ??= place;
      continue;
    }
    if (text.length < 50 && placeLine.test(text)) {
      requisites.place ??= text;
      continue;
    }
    break;
  }
  const body = readBody(nodes, index, type);
  const order: OrderFields = {
    type,
    ...(issuer && { issuer }),
    ...(requisites.number !== undefined && { number: requisites.number }),
    ...(requisites.date !== undefined && { date: requisites.date }),
    ...(requisites.place !== undefined && { place: requisites.place }),
    ...(subject.length > 0 && { subject: subject.join(' ').replace(/^[«"](.*)[»"]$/u, '$1') }),
    ...body.fields,
  };
  return { order, taken: body.end, unplaced: [...unplaced, ...body.unplaced] };
}

/** What a type has without being told. */
const usualFormula: Readonly<Record<OrderType, string | undefined>> = {
  приказ: 'приказываю',
  распоряжение: undefined,
  постановление: 'постановляю',
};

interface Body {
  readonly fields: Pick<OrderFields, 'preamble' | 'formula' | 'clauses' | 'signatory' | 'acquainted'>;
  readonly end: number;
  readonly unplaced: readonly string[];
}

/** Preamble, formula, clauses, signature and «ознакомлен», up to the marks or the title of the annex. */
function readBody(nodes: readonly Node[], from: number, type: OrderType): Body {
  const preamble: string[] = [];
  const clauseLines: { text: string; label: string | undefined }[] = [];
  const unplaced: string[] = [];
  let formula: string | undefined;
  let signatory: PersonFields | undefined;
  const acquainted: string[] = [];
  let inClauses = false;
  let index = from;
  for (; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.kind === 'gap') continue;
    if (node.kind === 'data') break;
    const text = textOfNode(node);
    const firstLine = node.kind === 'line' ? node.text : (node.cells.flat()[0]?.text ?? '');
    if (node.kind === 'line' && opensMark(node.text)) break;
    if (node.kind === 'sides' && node.cells.flat().some((line) => opensMark(line.text))) break;
    if (acquaintedLine.test(firstLine)) {
      index = readAcquainted(nodes, index, acquainted) - 1;
      continue;
    }
    if (!signatory) {
      const signature = signatureOfNode(node);
      if (signature && (inClauses || preamble.length > 0)) {
        const posts =
          signature.position === '' || /^[а-яё]/u.test(signature.position) ? postBefore(clauseLines) : [];
        const position = [...posts, signature.position].join(' ').trim();
        signatory = { ...(position !== '' && { position }), name: signature.name };
        continue;
      }
      if (node.kind === 'line' && node.label === undefined && isBarePost(nodes, index)) {
        const next = nodes.slice(index + 1).find((later) => later.kind !== 'gap')!;
        signatory = { position: text, name: textOfNode(next) };
        index = nodes.indexOf(next);
        continue;
      }
    }
    if (signatory) {
      if (node.kind === 'line' && (node.align === 'center' || node.bold)) break;
      unplaced.push(text);
      continue;
    }
    const label = node.kind === 'line' ? node.label : undefined;
    const found = inClauses ? undefined : formulaAtEnd(text);
    const startsClause = label !== undefined || /^\d+(\.\d+)*[.)]\s*\S/u.test(text);
    if (found) {
      if (found.before !== '') preamble.push(found.before);
      formula = found.formula;
      inClauses = true;
      continue;
    }
    if (startsClause) inClauses = true;
    if (inClauses) {
      const lines = node.kind === 'line' ? node.text.split('\n') : [text];
      for (const [at, line] of lines.entries()) {
        clauseLines.push({ text: line, label: at === 0 ? label : undefined });
      }
    } else preamble.push(text);
  }
  const clauses: Clause[] = readClauses(clauseLines);
  return {
    fields: {
      ...(preamble.length > 0 && { preamble: preamble.join('\n').replace(/\s*:$/, '') }),
      ...(formula !== undefined && formula !== usualFormula[type] && { formula }),
      ...(clauses.length > 0 && { clauses }),
      ...(signatory && { signatory }),
      ...(acquainted.length > 0 && { acquainted }),
    },
    end: index,
    unplaced,
  };
}

/** The post may begin on lines of its own that were taken for the tail of the clauses. */
function postBefore(lines: { text: string; label: string | undefined }[]): string[] {
  const posts: string[] = [];
  while (lines.length > 0) {
    const last = lines.at(-1)!;
    const isPost =
      last.label === undefined && !/^\d|[.;:]$/.test(last.text) && last.text.length < 120 && posts.length < 4;
    if (!isPost || lines.length === 1) break;
    posts.unshift(last.text);
    lines.pop();
  }
  return posts;
}

/** «Министр образования» with «И.О. Фамилия» alone on the next line. */
function isBarePost(nodes: readonly Node[], index: number): boolean {
  const text = textOfNode(nodes[index]!);
  const next = nodes.slice(index + 1).find((later) => later.kind !== 'gap');
  return (
    text.length < 120 &&
    !/[.;:]$/.test(text) &&
    next?.kind === 'line' &&
    isPersonName(next.text) &&
    !isPersonName(text)
  );
}

function readAcquainted(nodes: readonly Node[], at: number, into: string[]): number {
  let index = at;
  for (; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.kind === 'gap') continue;
    if (node.kind === 'data' || (node.kind === 'line' && opensMark(node.text))) break;
    if (node.kind === 'sides' && node.cells.flat().some((line) => opensMark(line.text))) break;
    const names = namesOf(textOfNode(node));
    if (names.length === 0 && index > at) {
      // A line to sign on, or the heads of its columns, says nobody's name.
      if (/^[_\s«»"/()г.\d]*$|подпись|дата|расшифровка/iu.test(textOfNode(node))) continue;
      break;
    }
    into.push(...names);
  }
  return index;
}
