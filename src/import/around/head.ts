import { isLegalForm } from '../../russian/index.ts';
import type { OrderFields } from '../../schema/generated/types.ts';
import type { Block } from '../blocks.ts';
import { amendmentsIn } from './amended.ts';
import { formulaAtEnd } from './formula.ts';
import { wordsAsWritten } from './issuer.ts';
import { type FurtherTable, isCapitals, type Line, type TextNode, textNodesOf, textOfNode } from './lines.ts';
import { readOrder } from './order.ts';
import { isPersonName, namesOf, responsibleIn } from './person.ts';
import { sectionsOfText, type TextSection } from './sections-of-text.ts';
import { type FoundMarks, isTitleLike, markLines, opensMark, readMark, unspaced } from './stamp.ts';
import { withTabbedMarks } from './tabbed.ts';

/** What is above the road map. */
export interface Head {
  readonly order?: OrderFields;
  readonly marks: FoundMarks;
  /** Titles in order: a report has one above its text and one above the table. */
  readonly titles: readonly string[];
  readonly sections: readonly TextSection[];
  readonly tables: readonly FurtherTable[];
  readonly unplaced: readonly string[];
  /** Acts that amended the plan, where a mark names them. */
  readonly amendments: readonly OrderFields[];
  /** Lines above the title: the name of the institution, what a page of a site carries. */
  readonly above: readonly string[];
  /** Who answers for the whole plan. */
  readonly responsible?: string;
}

const sameSetting = (a: Line, b: Line): boolean =>
  a.align === b.align && a.bold === b.bold && a.style === b.style;

const isSet = ({ align, bold, style }: Line): boolean =>
  align === 'center' || bold || /^(title|heading|название|заголовок)/.test(style);

/** What a title that is set like any paragraph begins with. */
const opensTitle =
  /^(?:\p{L}+(?:ая|ый|ий|ой)\s+){0,2}(?:[«"]?дорожная карта|план(?:-график)?(?!\p{L})|комплекс мер|циклограмма(?!\p{L})|график(?!\p{L})|перечень мероприятий|отч[её]т(?!\p{L}))/iu;

/** Set like any paragraph, but the rest of the title above it: «по охране труда», «МБОУ … на 2022-2023 учебный год». */
const goesOnAsTitle = (text: string): boolean =>
  text.length < 160 &&
  !/[.;:]$/.test(text.replace(/(?:год|г)\.$/u, '')) &&
  (/^(?:на|по|в|о|об|для|работы|мероприятий)\s/u.test(text) ||
    /^\p{Ll}/u.test(text) ||
    isLegalForm(/^\p{L}+/u.exec(text)?.[0] ?? '') ||
    /20\d\d.{0,12}(?:год|г\.)/u.test(text));

/** Lines that head a document: centred or bold, one below the other, about a plan or at its top. */
function titleAt(
  nodes: readonly TextNode[],
  at: number,
): { title: string; taken: number; imprint?: string } | undefined {
  const first = nodes[at]!;
  if (first.kind !== 'line' || first.label !== undefined) return undefined;
  const set = isSet(first) || isCapitals(first.text);
  if (!set && !opensTitle.test(first.text)) return undefined;
  const most = set && opensTitle.test(first.text) ? 1000 : 400;
  if (first.text.length > most || /[.;]$/.test(first.text.replace(/(?:год|г)\.$/u, ''))) return undefined;
  const lines = [unspaced(first.text)];
  let taken = 1;
  let blank = 0;
  while (at + taken + blank < nodes.length && lines.length < 12) {
    const next = nodes[at + taken + blank]!;
    if (next.kind === 'gap') {
      if (++blank > 1) break;
      continue;
    }
    if (next.kind !== 'line' || next.label !== undefined || opensMark(next.text)) break;
    if (
      /^(?:цел[ьи]|задач[аи]|ожидаем|сроки? реализ|период|основани|ответственн)[^:–—]{0,40}(?:[:–—]|\s-\s)/iu.test(
        next.text,
      )
    )
      break;
    // Capitals of the first line and the rest in small letters are one title all the same.
    const goesOn =
      sameSetting(first, next) ||
      (first.align === 'center' && next.align === 'center') ||
      (set && blank === 0 && isSet(next) && /^\p{Ll}/u.test(next.text)) ||
      (set && blank === 0 && next.align === 'center' && next.text.length < 200) ||
      (blank === 0 && next.align !== 'right' && goesOnAsTitle(next.text));
    if (!goesOn || (blank > 0 && isTitleLike(next.text) && isTitleLike(lines.join(' ')))) break;
    if (!set && next.text.length > 200) break;
    lines.push(next.text);
    taken += blank + 1;
    blank = 0;
  }
  const title = lines.join(' ').replace(/\s+/g, ' ').trim();
  if (!isTitleLike(title)) return undefined;
  // «г. Кедровск, 2021 г.» below the title is where and when it was printed.
  const last = lines.length > 1 ? lines.at(-1)! : '';
  if (!imprint.test(last) || !(/20\d\d/u.test(last) || /20\d\d/u.test(lines.slice(0, -1).join(' '))))
    return { title, taken };
  return { title: title.slice(0, title.length - last.length).trim(), taken, imprint: last };
}

/** A line that is only a place, a year behind it at most. */
const imprint =
  /^(?:г|гор|с|п|пос|пгт|р\.?\s?п|д|дер|ст|х|аул|город|село|пос[её]лок|станица|деревня)\.?\s?\p{Lu}[\p{L}-]+(?:\s+\p{Lu}\p{Ll}[\p{L}-]*)?(?:\s*\([\p{L}.]{1,3}\))?(?:\s+(?:(?:муниципального|городского)\s+)?(?:района|округа|р-на)(?:\s+\p{L}+\s+(?:области|края))?)?\s*,?\s*(?:20\d\d\s*(?:г\.?|года?)?)?$/u;

/** An order typed into one paragraph with soft breaks: the formula, and each line below it, stand for themselves. */
function partedAtFormula(node: TextNode): readonly TextNode[] {
  if (node.kind !== 'line' || !node.text.includes('\n')) return [node];
  const [texts, raws] = [node.text.split('\n'), node.raw.split('\n')];
  const at = texts.findIndex((text) => formulaAtEnd(text) !== undefined);
  if (at < 0 || at === texts.length - 1 || texts.length !== raws.length) return [node];
  return texts.map((text, line) => ({
    ...node,
    text,
    raw: raws[line]!,
    label: line === 0 ? node.label : undefined,
  }));
}

/** Reads order, marks, titles and text above the road map. */
export function readHead(blocks: readonly Block[], allTexts: Iterable<string>): Head {
  const nodes = withTabbedMarks(textNodesOf(blocks)).flatMap(partedAtFormula);
  const words = wordsAsWritten(allTexts);
  const found = readOrder(nodes, words);
  const marks: FoundMarks = { agreed: [], accepted: [], unread: [] };
  const above: string[] = [];
  let responsible: string | undefined;
  const titles: string[] = [];
  const tables: FurtherTable[] = [...(found?.tables ?? [])];
  const text: Line[] = [];
  const unplaced = [...(found?.unplaced ?? [])];
  let sections: TextSection[] = [];
  const flush = (): void => {
    sections = [...sections, ...sectionsOfText(text.splice(0))];
  };
  for (let index = found?.taken ?? 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.kind === 'gap') continue;
    if (node.kind === 'data') {
      // A line set as a heading right above a table is its title.
      const last = text.at(-1);
      const isTitle =
        node.title === undefined &&
        last?.align === 'center' &&
        last.label === undefined &&
        last.text.length < 200;
      tables.push(isTitle ? { ...node, title: text.pop()!.text } : node);
      continue;
    }
    if (node.kind === 'sides') {
      const { cells, taken } = joinedSides(nodes, index);
      readSides(cells, marks, unplaced);
      index += taken - 1;
      continue;
    }
    if (opensMark(node.text)) {
      const { texts, taken } = markLines(nodes, index);
      readMark(texts, marks);
      index += taken - 1;
      continue;
    }
    const title = titleAt(nodes, index);
    if (title) {
      // What is above the first title is no introduction: the institution's name, or scraps of a page.
      if (titles.length === 0 && isLetterhead(text)) above.push(...text.splice(0).map(textOfNode));
      flush();
      titles.push(title.title);
      if (title.imprint !== undefined) unplaced.push(title.imprint);
      index += title.taken - 1;
      continue;
    }
    if (/^(?:проект|таблица (?:№ ?)?\d+\.?)$/iu.test(node.text)) continue;
    const answers = responsibleIn(node.text);
    if (answers !== undefined && responsible === undefined) {
      responsible = answers;
      continue;
    }
    // A post and a name set to the right: who signs the plan.
    if (node.align === 'right' && isSigned(nodes, index)) {
      unplaced.push(textOfNode(node));
      continue;
    }
    if (amendmentsIn(node.text)) unplaced.push(node.text);
    else text.push(node);
  }
  if (titles.length === 0) titles.push(...titleByLook(text));
  flush();
  const left = [...above, ...unplaced, ...marks.unread];
  return {
    ...(found && { order: found.order }),
    marks,
    titles,
    sections,
    tables,
    unplaced: left.filter((words) => amendmentsIn(words) === undefined),
    amendments: left.flatMap((words) => amendmentsIn(words) ?? []),
    above,
    ...(responsible !== undefined && { responsible }),
  };
}

/** Where no title names a plan: the centred lines right above the table, taken out of the text. */
function titleByLook(text: Line[]): string[] {
  const lines: string[] = [];
  while (lines.length < 6) {
    const last = text.at(-1);
    if (last?.align !== 'center' || last.label !== undefined || last.text.length > 300) break;
    lines.unshift(text.pop()!.text);
  }
  return lines.length === 0 ? [] : [lines.join(' ').replace(/\s+/g, ' ')];
}

/** Marks side by side in a row of cells; a cell may hold several. */
function readSides(cells: readonly (readonly Line[])[], marks: FoundMarks, unplaced: string[]): void {
  for (const cell of cells) {
    for (let index = 0; index < cell.length; ) {
      if (!opensMark(cell[index]!.text)) {
        unplaced.push(textOfNode(cell[index]!));
        index++;
        continue;
      }
      const { texts, taken } = markLines(
        cell.map((line): Line => ({ ...line, align: '', bold: false })),
        index,
      );
      readMark(texts, marks);
      index += taken;
    }
  }
}

/** Rows of one layout table that carry a mark line by line: put together cell by cell. */
function joinedSides(
  nodes: readonly TextNode[],
  at: number,
): { cells: readonly (readonly Line[])[]; taken: number } {
  const first = nodes[at]!;
  if (first.kind !== 'sides') return { cells: [], taken: 1 };
  const cells = first.cells.map((cell) => [...cell]);
  let taken = 1;
  const opens = (cell: readonly Line[] | undefined): boolean =>
    cell?.some((line) => opensMark(line.text)) ?? false;
  if (!cells.some(opens)) return { cells, taken };
  for (let next = nodes[at + taken]; next?.kind === 'sides'; next = nodes[at + taken]) {
    const row = next.cells;
    if (
      row.length !== cells.length ||
      row.some(opens) ||
      row.some((cell, column) => cell.length > 0 && !opens(cells[column]))
    )
      break;
    row.forEach((cell, column) => {
      cells[column]!.push(...cell);
    });
    taken++;
  }
  return { cells, taken };
}

const isLetterhead = (text: readonly Line[]): boolean =>
  text.length <= 8 &&
  text.every((line) => line.text.length < 200 && line.label === undefined && !/[:;]$/.test(line.text));

/** A line with a name, or the post above one. */
function isSigned(nodes: readonly TextNode[], at: number): boolean {
  const node = nodes[at]!;
  if (node.kind !== 'line' || node.text.length > 120) return false;
  if (namesOf(node.text).length > 0) return true;
  const next = nodes[at + 1];
  return next?.kind === 'line' && next.align === 'right' && isPersonName(next.text.replace(/_+/g, '').trim());
}
