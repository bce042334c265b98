import type { Cure } from '../finding/cure.ts';
import type { Range, Remark, Severity } from '../finding/finding.ts';
import type { Bilingual } from '../finding/text.ts';
import type { Day } from '../meaning/day.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Period } from '../meaning/period.ts';
import type { Item, Plan, Stated } from '../model/plan.ts';
import type { FactsFile, Workspace } from '../model/workspace.ts';

/** Documents that are judged together: a plan with what serves it, or a document of another kind. */
export type Judged = Pick<Workspace, 'plans' | 'facts' | 'registries' | 'links' | 'locks' | 'requests'>;

export interface RuleContext {
  /** What may be asked about; its `plans`, `facts`, `links` and `locks` are those that are judged. */
  readonly workspace: Workspace;
  readonly judged: Judged;
  /** The day everything is judged at (`--as-of`, else today). */
  readonly asOf: Day;
  /** The real day. */
  readonly today: Day;
}

/**
 * Takes what a rule found. Rules call it instead of returning lists: a country has 230,000 items, and for nearly all of them
 * there is nothing to report.
 */
export type ReportRemark = (remark: Remark) => void;

/** What a rule about wording says of one text; the owner of the text and its place are added by the caller. */
export interface TextRemark {
  /** The words at fault, in UTF-16 units of the text; the whole text without it. */
  readonly within?: Range;
  /** Continues «Пункт 7: …», so it begins with a small letter. */
  readonly message: Bilingual;
  readonly help?: Bilingual;
  readonly cure?: Cure;
}

interface RuleHead {
  readonly id: string;
  /** `off`: the rule must be switched on in the config. */
  readonly severity: Severity | 'off';
  /** One short sentence: what defect it names. */
  readonly summary: Bilingual;
}

/**
 * A rule is one file in this folder that exports `rule`, and one page `docs/rules/<id>.md` whose fenced
 * examples are its tests. `on` says what it looks at; `reading` rules are reported by the reader, the schema and
 * the waivers, and only have their severity and texts here.
 */
export type Rule = RuleHead &
  (
    | { readonly on: 'reading' }
    /** A pure function of one text: asked once for each wording, however often the wording recurs. */
    | {
        readonly on: 'text';
        /** Looks at what is no prose either: numbers, addresses, names for the machine. */
        readonly names?: true;
        find(text: string): readonly TextRemark[];
      }
    /**
     * Of the cells of items. A function of what the cell says and of its plan's period: asked once for each wording in
     * plans of one period.
     */
    | {
        readonly on: 'period';
        find(when: Stated<Period>, plan: Plan, context: RuleContext): readonly TextRemark[];
        /** What keeps a remark about a wording from being made of this plan: when it was approved, what else is in it. */
        unless?(when: Stated<Period>, plan: Plan, context: RuleContext): boolean;
      }
    | {
        readonly on: 'indicator';
        find(indicator: Stated<Indicator>, plan: Plan, context: RuleContext): readonly TextRemark[];
        /** What keeps a remark about a wording from being made of this item. */
        unless?(indicator: Stated<Indicator>, item: Item, plan: Plan): boolean;
      }
    | { readonly on: 'item'; check(item: Item, plan: Plan, report: ReportRemark, context: RuleContext): void }
    | { readonly on: 'plan'; check(plan: Plan, report: ReportRemark, context: RuleContext): void }
    | {
        readonly on: 'facts';
        check(facts: FactsFile, plan: Plan | undefined, report: ReportRemark, context: RuleContext): void;
      }
    | { readonly on: 'workspace'; check(report: ReportRemark, context: RuleContext): void }
  );
