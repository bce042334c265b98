import { createHash } from 'node:crypto';
import type { AnswerCell, AnswerDocument, AnswerFault, AnswerTable } from '../collect/answer-document.ts';
import { isUnfilled } from '../collect/answer-fields.ts';
import {
  type Cell,
  type OddityKind,
  paragraphsOf,
  type SourceDocument,
  shown,
  type Table,
  textOfBlocks,
} from './blocks.ts';
import { readBlocks } from './import.ts';
import { type ImportProblem, type Result, success } from './problem.ts';

/**
 * Reads a Word or Excel file that came back as an answer into its cells. Never throws for what is wrong with the file.
 *
 * @param sent the file as it came, where the bytes were made of it: two conversions of one file differ
 */
export async function readAnswer(
  bytes: Uint8Array,
  name: string,
  file: string,
  sent = bytes,
): Promise<Result<{ readonly document: AnswerDocument; readonly problems: readonly ImportProblem[] }>> {
  const read = await readBlocks(bytes, name, { changes: 'accept' });
  if (!read.ok) return read;
  const { document, problems } = read.value;
  return success({
    document: {
      file,
      digest: createHash('sha256').update(sent).digest('hex'),
      tables: document.blocks.flatMap((block) =>
        block.kind === 'table' ? [answerTable(block, document)] : [],
      ),
      lines: [
        ...(document.pageHeaders ?? []),
        ...document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [shown(block)] : [])),
      ],
      properties: Object.fromEntries(document.properties),
      hiddenSheets: document.hiddenSheets ?? [],
    },
    problems: problems.filter(({ code }) => !SAID_OF_CELLS.has(code)),
  });
}

/** What collecting says itself, with the cells. */
const SAID_OF_CELLS: ReadonlySet<string> = new Set(['hidden-rows', 'hidden-columns', 'hidden-sheet']);

const answerTable = (table: Table, document: SourceDocument): AnswerTable => ({
  place: table.sheet ? { sheet: table.name } : { table: Number(table.name) },
  rows: table.rows.map(({ number, hidden, cells }) => ({
    number,
    isHidden: hidden === true,
    cells: cells.map((cell) => answerCell(cell, document)),
  })),
});

const FAULTS: Readonly<Partial<Record<OddityKind, AnswerFault['kind']>>> = {
  'no-value': 'no-value',
  'error-value': 'error-value',
  struck: 'struck',
  cut: 'cut',
  'deleted-cell': 'not-read',
  'joined-cell': 'not-read',
  'refused-cell': 'not-read',
  object: 'not-read',
  picture: 'not-read',
};

function answerCell({ blocks, column, span, merge, value }: Cell, { remarks }: SourceDocument): AnswerCell {
  const paragraphs = [...paragraphsOf(blocks)];
  const faults = paragraphs.flatMap(({ oddities = [], remarks: ids = [] }): AnswerFault[] => [
    ...oddities.flatMap(({ kind, text }) => {
      const fault = FAULTS[kind];
      return fault === undefined ? [] : [{ kind: fault, text: text.trim() }];
    }),
    ...ids.flatMap((id) => {
      const remark = remarks.get(id);
      return remark ? [{ kind: 'comment' as const, text: remark.text }] : [];
    }),
  ]);
  const text = textOfBlocks(blocks);
  const links = paragraphs.flatMap(({ links: own = [] }) => own.map(({ url }) => url));
  return {
    column,
    span,
    ...(merge === undefined ? {} : { merge }),
    text: isUnfilled(text) ? '' : text,
    ...(value === undefined ? {} : { value }),
    // A comment stands at every line of its cell.
    faults: faults.filter((one, at) =>
      faults.slice(0, at).every(({ kind, text }) => kind !== one.kind || text !== one.text),
    ),
    ...(links[0] === undefined ? {} : { link: links[0] }),
  };
}
