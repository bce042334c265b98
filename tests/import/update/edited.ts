import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { editionFor } from '../../../src/cli/documents/edition.ts';
import { editText } from '../../../src/edit/splice.ts';
import { type ReadEdition, readForUpdate } from '../../../src/import/update/edition.ts';
import { mergeDocument } from '../../../src/import/update/merge.ts';
import type { MergeResult } from '../../../src/import/update/outcome.ts';
import { loadWorkspace } from '../../../src/model/load.ts';
import type { Plan } from '../../../src/model/plan.ts';
import type { Workspace } from '../../../src/model/workspace.ts';
import { renderDocx } from '../../../src/render/docx.ts';
import { renderXlsx } from '../../../src/render/xlsx.ts';
import { memoryFiles } from '../../../src/source/memory-files.ts';
import { orderView } from '../../../src/view/order-view.ts';
import { planSheets } from '../../../src/view/plan-sheets.ts';

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));
const files: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(examples)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(examples + name, 'utf8')]),
);

export const exampleText = (id: string): string => files[`${id}.plan.yaml`]!;

/** An example as it stands in its workspace, with another text of its file. */
export function standing(id: string, text = exampleText(id)): { plan: Plan; workspace: Workspace } {
  const { workspace } = loadWorkspace(memoryFiles({ ...files, [`${id}.plan.yaml`]: text }));
  return { plan: workspace.planOf(id)!, workspace };
}

export function rendered(id: string, format: 'docx' | 'xlsx', text?: string): Promise<Uint8Array> {
  const { plan, workspace } = standing(id, text);
  return format === 'docx' ? renderDocx(orderView(plan, workspace)) : renderXlsx(planSheets(plan, workspace));
}

/** Changes a part of an Office file the way a person's program leaves it: as another package. */
export function withPart(bytes: Uint8Array, part: string, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[part]!);
  const after = edit(before);
  if (after === before) throw new Error(`nothing was edited in ${part}`);
  return zipSync({ ...parts, [part]: strToU8(after) });
}

export const inWord = (bytes: Uint8Array, edit: (xml: string) => string): Uint8Array =>
  withPart(bytes, 'word/document.xml', edit);

/** Every row of every table, by the item its bookmark names. */
export function rowOf(xml: string, number: string): string {
  const name = `rm_item_${number}`.replaceAll('.', '_2e_');
  const row = xml.match(/<w:tr[ >].*?<\/w:tr>/gs)?.find((one) => one.includes(`w:name="${name}"`));
  if (!row) throw new Error(`no row of ${number}`);
  return row;
}

/** A text as it may stand in the document: any of its blanks may be a no-break one. */
export function typed(text: string): RegExp {
  const plain = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\u00a0]');
  return new RegExp(plain, 'g');
}

/** Replaces words within one row. */
export const inRow = (xml: string, number: string, was: string, is: string): string => {
  const row = rowOf(xml, number);
  const edited = row.replace(typed(was), is);
  if (edited === row) throw new Error(`${number} does not say «${was}»`);
  return xml.replace(row, () => edited);
};

export interface Updated {
  readonly text: string;
  readonly outcome: MergeResult;
}

/** Merges a document into a text of an example. `base`: the text it was rendered from. */
export async function updated(
  id: string,
  document: Uint8Array,
  options: { readonly ours?: string; readonly base?: string; readonly name?: string } = {},
): Promise<Updated> {
  const { ours = exampleText(id), base = ours, name = 'документ.docx' } = options;
  const theirs = await reading(document, name);
  const now = await editionFor(standing(id, ours), theirs);
  const then = base === ours ? now : await editionFor(standing(id, base), theirs);
  if (!now.ok || !then.ok) throw new Error('an edition could not be read');
  const outcome = mergeDocument(then.value, now.value, theirs, theirs.rows.format === 'xlsx');
  return { text: editText(ours, outcome.edits), outcome };
}

export async function reading(document: Uint8Array, name = 'документ.docx'): Promise<ReadEdition> {
  const read = await readForUpdate(document, name);
  if (!read.ok) throw new Error(read.problem.message.en);
  return read.value;
}
