import type { ColumnName, FoundItem, FoundPart } from './items.ts';
import { isTermText } from './terms.ts';

const listMark = /^(\d{1,2})[.)]\s*(?=\S)/u;

/** The paragraphs of a cell; a cell that is one paragraph is parted at its line breaks. */
function linesOf(item: FoundItem, name: ColumnName, wanted: number): readonly string[] {
  const values = (item.values.get(name) ?? []).map(({ text, label }) => (label ? `${label} ${text}` : text));
  if (values.length === wanted) return values;
  const lines = values.flatMap((text) => text.split('\n'));
  return lines.length === wanted ? lines : values;
}

/** A direction on the first line of the deed, below it a numbered list or, where `mayBeOne`, a single line. */
function eventsOf(
  item: FoundItem,
  mayBeOne: boolean,
): { head: string; events: readonly string[] } | undefined {
  const [head, ...events] = (item.values.get('action') ?? []).flatMap(({ text, label }) =>
    (label ? `${label} ${text}` : text).split('\n'),
  );
  if (head === undefined || events.length === 0 || listMark.test(head)) return undefined;
  const numbers = events.map((event) => Number(listMark.exec(event)?.[1] ?? Number.NaN));
  const isList = numbers.every((number, at) => number === at + 1);
  return isList || (mayBeOne && events.length === 1 && /^\p{Lu}/u.test(events[0]!))
    ? { head, events }
    : undefined;
}

function partsOf(item: FoundItem, mayBeOne: boolean): Pick<FoundItem, 'parts' | 'own'> | undefined {
  const found = eventsOf(item, mayBeOne);
  const count = found?.events.length ?? 0;
  const terms = linesOf(item, 'when', count);
  if (!found || terms.length !== count || !terms.every(isTermOfDeed)) return undefined;
  const own = new Map(item.cells).set('action', found.head);
  own.delete('when');
  const shared = (['executors', 'indicators'] as const).flatMap((name) => {
    const lines = linesOf(item, name, count);
    if (lines.length !== count) return [];
    own.delete(name);
    return [[name, lines] as const];
  });
  const parts = found.events.map((event, at): FoundPart => {
    const number = listMark.exec(event)?.[1];
    return {
      ...(number !== undefined && { number }),
      cells: new Map<ColumnName, string>([
        ['action', event.replace(listMark, '')],
        ['when', terms[at]!],
        ...shared.map(([name, lines]) => [name, lines[at]!] as const),
      ]),
    };
  });
  return { parts, own };
}

/** People write such terms beside the deeds of a month: dates, weeks, «в теч. мес.», «по графику». */
const isTermOfDeed = (text: string): boolean =>
  text.length <= 80 && (isTermText(text) || /\d|недел|мес|графи|запрос|течени/iu.test(text));

/**
 * Rows in which several deeds share a number, each with a term of its own: the deeds are a numbered list under the name
 * of a direction, and there are as many terms as deeds. Where such rows are the habit of a plan, a single deed under a
 * direction is one as well.
 */
export function partDeeds(items: readonly FoundItem[]): void {
  const listed = items.filter((item) => !item.parts && partsOf(item, false));
  const isHabit = listed.length * 2 > items.length;
  for (const item of items) {
    const found = item.parts ? undefined : partsOf(item, isHabit);
    if (!found) continue;
    Object.assign(item, found);
    // The numbers are those of the list.
    item.values.set('action', [
      { text: found.own!.get('action')! },
      ...found.parts!.map(({ number, cells }) => ({
        text: cells.get('action')!,
        ...(number !== undefined && { label: `${number}.` }),
      })),
    ]);
  }
}
