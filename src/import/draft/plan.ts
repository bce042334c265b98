import type { Route } from '../../finding/finding.ts';
import { containment } from '../../russian/index.ts';
import type {
  ContextFields,
  FactsDocument,
  IssuerFields,
  PlanDocument,
  StampFields,
} from '../../schema/generated/types.ts';
import { datesOf } from '../around/dates.ts';
import type { Head } from '../around/head.ts';
import {
  autumnOfApproval,
  type InferredPeriod,
  inferPeriod,
  monthsNamed,
  type PeriodDoubt,
  readPlanPeriod,
  schoolYearOfBareYears,
} from '../around/period.ts';
import { isTitleLike } from '../around/stamp.ts';
import type { Tail } from '../around/tail.ts';
import { readTerritory } from '../around/territory.ts';
import type { SourceDocument } from '../blocks.ts';
import { executorBook } from '../executors/book.ts';
import { knownIn } from '../executors/same.ts';
import { keyOf } from '../key.ts';
import type { ColumnName, FoundItem, RoadMap } from '../table/items.ts';
import { annexOf, tableText } from './annex.ts';
import { annotationText, type DraftComment } from './comments.ts';
import { contextFieldsOf } from './context.ts';
import { factOfResult } from './facts.ts';
import { draftItem } from './item.ts';
import { type ItemNumbers, numbersOf } from './numbers.ts';
import { isOwnDocument, withParts } from './own-document.ts';
import { draftOwnItem } from './own-item.ts';
import { draftReport } from './report.ts';
import { placeItems } from './sections.ts';
import { programmeOf, sortTitles } from './title.ts';
import { areUsual } from './usual-columns.ts';

/** A plan (and facts) as read from a document: plain data, ready to be written as YAML. */
export interface Draft {
  readonly plan: PlanDocument;
  readonly facts?: FactsDocument;
  /** Comments of the document and words without a place, to be written above the values they belong to. */
  readonly comments: readonly DraftComment[];
}

/** What the draft was made of, for the summary. */
export interface DraftMaking {
  readonly draft: Draft;
  readonly numbers: ItemNumbers;
  readonly found: readonly FoundItem[];
  readonly unplaced: readonly string[];
  readonly titleGuessed: boolean;
  /** Where each found item went. */
  readonly routes: readonly Route[];
  /** The period, where nothing states it. */
  readonly inferred?: InferredPeriod;
  /** What may be wrong about the period that is stated. */
  readonly doubt?: PeriodDoubt;
}

const plainStem = (name: string): string =>
  name
    .split(/[/\\]/)
    .at(-1)!
    .replace(/\.[^.]+$/, '');

function idOf(name: string, period: PlanDocument['period']): string {
  const base = keyOf(plainStem(name)) || 'plan';
  const year =
    typeof period === 'number'
      ? String(period)
      : typeof period === 'string'
        ? period.slice(0, 4)
        : period?.from.slice(0, 4);
  return year === undefined || base.includes(year) ? base : `${base}-${year}`;
}

/** The mark is kept where it says something the order does not. */
function stampOf(head: Head): StampFields | undefined {
  const { stamp } = head.marks;
  if (!stamp) return undefined;
  const { order } = head;
  // One that is still to be filled in says whose act it will be.
  if (stamp.number === undefined && stamp.date === undefined)
    return order || stamp.issuer === undefined ? undefined : stamp;
  return order && order.number === stamp.number && order.date === stamp.date ? undefined : stamp;
}

/** The mark names the order's issuer in the genitive: kept, so that the mark can be printed again. */
function issuerWithGenitive(head: Head): { issuer?: IssuerFields } {
  const { issuer } = head.order ?? {};
  const genitive = head.marks.stamp?.issuer;
  if (issuer === undefined || genitive === undefined) return {};
  const full = typeof issuer === 'string' ? { name: issuer } : issuer;
  return containment(full.name, genitive) === 1 && containment(genitive, full.name) === 1
    ? { issuer: { ...full, genitive } }
    : {};
}

/** The issuer, and the body above it. */
function issuerTexts(issuer: IssuerFields | string | undefined): string[] {
  if (issuer === undefined || typeof issuer === 'string') return [issuer ?? ''];
  return [issuer.name, issuer.parent ?? ''];
}

/** The period of a plan, and how it was come by where nothing states it. */
interface FoundPeriod {
  readonly period?: NonNullable<PlanDocument['period']>;
  readonly inferred?: InferredPeriod;
  readonly doubt?: PeriodDoubt;
}

/** «Срок реализации: 1 сентября 2023 года – 31 августа 2025 года» of the context: both days are stated. */
function periodOfContext(context: readonly ContextFields[]): FoundPeriod['period'] | undefined {
  const stated = context.find(({ heading }) =>
    /^(?:сроки?|период)\s+(?:реализаци|действи|выполнени|исполнени)/iu.test(heading ?? ''),
  );
  const days = datesOf(stated?.text ?? '');
  const [from, to] = days;
  return days.length === 2 && from && to && from.iso < to.iso ? { from: from.iso, to: to.iso } : undefined;
}

/** The years that a deadline names: «20.05.2023», «20.05.23». */
const yearsIn = (when: string): string[] => [
  ...(when.match(/(?<!\d)20\d\d(?!\d)/g) ?? []),
  ...[...when.matchAll(/(?<![\d.])\d{1,2}\.\d{1,2}\.(\d\d)(?!\d)/g)].map(([, year]) => `20${year}`),
];

const dayOfApproval = ({ order, marks }: Head): string | undefined => {
  const day = order?.date ?? marks.stamp?.date ?? marks.approvedBy?.date;
  return day === undefined ? undefined : String(day);
};

/** The first month of each deadline without a year, section by section. */
function monthsBySection(items: readonly FoundItem[]): number[][] {
  const sections = new Map<string, number[]>();
  for (const item of items) {
    const when = item.cells.get('when') ?? '';
    const [month] = yearsIn(when).length > 0 ? [] : monthsNamed([when]);
    const key = item.section?.text ?? '';
    if (month !== undefined) sections.set(key, [...(sections.get(key) ?? []), month]);
  }
  return [...sections.values()];
}

function periodOf(
  head: Head,
  title: string,
  items: readonly FoundItem[],
  context: readonly ContextFields[],
): FoundPeriod {
  const stated =
    periodOfContext(context) ??
    readPlanPeriod(title) ??
    readPlanPeriod(head.order?.subject ?? '') ??
    head.marks.unread
      .filter((text) => /план/iu.test(text))
      .map(readPlanPeriod)
      .find((period) => period !== undefined);
  const whens = items.map((item) => item.cells.get('when') ?? '');
  const signed = dayOfApproval(head);
  if (stated !== undefined) {
    const school = schoolYearOfBareYears(title, monthsNamed(whens));
    if (school) return { period: school.period, inferred: school };
    const doubt = autumnOfApproval(stated, signed, monthsBySection(items));
    return { period: stated, ...(doubt && { doubt }) };
  }
  const years = new Set(whens.flatMap(yearsIn));
  if (years.size === 1) {
    // One year named in one row of many says when that row is due, not what the plan is for.
    const named = whens.filter((when) => yearsIn(when).length > 0).length;
    const dated = whens.filter(
      (when) => when !== '' && !/постоянн|ежемесяч|по мере|в течени/iu.test(when),
    ).length;
    if (named >= dated / 2) return { period: Number([...years][0]) };
  }
  // A preamble also contains the years of programmes and laws, so it is tried last.
  const behind = readPlanPeriod(head.order?.preamble ?? '');
  if (behind !== undefined) return { period: behind };
  if (years.size > 0) return {};
  const sections = new Set(items.map((item) => item.section?.text ?? ''));
  const named = monthsNamed(sections.size > 3 ? [...sections, ...whens] : whens);
  const inSections = monthsNamed(sections);
  const inferred = inferPeriod(signed, inSections.length > 3 ? inSections : named, whens);
  return inferred ? { period: inferred.period, inferred } : {};
}

/** The route of a cell's value in its item, where a comment on the cell goes. */
function routeOf(
  item: Route,
  column: ColumnName | undefined,
  value: Readonly<Record<string, unknown>>,
): Route {
  const key = column?.startsWith('extra.') ? 'extra' : column;
  return key !== undefined && Object.hasOwn(value, key) ? [...item, key] : item;
}

/** Makes the plan, and the facts of a report, out of what was found in a document. */
export function makeDraft(
  document: SourceDocument,
  name: string,
  head: Head,
  roadMap: RoadMap,
  tail: Tail,
  outside: readonly string[],
): DraftMaking {
  const titles = sortTitles(head.titles);
  const stated = titles.plan ?? document.pageHeaders?.find(isTitleLike);
  const title = stated ?? (plainStem(name) || 'План мероприятий («дорожная карта»)');
  const { items: found } = roadMap;
  const isReport = titles.report !== undefined;
  const isOwn = isOwnDocument(document);
  // A plan that prints its own results keeps them; results that somebody filled in are facts.
  const results = !(isOwn && !isReport) && found.some((item) => (item.cells.get('result') ?? '') !== '');
  const book = executorBook(isOwn);
  const knownBeside = knownIn(
    found.flatMap((item) =>
      [item.own ?? item.cells, ...(item.parts ?? []).map(({ cells }) => cells)].map(
        (cells) => cells.get('executors') ?? '',
      ),
    ),
  );
  const numbers = numbersOf(found);
  const isBook = document.format === 'xlsx';
  const drafts = found.map((item, index) =>
    item.excluded === undefined
      ? isOwn
        ? draftOwnItem(isBook ? withParts(item) : item, numbers.numbers[index]!, book, !results)
        : draftItem(item, numbers.numbers[index]!, { book, knownBeside, withResult: !results })
      : { number: numbers.numbers[index]!, excluded: item.excluded || 'исключён' },
  );
  const placed = placeItems(found, drafts, roadMap.sections);
  const context = contextFieldsOf(isReport ? [] : head.sections, roadMap.context);
  const { period, inferred, doubt } = periodOf(head, `${title} ${titles.report ?? ''}`, found, context);
  const stamp = stampOf(head);
  const responsible = head.responsible ?? tail.responsible;
  const { territory, level } = readTerritory({
    own: [title, head.order?.subject ?? '', roadMap.columns.map((column) => column.heading).join('\n')],
    owners: [
      ...issuerTexts(head.order?.issuer),
      head.order ? '' : (head.marks.stamp?.issuer ?? ''),
      head.marks.approvedBy?.position ?? '',
      responsible ?? '',
      ...head.marks.unread,
      head.above.join(' '),
      ...head.unplaced,
      tail.signatory?.position ?? '',
    ],
  });
  const programme = programmeOf(title) ?? programmeOf(head.order?.subject ?? '');
  const id = idOf(name, period);
  const executors = book.entries();
  const annexes = [...head.tables, ...tail.tables].map(annexOf);
  const order = head.order && {
    ...head.order,
    ...issuerWithGenitive(head),
    ...(annexes.length > 0 && { annexes }),
  };
  const columns = roadMap.columns.filter((column) => column.name !== 'result' || !results);
  const plan: PlanDocument = {
    kind: 'plan',
    id,
    ...(level && { level }),
    ...(programme !== undefined && { programme }),
    title,
    ...(territory !== undefined && { territory }),
    ...(period !== undefined && { period }),
    ...(numbers.suffix !== undefined && { numbering: { suffix: numbers.suffix } }),
    ...(order && { order }),
    ...(stamp && { stamp }),
    ...(head.marks.approvedBy && { 'approved-by': head.marks.approvedBy }),
    ...(head.marks.agreed.length > 0 && { agreed: [...head.marks.agreed] }),
    ...(head.marks.accepted.length > 0 && { accepted: [...head.marks.accepted] }),
    ...(responsible !== undefined && { responsible }),
    ...(head.amendments.length > 0 && { amendments: [...head.amendments] }),
    ...(Object.keys(executors).length > 0 && { executors }),
    ...(context.length > 0 && { context }),
    ...(!(isOwn && areUsual(columns)) && {
      columns: columns.map(({ name: field, heading }) => ({ field, ...(heading !== '' && { heading }) })),
    }),
    ...(titles.stage !== undefined && { stages: [{ title: titles.stage }] }),
    ...(placed.sections.length > 0 && { sections: placed.sections }),
    ...(placed.items.length > 0 && { items: placed.items }),
  };
  const factList = found.flatMap((item, index) => {
    const result = item.cells.get('result');
    return result ? [factOfResult(numbers.numbers[index]!, result)] : [];
  });
  const reports = isReport ? [draftReport(titles, head, tail)] : [];
  const facts: FactsDocument | undefined =
    results || isReport
      ? {
          kind: 'facts',
          plan: id,
          ...(factList.length > 0 && { facts: factList }),
          ...(reports.length > 0 && { reports }),
        }
      : undefined;
  const unplaced = [
    ...titles.others,
    ...head.unplaced,
    ...tail.unplaced,
    ...(isReport ? [] : leftOver(tail)),
    ...roadMap.asides,
    ...outside,
    ...(order ? [] : [...head.tables, ...tail.tables].map(tableText)),
  ];
  const comments: DraftComment[] = [];
  const remark = inferred ?? doubt;
  if (remark) comments.push({ document: 'plan', route: ['period'], text: remark.ru });
  if (unplaced.length > 0) {
    comments.push({
      document: 'plan',
      route: ['title'],
      text: `В документе было ещё:\n${unplaced.join('\n')}`,
    });
  }
  found.forEach((item, index) => {
    for (const { id: remarkId, column } of item.remarks) {
      const remarkOfCell = document.remarks.get(remarkId);
      const route = routeOf(
        placed.routes[index]!,
        column,
        drafts[index] as unknown as Record<string, unknown>,
      );
      if (remarkOfCell) comments.push({ document: 'plan', route, text: annotationText(remarkOfCell) });
    }
  });
  return {
    draft: { plan, ...(facts && { facts }), comments },
    numbers,
    found,
    unplaced,
    titleGuessed: stated === undefined,
    routes: placed.routes,
    ...(inferred && { inferred }),
    ...(doubt && { doubt }),
  };
}

/** Text below the table of a plan that is no report. */
const leftOver = (tail: Tail): string[] => [
  ...tail.sections.flatMap((section) =>
    [section.heading, section.text, ...(section.list ?? [])].filter((text) => text !== undefined),
  ),
  ...(tail.signatory ? [[tail.signatory.position, tail.signatory.name].filter(Boolean).join(' ')] : []),
];
