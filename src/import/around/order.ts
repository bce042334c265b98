import type { OrderFields } from '../../schema/generated/types.ts';
import { datesOf } from './dates.ts';
import { readIssuer } from './issuer.ts';
import { type FurtherTable, type TextNode, textOfNode } from './lines.ts';
import { readBody } from './order-body.ts';
import { numberAndDate, opensMark } from './stamp.ts';

/** The order found above the road map, and how many nodes it took. */
interface FoundOrder {
  readonly order: OrderFields;
  readonly taken: number;
  /** Lines that are no requisite we know. */
  readonly unplaced: readonly string[];
  readonly tables: readonly FurtherTable[];
}

type OrderType = NonNullable<OrderFields['type']>;

/** «П Р И К А З», «Приказ», «РАСПОРЯЖЕНИЕ № 5»: the type on a line of its own. */
function typeOf(node: TextNode): { type: OrderType; rest: string } | undefined {
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

const subjectStart = /^[«"]?(О|Об|Обо)\s+\S/u;
const placeLine =
  /^(г|гор|п|пос|пгт|р\.\s?п|рп|с|село|ст|станица|д|х|город|поселок|посёлок)\.?\s*[А-ЯЁ][а-яё-]+(?:[ -][А-ЯЁ]?[а-яё-]+)*$|^[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*$/u;
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

/** Reads the order at the beginning of the nodes, if there is one. */
export function readOrder(nodes: readonly TextNode[], words: ReadonlySet<string>): FoundOrder | undefined {
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
  const sides = nodes.slice(0, at).flatMap((node) => (node.kind === 'sides' ? [textOfNode(node)] : []));
  unplaced.push(...(issuer ? sides : above));
  const tables = nodes.slice(0, at).filter((node) => node.kind === 'data');
  const requisites: Requisites = {};
  take(rest, requisites);
  let index = at + 1;
  const subject: string[] = [];
  // Date, number, place and heading come in any order until the text begins.
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
        if (take(text, requisites)) continue;
        if (placeLine.test(text)) requisites.place ??= text;
        else unplaced.push(text);
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
  return {
    order,
    taken: body.end,
    unplaced: [...unplaced, ...body.unplaced],
    tables: [...tables, ...body.tables],
  };
}
