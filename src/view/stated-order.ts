import type { Plan } from '../model/plan.ts';
import { asList, asMap, asText, type RawMap } from '../model/raw.ts';
import { type Issuer, issuerOf } from './issuer.ts';
import { type OrderTypeName, orderTypeName } from './order-type.ts';

export interface StatedClause {
  readonly text: string;
  readonly clauses: readonly StatedClause[];
}

export interface Person {
  readonly position?: string;
  readonly name: string;
  readonly date?: string;
}

export interface StatedAnnex {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly file?: string;
}

/** The order of a plan as its author stated it, with what is missing left out. */
export interface StatedOrder {
  readonly type: OrderTypeName;
  readonly issuer?: Issuer;
  readonly number?: string;
  readonly date?: string;
  readonly place?: string;
  readonly subject?: string;
  readonly preamble?: string;
  readonly formula?: string;
  readonly clauses: readonly StatedClause[];
  readonly signatory?: Person;
  readonly acquainted: readonly string[];
  readonly annexes: readonly StatedAnnex[];
}

/** Tolerant: what the schema found fault with is left out here, so that a draft can be looked at. */
export function orderOf(plan: Plan): StatedOrder | undefined {
  const raw = asMap(plan.source.order);
  if (!raw) return undefined;
  const issuer = issuerOf(raw.issuer);
  const signatory = personOf(raw.signatory);
  return {
    type: orderTypeName(asText(raw.type)),
    ...(issuer ? { issuer } : {}),
    ...texts(raw, ['number', 'date', 'place', 'subject', 'preamble', 'formula']),
    clauses: asList(raw.clauses).flatMap(clauseOf),
    ...(signatory ? { signatory } : {}),
    acquainted: asList(raw.acquainted).flatMap((entry) => asText(entry) ?? asText(asMap(entry)?.name) ?? []),
    annexes: asList(raw.annexes).flatMap(annexOf),
  };
}

/** A draft has neither number nor date, or no order at all (and no other approval). */
export function isDraft(plan: Plan): boolean {
  const order = orderOf(plan);
  if (order) return order.number === undefined && order.date === undefined;
  return approverOf(plan.source['approved-by']) === undefined && asMap(plan.source.stamp) === undefined;
}

/** Who put a mark on a plan; a form that nobody has filled in has no name yet. */
export interface Approver {
  readonly position?: string;
  readonly name?: string;
  readonly date?: string;
  readonly document?: string;
}

/** The person of «УТВЕРЖДАЮ» or «СОГЛАСОВАНО»; undefined where neither post nor name is stated. */
export function approverOf(value: unknown): Approver | undefined {
  const raw = asMap(value);
  const stated = raw && texts(raw, ['position', 'name', 'date', 'document']);
  return stated && (stated.position ?? stated.name) !== undefined ? stated : undefined;
}

/** A body that accepted or discussed a plan. */
export interface Acceptance extends Approver {
  readonly form?: string;
  readonly body?: string;
}

export function acceptancesOf(plan: Plan): readonly Acceptance[] {
  return asList(plan.source.accepted).flatMap((value) => {
    const raw = asMap(value);
    return raw ? [texts(raw, ['form', 'body', 'position', 'name', 'document', 'date'])] : [];
  });
}

export function personOf(value: unknown): Person | undefined {
  const raw = asMap(value);
  const name = raw && asText(raw.name);
  return raw && name !== undefined ? { name, ...texts(raw, ['position', 'date']) } : undefined;
}

function clauseOf(value: unknown): StatedClause[] {
  const text = asText(value);
  if (text !== undefined) return [{ text, clauses: [] }];
  const raw = asMap(value);
  const own = raw && asText(raw.text);
  return raw && own !== undefined ? [{ text: own, clauses: asList(raw.clauses).flatMap(clauseOf) }] : [];
}

function annexOf(value: unknown): StatedAnnex[] {
  const raw = asMap(value);
  const title = raw && asText(raw.title);
  if (!raw || title === undefined) return [];
  const columns = asList(raw.columns).map((heading) => asText(heading) ?? '');
  const rows = asList(raw.rows).map((row) => asList(row).map((cell) => asText(cell) ?? ''));
  return [{ title, columns, rows, ...texts(raw, ['file']) }];
}

function texts<Key extends string>(raw: RawMap, keys: readonly Key[]): { [K in Key]?: string } {
  const found: { [K in Key]?: string } = {};
  for (const key of keys) {
    const text = asText(raw[key]);
    if (text !== undefined) found[key] = text;
  }
  return found;
}
