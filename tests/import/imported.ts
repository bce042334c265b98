import {
  type Imported,
  type ImportOptions,
  importDocument,
  importDocuments,
} from '../../src/import/import.ts';
import type { ItemFields, PlanDocument, SectionFields } from '../../src/schema/generated/types.ts';
import { docx, type WordParts } from './word-file.ts';

export const importBody = (
  body: string,
  parts: WordParts = {},
  options: ImportOptions = { changes: 'accept' },
): Promise<Imported> => importDocument(docx(body, parts), 'план.docx', options);

/** Every plan of a document. */
export const importPlans = (body: string): Promise<readonly Imported[]> =>
  importDocuments(docx(body), 'план.docx', { changes: 'accept' });

/** The plan of a document that must have one. */
export async function planOf(
  body: string,
  parts: WordParts = {},
  options: ImportOptions = { changes: 'accept' },
): Promise<PlanDocument> {
  const { draft, problems } = await importBody(body, parts, options);
  if (!draft) throw new Error(JSON.stringify(problems));
  return draft.plan;
}

export function itemsOf(plan: Pick<PlanDocument, 'items' | 'sections'>): ItemFields[] {
  return [...(plan.items ?? []), ...(plan.sections ?? []).flatMap(itemsOf)];
}

/** «path of sections | number | action | when» of every item: what most tests look at. */
export function outline(plan: Pick<PlanDocument, 'items' | 'sections'>, path = ''): string[] {
  const lines = (plan.items ?? []).map(
    (item) =>
      `${path}| ${item.number} | ${item.action ?? ''} | ${typeof item.when === 'string' ? item.when : ''}`,
  );
  const below = (plan.sections ?? []).flatMap((section: SectionFields) =>
    outline(section, `${path}${section.number === undefined ? '' : `${section.number}. `}${section.title} `),
  );
  return [...lines, ...below];
}
