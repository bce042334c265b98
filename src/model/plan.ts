import type { Route } from '../finding/finding.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Period, PlanPeriod } from '../meaning/period.ts';
import type { PlanDocument } from '../schema/generated/types.ts';

export type Level = 'federal' | 'regional' | 'municipal' | 'school';

/** An author's text with the meaning he wrote beside it, if any (`when: {text, from, to}`). */
export interface Stated<Meaning> {
  readonly text: string;
  /** Route of the string itself (of `text` in the structured form). */
  readonly route: Route;
  readonly structured?: Meaning;
  /** The term of the section around, in which bare days and weeks are read. */
  readonly within?: Stated<Meaning>;
  /** The row states no term: this is the section's, and it is there. */
  readonly inherited?: true;
}

export interface Executor {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Roles of the parent plan that this body fills. */
  readonly actsAs: readonly string[];
  /** Set in a parent plan: the entry is a role that stands for every body of that level. */
  readonly level?: Level;
  /** The file and route of its entry (the registry's file when it comes from there). */
  readonly file: string;
  readonly route: Route;
}

export interface ExecutorRef {
  readonly key: string;
  readonly note?: string;
  readonly route: Route;
}

/** A pointer to an item of a parent plan; `plan` is absent when the plan has one parent and the author named only the number. */
export interface Reference {
  readonly plan?: string;
  readonly number: string;
  readonly route: Route;
}

export interface Section {
  readonly number?: string;
  readonly id?: string;
  readonly title: string;
  /** The section's own term, in which the terms of its items are read. */
  readonly when?: Stated<Period>;
  /** By what its items are referred to, `II` or `II/1`; only where it holds items and has a number or an `id`. */
  readonly reference?: string;
  readonly route: Route;
  readonly parent?: Section;
  /** 0 for a top section. */
  readonly depth: number;
}

/** A sub-event of an item, printed inside its row. */
export interface Part {
  readonly action: string;
  readonly when?: Stated<Period>;
  readonly executors: readonly ExecutorRef[];
  readonly indicators: readonly Stated<Indicator>[];
  readonly route: Route;
}

export interface Item {
  /** Identity within the plan: its `id`, else the normalised number; with its section (`II/3`) where numbers begin again in every section. */
  readonly id: string;
  /** The author gave it an `id` of its own. */
  readonly statedId: boolean;
  /** As the author wrote it. */
  readonly number: string;
  readonly route: Route;
  readonly section?: Section;
  readonly action: string;
  readonly when?: Stated<Period>;
  readonly executors: readonly ExecutorRef[];
  readonly indicators: readonly Stated<Indicator>[];
  readonly parts: readonly Part[];
  /** undefined: not stated; []: the municipality's own initiative, on purpose. */
  readonly implements?: readonly Reference[];
  /** Schools or territories the item binds; empty: everybody. */
  readonly for: readonly { readonly key: string; readonly route: Route }[];
  /** The act that took the item out; its number stays taken. */
  readonly excluded?: string;
}

/**
 * Looks at an item's own row and at those of its sub-events. A call for each, and no list: before Node has compiled it, a
 * `for … of` makes two objects a step, and rules look at every row of a country.
 */
export function eachRow(item: Item, look: (row: Part) => void): void {
  look(item);
  if (item.parts.length > 0) item.parts.forEach(look);
}

/** An item's own row and those of its sub-events: each has a period, executors and indicators. */
export const rowsOf = (item: Item): readonly Part[] =>
  item.parts.length === 0 ? [item] : [item, ...item.parts];

export interface Waiver {
  readonly rule: string;
  readonly item?: string;
  readonly reason: string;
  readonly by?: string;
  /** ISO date, inclusive. */
  readonly until?: string;
  readonly route: Route;
}

export interface Plan {
  readonly id: string;
  readonly file: string;
  readonly level?: Level;
  readonly title: string;
  readonly territory?: string;
  readonly period?: PlanPeriod;
  readonly parents: readonly { readonly id: string; readonly route: Route }[];
  readonly executors: ReadonlyMap<string, Executor>;
  readonly glossary: Readonly<Record<string, string>>;
  readonly sections: readonly Section[];
  readonly numbering: Numbering;
  /** In the order of the document, excluded ones included. */
  readonly items: readonly Item[];
  readonly waivers: readonly Waiver[];
  /** Everything else as the author wrote it (order, stamp, context, columns, stages, amendments …). */
  readonly source: PlanDocument;
}

/**
 * Where the numbers of items begin again in every section («I. 1, 2, 3; II. 1, 2»), an item is known by its section and
 * its number: `II/3`. A section is named by its number, else by its `id`; nested ones by as much of their path as tells
 * them apart (`II/1/3`).
 */
export type Numbering = 'through' | 'by-section';
