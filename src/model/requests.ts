import type { Route } from '../finding/finding.ts';
import { type Day, parseDay } from '../meaning/day.ts';
import type { Span } from '../meaning/spans.ts';
import type { RequestsDocument } from '../schema/generated/types.ts';
import { normaliseNumber } from './identity.ts';
import { asList, asMap, asNumber, asText, asTexts, type RawMap } from './raw.ts';

/** Who answers for what a plan asks: one of its executors, or the territory that answers for the plan as a whole. */
export interface Respondent {
  readonly kind: 'executor' | 'territory';
  /** Key of the executor; the territory as the plan names it. */
  readonly key: string;
}

/** An answer that was read, and of which items it said everything or a part. */
interface RequestAnswer {
  readonly received?: Day;
  readonly file?: string;
  /** Of the content of the answer's file. */
  readonly digest?: string;
  /** Items all of whose lines were answered. */
  readonly items: readonly string[];
  readonly partly: readonly string[];
  readonly by?: string;
  readonly route: Route;
}

/** A form that was sent to one who answers. Days are inclusive. */
export interface Request {
  /** The number of the form (`formNumber`). */
  readonly form: string;
  readonly plan: string;
  readonly edition?: number;
  readonly to?: Respondent;
  readonly sent?: Day;
  /** Until when the answer is awaited. */
  readonly due?: Day;
  /** Deadlines within these days are asked about; absent: all. */
  readonly range?: Span;
  /** Normalised as `Fact.item` is. */
  readonly items: readonly string[];
  /** How many lines of the form want an answer. */
  readonly lines?: number;
  readonly file?: string;
  readonly reminded: readonly Day[];
  readonly answers: readonly RequestAnswer[];
  readonly route: Route;
}

export interface RequestsFile {
  readonly file: string;
  readonly requests: readonly Request[];
  readonly source: RequestsDocument;
}

/** A file of requests; what has the wrong shape is left to the schema's findings. */
export function buildRequests(file: string, document: RawMap): RequestsFile {
  return {
    file,
    requests: asList(document.requests).flatMap((value, index) => {
      const raw = asMap(value);
      return raw ? [buildRequest(raw, ['requests', index])] : [];
    }),
    source: document as unknown as RequestsDocument,
  };
}

function buildRequest(raw: RawMap, route: Route): Request {
  const to = respondentOf(asMap(raw.to));
  const range = spanOf(asMap(raw.range));
  return {
    form: asText(raw.form) ?? '',
    plan: asText(raw.plan) ?? '',
    ...present({
      edition: asNumber(raw.edition),
      to,
      sent: dayOf(raw.sent),
      due: dayOf(raw.due),
      range,
      lines: asNumber(raw.lines),
      file: asText(raw.file),
    }),
    items: itemsOf(raw.items),
    reminded: asList(raw.reminded).flatMap((day) => dayOf(day) ?? []),
    answers: asList(raw.answers).flatMap((value, index) => {
      const answer = asMap(value);
      return answer ? [buildAnswer(answer, [...route, 'answers', index])] : [];
    }),
    route,
  };
}

function buildAnswer(raw: RawMap, route: Route): RequestAnswer {
  return {
    ...present({
      received: dayOf(raw.received),
      file: asText(raw.file),
      digest: asText(raw.digest),
      by: asText(raw.by),
    }),
    items: itemsOf(raw.items),
    partly: itemsOf(raw.partly),
    route,
  };
}

const dayOf = (value: unknown): Day | undefined => parseDay(asText(value) ?? '');

const itemsOf = (value: unknown): readonly string[] => asTexts(value).map(normaliseNumber);

function spanOf(raw: RawMap | undefined): Span | undefined {
  const [from, to] = [dayOf(raw?.from), dayOf(raw?.to)];
  return from === undefined || to === undefined ? undefined : { from, to };
}

function respondentOf(raw: RawMap | undefined): Respondent | undefined {
  const executor = asText(raw?.executor);
  if (executor !== undefined) return { kind: 'executor', key: executor };
  const territory = asText(raw?.territory);
  return territory === undefined ? undefined : { kind: 'territory', key: territory };
}

type Present<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

const present = <Values extends object>(values: Values): Present<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<Values>;
