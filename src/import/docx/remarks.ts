import type { OfficePackage } from '../../ooxml/open.ts';
import { readTree } from '../../ooxml/parse.ts';
import { relationsOf } from '../../ooxml/relations.ts';
import { descendantsOf, elementsOf } from '../../ooxml/xml.ts';
import { type Annotation, tidy } from '../blocks.ts';
import { type RunContext, readRuns } from './run-text.ts';

/** What the headers of pages say, a line each: where the body names no plan, its title may stand there. */
export function readPageHeaders(source: OfficePackage, part: string, context: RunContext): readonly string[] {
  const headers = relationsOf(source, part).filter(({ type }) => type === 'header');
  return headers.flatMap(({ target }) => {
    const tree = readTree(source, target);
    if (!tree?.ok) return [];
    return [...descendantsOf(tree.value)]
      .filter(({ name }) => name === 'w:p')
      .map((paragraph) => tidy(readRuns(paragraph, context).text))
      .filter((text) => text !== '');
  });
}

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
