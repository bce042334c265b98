import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { diskFiles, workspaceRootOf } from '../../io/disk.ts';
import { buildItems } from '../../model/build-items.ts';
import { asMap } from '../../model/raw.ts';
import { readDocument } from '../../source/read.ts';
import type { Candidate } from './candidate.ts';

/** The id and the title of a plan are at its top; so a whole country can be read at every press of Tab. */
const HEAD = 4096;

const NOTE = 60;

interface PlanHead {
  readonly file: string;
  readonly id: string;
  readonly title: string;
}

function headOf(file: string): string {
  const bytes = Buffer.alloc(HEAD);
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    return bytes.toString('utf8', 0, readSync(handle, bytes, 0, HEAD, 0));
  } catch {
    return '';
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** The value of a top-level key as far as it is on one line. */
const topValue = (head: string, key: string): string | undefined =>
  new RegExp(`^${key}:[ \\t]+["']?([^"'\\r\\n#[{&*!|>][^"'\\r\\n#]*)`, 'mu').exec(head)?.[1]?.trim();

function headsOf(root: string): readonly PlanHead[] {
  const heads: PlanHead[] = [];
  for (const file of diskFiles(root).list('')) {
    if (!/\.ya?ml$/u.test(file)) continue;
    const head = headOf(join(root, file));
    const id = topValue(head, 'id');
    if (topValue(head, 'kind') === 'plan' && id !== undefined) {
      heads.push({ file, id, title: topValue(head, 'title') ?? '' });
    }
  }
  return heads;
}

const brief = (text: string): string => (text.length > NOTE ? `${text.slice(0, NOTE - 1).trimEnd()}…` : text);

/** Ids of the plans of the workspace around a folder. */
export function plansOf(cwd: string): readonly Candidate[] {
  return headsOf(workspaceRootOf(cwd)).map(({ id, title }) => ({ value: id, about: brief(title) }));
}

/** What the items of a plan (its id or a path) are called by: `id`, else the number, with its section where that is needed. */
export function itemsOf(cwd: string, plan: string): readonly Candidate[] {
  const root = workspaceRootOf(cwd);
  const wanted = relative(root, resolve(cwd, plan));
  const head = headsOf(root).find(({ id, file }) => id === plan || file === wanted);
  if (head === undefined) return [];
  const { value } = readDocument(head.file, readFileSync(join(root, head.file)));
  return buildItems(asMap(value) ?? {})
    .items.filter(({ id }) => id !== '')
    .map((item) => ({ value: item.id, about: brief(item.action) }));
}
