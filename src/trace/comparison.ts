import type { Bilingual } from '../finding/text.ts';
import type { Day } from '../meaning/day.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Item, Plan, Stated } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';

/** Two plans that are compared, and what they are read in. */
export interface Pair {
  readonly parent: Plan;
  readonly child: Plan;
  readonly workspace: Workspace;
  readonly asOf: Day;
}

export type DeadlineRelation = 'within' | 'earlier' | 'later' | 'rarer' | 'unknown';

export interface DeadlineComparison {
  /** The last days, inclusive; null where there is none. */
  readonly parent: Day | null;
  readonly child: Day | null;
  readonly relation: DeadlineRelation;
  /** `later`: by how many days, where that can be counted. */
  readonly days?: number;
  /** The child begins before the parent's window opens. */
  readonly startsBefore?: boolean;
  readonly why: Bilingual;
}

export type MatchRelation = 'same' | 'stronger' | 'weaker' | 'incomparable' | 'none';

/** An indicator of an obligation and what answers it; `none`: nothing of the child's does. */
export interface IndicatorMatch {
  readonly parent: Stated<Indicator>;
  readonly child?: { readonly item: Item; readonly stated: Stated<Indicator> };
  /** The items whose indicators answer it no worse. */
  readonly carriers?: readonly Item[];
  readonly relation: MatchRelation;
  readonly why: Bilingual;
}

/** A likely link: proposed, never taken by itself. */
export interface Suggestion {
  readonly item: Item;
  /** 0…1. */
  readonly score: number;
  /** What speaks for it: common words as the obligation has them, rarest first. */
  readonly words: readonly string[];
  /** What keeps the likeliest link from being beyond doubt; the other links have no doubt of their own. */
  readonly doubt?: Doubt;
}

/** `unlike`: too little in common; `tie`: another is nearly as likely; `deadline`: the periods contradict each other. */
export type Doubt = 'unlike' | 'tie' | 'deadline';
