import { openPackage } from '../ooxml/open.ts';
import { mainPart } from '../ooxml/relations.ts';
import { readHead } from './around/head.ts';
import { readTail } from './around/tail.ts';
import { type Block, paragraphsOf, type SourceDocument, tidy } from './blocks.ts';
import type { Changes } from './docx/run-text.ts';
import { annotationText } from './draft/comments.ts';
import { withExpectedResults } from './draft/expected-results.ts';
import { isOwnDocument, ownBlocks, statedColumnsOf, withoutComputed } from './draft/own-document.ts';
import { type Draft, type DraftMaking, makeDraft } from './draft/plan.ts';
import { withProfilesAsLines } from './draft/risk-profile.ts';
import { sortTitles } from './draft/title.ts';
import { oddityProblems } from './oddities.ts';
import { type ImportProblem, type Result, refusal } from './problem.ts';
import { planParts } from './several.ts';
import { emptySummary, type ImportSummary, summarise } from './summary.ts';
import { type FoundRoadMap, findRoadMap } from './table/find.ts';
import type { RoadMap, SourcePlace } from './table/items.ts';

export interface ImportOptions {
  /** What is done with tracked changes: taken (the default of the command), or undone. */
  readonly changes: Changes;
}

export interface Imported {
  /** Absent when the document could not be read or has no road map in it. */
  readonly draft?: Draft;
  readonly summary: ImportSummary;
  readonly problems: readonly ImportProblem[];
  /** Where in the document each item of the draft stands, by its route joined with `/`. */
  readonly places?: ReadonlyMap<string, SourcePlace>;
  /** This tool rendered the document, whoever saved it since. */
  readonly isOwn?: boolean;
  /** Comments and footnotes of the document. */
  readonly remarks?: readonly PlacedRemark[];
}

/** What a reviewer wrote, and at which item. */
export interface PlacedRemark {
  /** «Комментарий (И.О. Фамилия, 05.04.2021): …» */
  readonly text: string;
  readonly item?: string;
  readonly place?: SourcePlace;
}

interface ReadSource {
  readonly document: SourceDocument;
  readonly problems: readonly ImportProblem[];
}

/** Opens a Word or Excel file and reads it into blocks. Never throws for what is wrong with the file. */
export async function readSource(
  bytes: Uint8Array,
  name: string,
  options: ImportOptions,
): Promise<Result<ReadSource>> {
  const read = await readBlocks(bytes, name, options);
  if (!read.ok) return read;
  const { document, problems } = read.value;
  return {
    ok: true,
    value: {
      document: { ...document, blocks: withProfilesAsLines(document.blocks) },
      problems: [...problems, ...oddityProblems(document)],
    },
  };
}

/** The same as the document has it, a line of the plan or not; what is odd in its cells is left with them. */
export async function readBlocks(
  bytes: Uint8Array,
  name: string,
  options: ImportOptions,
): Promise<Result<ReadSource>> {
  const opened = openPackage(bytes, name);
  if (!opened.ok) return opened;
  const source = opened.value;
  const part = mainPart(source);
  const isBook = part !== undefined && source.list().some((entry) => entry.startsWith('xl/'));
  const isText =
    part !== undefined &&
    !isBook &&
    source.list().some((entry) => entry.startsWith('word/') || entry === part);
  if (part === undefined || (!isBook && !isText)) {
    return { ok: false, problem: notOffice(source.list(), name) };
  }
  const read = isBook
    ? (await import('./xlsx/read.ts')).readXlsx(source, part)
    : (await import('./docx/read.ts')).readDocx(source, part, options.changes);
  if (!read.ok) return read;
  const { document } = read.value;
  return { ok: true, value: { document, problems: [...source.problems, ...read.value.problems] } };
}

function notOffice(parts: readonly string[], name: string): ImportProblem {
  const open = parts.includes('META-INF/manifest.xml') && parts.includes('content.xml');
  if (open) {
    return refusal(
      'open-document',
      { ru: `«${name}»: это документ формата OpenDocument.`, en: `${name}: this is an OpenDocument file.` },
      {
        ru: 'Откройте его в LibreOffice и сохраните как .docx (.xlsx).',
        en: 'Open it in LibreOffice and save it as .docx (.xlsx).',
      },
    );
  }
  return refusal('not-a-document', {
    ru: `«${name}»: это архив, но не документ Word или Excel.`,
    en: `${name}: this is an archive, but not a Word or Excel document.`,
  });
}

const noRoadMap = (name: string): ImportProblem =>
  refusal(
    'no-road-map',
    {
      ru: `В «${name}» не найдена таблица дорожной карты.`,
      en: `No road map table was found in ${name}.`,
    },
    {
      ru: 'Нужна таблица, в шапке которой есть мероприятие и хотя бы одно из: срок, исполнитель, показатель.',
      en: 'There must be a table whose heading names the action and at least one of: period, executor, indicator.',
    },
  );

/** The custom property of forms that this tool made. */
const formProperty = 'roadmap.form';

const formToFill = (name: string): ImportProblem =>
  refusal(
    'form',
    { ru: `«${name}» – форма с ответами, а не план.`, en: `${name} is a form with answers, and no plan.` },
    { ru: 'Ответы читает roadmap collect.', en: 'Answers are read by `roadmap collect`.' },
  );

/** A text merged over thousands of rows is read in each of them. */
const lettersOf = (roadMap: RoadMap): number =>
  roadMap.items.reduce((sum, item) => [...item.cells.values()].reduce((n, text) => n + text.length, sum), 0);

const mostLetters = 30_000_000;

const tooMuchText = (name: string): ImportProblem =>
  refusal('too-much-text', {
    ru: `В таблице «${name}» слишком много текста для дорожной карты.`,
    en: `The table of ${name} has too much text for a road map.`,
  });

/** Comments on text of these blocks outside the rows of the road map. */
function remarksOutside(document: SourceDocument, blocks: readonly Block[], found: FoundRoadMap): string[] {
  const inside = new Set(found.roadMap?.items.flatMap((item) => item.remarks.map((remark) => remark.id)));
  const here =
    blocks === document.blocks
      ? undefined
      : new Set([...paragraphsOf(blocks)].flatMap((paragraph) => paragraph.remarks ?? []));
  return [...document.remarks.values()]
    .filter((remark) => !inside.has(remark.id) && (here?.has(remark.id) ?? true))
    .map(annotationText);
}

/**
 * Reads a Word (.docx) or Excel (.xlsx) road map, or a report on one, into a draft of a plan and of facts. The name
 * is used in messages and for the plan's id. A document of several plans gives the first: `importDocuments` all.
 */
export async function importDocument(
  bytes: Uint8Array,
  name: string,
  options: ImportOptions,
): Promise<Imported> {
  return (await importDocuments(bytes, name, options))[0]!;
}

/** Reads every plan of a document, in order; what is wrong with the file is reported with the first. */
export async function importDocuments(
  bytes: Uint8Array,
  name: string,
  options: ImportOptions,
): Promise<readonly Imported[]> {
  const read = await readSource(bytes, name, options);
  if (!read.ok) return [{ summary: emptySummary, problems: [read.problem] }];
  const { document, problems } = read.value;
  if (document.properties.has(formProperty))
    return [{ summary: emptySummary, problems: [...problems, formToFill(name)] }];
  if (isOwnDocument(document)) return [draftOf(document, ownBlocks(document), name, problems)];
  const parts = planParts(document);
  const drafts = parts.map((blocks) => draftOf(document, blocks, name, problems));
  const found = drafts.filter(({ draft }) => draft);
  return found.length === 0 ? [drafts[0]!] : found.map((one, at) => (at === 0 ? one : numbered(one, at + 1)));
}

function remarksOf(
  document: SourceDocument,
  { found, numbers }: DraftMaking,
  outside: readonly string[],
): readonly PlacedRemark[] {
  const inside = found.flatMap(({ remarks, place }, at) =>
    remarks.flatMap(({ id }): PlacedRemark[] => {
      const remark = document.remarks.get(id);
      return remark ? [{ text: annotationText(remark), item: numbers.numbers[at]!, place }] : [];
    }),
  );
  return [...inside, ...outside.map((text) => ({ text }))];
}

/** Plans of one file are told apart by their ids. */
function numbered(imported: Imported, n: number): Imported {
  const { draft } = imported;
  if (!draft) return imported;
  const id = `${draft.plan.id}-${n}`;
  return {
    ...imported,
    problems: [],
    draft: {
      ...draft,
      plan: { ...draft.plan, id },
      ...(draft.facts && { facts: { ...draft.facts, plan: id } }),
    },
  };
}

function draftOf(
  document: SourceDocument,
  blocks: readonly Block[],
  name: string,
  problems: readonly ImportProblem[],
): Imported {
  const isOwn = isOwnDocument(document);
  const stated = statedColumnsOf(document);
  const found = findRoadMap(blocks, stated);
  if (!found.roadMap || found.roadMap.items.length === 0) {
    return { summary: emptySummary, problems: [...problems, noRoadMap(name)] };
  }
  if (lettersOf(found.roadMap) > mostLetters) {
    return { summary: emptySummary, problems: [...problems, tooMuchText(name)] };
  }
  const texts = [...paragraphsOf(blocks)].map((paragraph) => tidy(paragraph.text));
  const head = readHead(found.before, texts);
  const tail = readTail(found.after);
  const isReport = sortTitles(head.titles).report !== undefined;
  const withResults = stated ? found.roadMap : withExpectedResults(found.roadMap, isReport);
  const roadMap = isOwn ? withoutComputed(withResults, document) : withResults;
  const outside = remarksOutside(document, blocks, found);
  const making = makeDraft(document, name, head, roadMap, tail, outside);
  return {
    draft: making.draft,
    summary: summarise(making, roadMap),
    problems,
    places: new Map(making.routes.map((route, at) => [route.join('/'), making.found[at]!.place])),
    remarks: remarksOf(document, making, outside),
    isOwn,
  };
}
