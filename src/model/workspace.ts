import type { Route } from '../finding/finding.ts';
import type { Calendar } from '../meaning/calendar.ts';
import type {
  ConfigDocument,
  FactsDocument,
  LinksDocument,
  LockDocument,
  RegistryDocument,
} from '../schema/generated/types.ts';
import type { LoadedDocument } from '../source/document.ts';
import type { Files } from '../source/files.ts';
import type { Roster } from './outline.ts';
import type { Plan } from './plan.ts';
import type { RequestsFile } from './requests.ts';

export interface Fact {
  readonly item: string;
  /** 1-based. */
  readonly part?: number;
  /** 1-based among all indicators of the item. */
  readonly indicator?: number;
  /** 1-based among the measures of a compound indicator («не менее 2 семинаров, не менее 40 участников»). */
  readonly measure?: number;
  /** Inclusive UTC days; absent: an undated fact. */
  readonly from?: number;
  readonly to?: number;
  /** When it became known: its own `recorded`, else the file's. */
  readonly recorded?: number;
  readonly done?: boolean;
  /** With `done`: the item is done with all its turns. */
  readonly whole?: boolean;
  /** Who reported it. */
  readonly by?: string;
  readonly count?: number;
  readonly value?: number;
  readonly of?: number;
  readonly result?: string;
  readonly evidence: readonly string[];
  /** False when the author wrote one text instead of a list (its route has no index then). */
  readonly evidenceIsList: boolean;
  readonly rescheduled?: { readonly to: number; readonly basis?: string };
  readonly reason?: string;
  readonly route: Route;
}

export interface FactsFile {
  readonly file: string;
  /** Id of the plan it serves. */
  readonly plan: string;
  readonly facts: readonly Fact[];
  readonly source: FactsDocument;
}

export interface Registry {
  readonly file: string;
  readonly id: string;
  readonly source: RegistryDocument;
}

/** Every document below one root, read once; the core's whole view of the world. */
export interface Workspace {
  readonly files: Files;
  readonly config: ConfigDocument;
  readonly calendar: Calendar;
  readonly documents: readonly LoadedDocument[];
  readonly plans: readonly Plan[];
  readonly facts: readonly FactsFile[];
  readonly registries: readonly Registry[];
  readonly links: readonly { readonly file: string; readonly source: LinksDocument }[];
  readonly locks: readonly { readonly file: string; readonly source: LockDocument }[];
  readonly requests: readonly RequestsFile[];
  /** The plan of an id; undefined when there is none or two files claim it. */
  planOf(id: string): Plan | undefined;
  /** All facts files that serve a plan. */
  factsOf(planId: string): readonly FactsFile[];
  /** The names of all documents, also of those that are not at hand. */
  readonly roster: Roster;
}
