import type { Severity } from '../finding/finding.ts';
import type { Bilingual, Language } from '../finding/text.ts';

/** What a report says of a rule beside its findings. */
export interface RuleText {
  readonly id: string;
  readonly severity: Severity | 'off';
  readonly summary: Bilingual;
  /** The rule's page, Markdown, in Russian. */
  readonly page?: string;
}

/** How a report is to look. Everything a reporter needs from the outside: the rest is the findings. */
export interface ReportOptions {
  readonly language: Language;
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  /** Frames of plain ASCII, for a terminal that shows nothing else. */
  readonly ascii: boolean;
  /** At most so many findings in a report for people; the report says how many it left out. */
  readonly max?: number;
  /** Every finding of a rule in a report for people, however many there are. */
  readonly unfolded?: boolean;
  /** Version of the tool, for formats that carry it. */
  readonly toolVersion: string;
  /** Rules that may be reported, for formats that carry them. */
  readonly rules?: readonly RuleText[];
  /** The least severity that fails the run (`--fail-on`); an error when absent. */
  readonly failOn?: Severity;
  /** Every document that was checked, as findings name them, for formats that list the clean ones. */
  readonly documents?: readonly string[];
  /** The folder of the repository that paths of the JSON are relative to, where that is not the repository itself. */
  readonly base?: string;
  /** How the reader names a file of the workspace: relative to his folder or to the repository. As is when absent. */
  readonly pathOf?: (file: string) => string;
}

/** The name of a file as the reader knows it. Not made safe yet. */
export function pathIn({ file }: { readonly file: string }, options: ReportOptions): string {
  return options.pathOf === undefined ? file : options.pathOf(file);
}

/** A report is text and nothing else: who writes it and where is decided by `cli/`. */
export type Reporter = (report: import('../finding/report.ts').CheckReport, options: ReportOptions) => string;
