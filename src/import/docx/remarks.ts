import type { OfficePackage } from '../../ooxml/open.ts';
import { readTree } from '../../ooxml/parse.ts';
import { elementsOf } from '../../ooxml/xml.ts';
import { type Annotation, tidy } from '../blocks.ts';
import { type RunContext, readRuns } from './run-text.ts';

/** Comments or footnotes of a document, by the ids the paragraphs use. */
export function readRemarks(
  source: OfficePackage,
  part: string | undefined,
  kind: Annotation['kind'],
  context: RunContext,
): readonly Annotation[] {
  const tree = part === undefined ? undefined : readTree(source, part);
  if (!tree?.ok) return [];
  const remarks: Annotation[] = [];
  for (const element of elementsOf(tree.value, `w:${kind}`)) {
    if (element.attributes['w:type'] !== undefined) continue;
    const lines = [...elementsOf(element, 'w:p')].map((paragraph) => readRuns(paragraph, context).text);
    const text = tidy(lines.join('\n'));
    const author = element.attributes['w:author'];
    const date = element.attributes['w:date']?.slice(0, 10);
    if (text === '') continue;
    remarks.push({
      id: `${kind}-${element.attributes['w:id']}`,
      kind,
      ...(author && { author }),
      ...(date && /^\d{4}-\d\d-\d\d$/.test(date) && { date }),
      text,
    });
  }
  return remarks;
}
