import type { Language } from '../../finding/text.ts';
import type { Day } from '../../meaning/day.ts';
import type { Plan } from '../../model/plan.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { SealedFormat } from '../../render/seal.ts';
import type { DocumentSettings } from '../../view/settings.ts';

/** The request of a command line, with its workspace. */
export interface RenderRequest {
  /** Absolute folder of the workspace. */
  readonly root: string;
  readonly cwd: string;
  readonly workspace: Workspace;
  readonly plans: readonly Plan[];
  readonly settings: DocumentSettings;
  readonly format: SealedFormat;
  readonly today: Day;
  /** Stated by the user; a document without it is as of its own date or today. */
  readonly asOf?: Day;
  readonly days: number | undefined;
  readonly executor: string | undefined;
  readonly stage: string | undefined;
  /** The annex of an amending order in a new edition, however little has changed. */
  readonly whole: boolean;
  /** The report is that of all plans that implement the plan. */
  readonly region: boolean;
  readonly letterhead: string | undefined;
  readonly language: Language;
}
