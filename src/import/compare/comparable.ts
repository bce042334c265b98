import { folded } from '../../history/signed-text.ts';
import type {
  AcceptedFields,
  ApprovalFields,
  ClauseFields,
  OrderFields,
} from '../../schema/generated/types.ts';
import { readHead } from '../around/head.ts';
import { paragraphsOf, type SourceDocument, textOfBlocks, tidy } from '../blocks.ts';
import type { Changes } from '../docx/run-text.ts';
import { isOwnDocument, ownBlocks, statedColumnsOf, withoutComputed } from '../draft/own-document.ts';
import { readSource } from '../import.ts';
import { type ImportProblem, type Result, refusal } from '../problem.ts';
import { findRoadMap } from '../table/find.ts';
import type { CellValue, ColumnName, FoundItem, RoadMap, SourcePlace } from '../table/items.ts';
import type { FoundSection } from '../table/section-tree.ts';

/**
 * A document read for comparison. Both sides are read by one reader (the plan's side is rendered first), so that what
 * the reader makes of a table cancels out and only what people changed is left. `roadmap verify` and
 * `import --update` compare by it.
 */
export interface Comparable {
  readonly format: SourceDocument['format'];
  readonly columns: readonly { readonly name: ColumnName; readonly heading: string }[];
  readonly rows: readonly ComparedRow[];
  /** Titles of the sections, in order. */
  readonly sections: readonly string[];
  /** The sections themselves. */
  readonly found: readonly FoundSection[];
  /** Paragraphs of the context part, before the table and in it. */
  readonly context: readonly string[];
  /** By name; absent: the document does not state it. */
  readonly requisites: ReadonlyMap<RequisiteName, string>;
  /** Clauses of the order as one reads them, numbers included. */
  readonly clauses: readonly string[];
  readonly properties: ReadonlyMap<string, string>;
  /** What the reader could not take for granted. */
  readonly problems: readonly ImportProblem[];
}

export const REQUISITES = [
  'type',
  'issuer',
  'number',
  'date',
  'place',
  'subject',
  'preamble',
  'signatory',
  'mark-issuer',
  'mark-number',
  'mark-date',
  'approved-by',
  'agreed',
  'accepted',
  'responsible',
  'title',
] as const;

export type RequisiteName = (typeof REQUISITES)[number];

/** A row of either side. */
export interface ComparedRow {
  readonly number: string;
  /** Bookmarks in the row, by which a rendered document knows its items. */
  readonly marks: readonly string[];
  /** Paragraphs of each cell, blanks folded. */
  readonly cells: ReadonlyMap<ColumnName, readonly CellValue[]>;
  readonly section: string;
  readonly place: SourcePlace;
  /** The act that took the item out. */
  readonly excluded?: string;
  /** As it was read, blanks and line breaks of the source kept. */
  readonly item: FoundItem;
}

/** Reads a Word or Excel document for comparison. Never throws for what is wrong with the file. */
export async function readComparable(
  bytes: Uint8Array,
  name: string,
  changes: Changes = 'accept',
): Promise<Result<Comparable>> {
  const read = await readSource(bytes, name, { changes });
  if (!read.ok) return read;
  const { document, problems } = read.value;
  const found = findRoadMap(ownBlocks(document), statedColumnsOf(document));
  if (!found.roadMap || found.roadMap.items.length === 0) return { ok: false, problem: noTable(name) };
  const roadMap = isOwnDocument(document) ? withoutComputed(found.roadMap, document) : found.roadMap;
  const texts = [...paragraphsOf(document.blocks)].map((paragraph) => tidy(paragraph.text));
  const head = readHead(found.before, texts);
  const { order, marks, titles, sections } = head;
  const people = (list: readonly ApprovalFields[]) => list.map(personText).join('; ');
  const requisites: [RequisiteName, string | undefined][] = [
    ['type', order?.type],
    ['issuer', issuerText(order?.issuer)],
    ['number', order?.number === undefined ? undefined : String(order.number)],
    ['date', order?.date],
    ['place', order?.place],
    ['subject', order?.subject],
    ['preamble', order?.preamble],
    ['signatory', order?.signatory && personText(order.signatory)],
    ['mark-issuer', marks.stamp?.issuer],
    ['mark-number', marks.stamp?.number === undefined ? undefined : String(marks.stamp.number)],
    ['mark-date', marks.stamp?.date],
    ['approved-by', marks.approvedBy && personText(marks.approvedBy)],
    ['agreed', marks.agreed.length > 0 ? people(marks.agreed) : undefined],
    ['accepted', marks.accepted.length > 0 ? marks.accepted.map(acceptedText).join('; ') : undefined],
    ['responsible', head.responsible],
    ['title', titles.at(-1)],
  ];
  return {
    ok: true,
    value: {
      format: document.format,
      columns: roadMap.columns,
      rows: rowsOf(roadMap),
      sections: roadMap.sections.map(({ text }) => folded(text)),
      found: roadMap.sections,
      context: [
        ...sections.flatMap(({ heading, text, list }) => [heading ?? '', text ?? '', ...(list ?? [])]),
        ...roadMap.context.flatMap(({ heading, blocks }) => [heading ?? '', textOfBlocks(blocks)]),
      ].flatMap((text) =>
        text
          .split('\n')
          .map(folded)
          .filter((line) => line !== ''),
      ),
      requisites: new Map(requisites.flatMap(([key, text]) => (text ? [[key, folded(text)] as const] : []))),
      clauses: clauseTexts(order?.clauses ?? [], ''),
      properties: document.properties,
      problems,
    },
  };
}

function rowsOf(roadMap: RoadMap): ComparedRow[] {
  return roadMap.items.map(
    (item: FoundItem): ComparedRow => ({
      number: item.number,
      marks: item.marks,
      cells: new Map([...item.values].map(([name, values]) => [name, values.map(foldedValue)])),
      section: folded(item.section?.text ?? ''),
      place: item.place,
      item,
      ...(item.excluded === undefined ? {} : { excluded: folded(item.excluded) }),
    }),
  );
}

const foldedValue = ({ text, label }: CellValue): CellValue => ({
  text: folded(text),
  ...(label === undefined ? {} : { label }),
});

function clauseTexts(clauses: readonly (string | ClauseFields)[], prefix: string): string[] {
  return clauses.flatMap((clause, at) => {
    const number = `${prefix}${at + 1}.`;
    if (typeof clause === 'string') return [`${number} ${folded(clause)}`];
    return [`${number} ${folded(clause.text)}`, ...clauseTexts(clause.clauses ?? [], number)];
  });
}

const personText = ({
  position,
  name,
  document,
}: {
  position?: string;
  name?: string;
  document?: string;
}): string => [position, name, document].filter((part) => part !== undefined).join(' — ');

const acceptedText = ({ body, ...person }: AcceptedFields): string =>
  [body, personText(person)].filter((part) => part !== undefined && part !== '').join(' — ');

const issuerText = (issuer: OrderFields['issuer']): string | undefined =>
  typeof issuer === 'string' ? issuer : issuer?.name;

const noTable = (name: string): ImportProblem =>
  refusal('no-road-map', {
    ru: `В «${name}» не найдена таблица дорожной карты.`,
    en: `No road map table was found in ${name}.`,
  });
