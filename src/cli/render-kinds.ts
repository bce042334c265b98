import type { Bilingual, Language } from '../finding/text.ts';
import type { Day } from '../meaning/day.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import type { SealedFormat } from '../render/seal.ts';
import type { View } from '../view/document.ts';
import { orderView } from '../view/order-view.ts';
import { planSheets } from '../view/plan-sheets.ts';
import { planView } from '../view/plan-view.ts';
import type { DocumentSettings } from '../view/settings.ts';
import { onLetterhead } from './render-letterhead.ts';

/** What the command line asks for, with the workspace it is asked of. */
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
  readonly letterhead: string | undefined;
  readonly language: Language;
}

export interface Rendered {
  readonly bytes: Uint8Array;
  readonly notes: readonly Bilingual[];
}

interface KindOfDocument {
  /** The usual one first. */
  readonly formats: readonly SealedFormat[];
  /** It shows one plan. */
  readonly onePlan: boolean;
  render(request: RenderRequest): Promise<Rendered>;
}

export type Kind = 'order' | 'plan';

export const KINDS: Readonly<Record<Kind, KindOfDocument>> = {
  order: {
    formats: ['docx', 'pdf', 'html', 'md'],
    onePlan: true,
    render: (request) => {
      const view = orderView(request.plans[0]!, request.workspace, request);
      return onLetterhead(view, request);
    },
  },
  plan: {
    formats: ['docx', 'xlsx', 'pdf', 'html', 'md'],
    onePlan: true,
    render: (request) => {
      const build = request.format === 'xlsx' ? planSheets : planView;
      return written(build(request.plans[0]!, request.workspace, request), request.format);
    },
  },
};

export const isKind = (text: string): text is Kind => Object.hasOwn(KINDS, text);

async function written(view: View, format: SealedFormat): Promise<Rendered> {
  const { writeView } = await import('./render-write.ts');
  return { bytes: await writeView(view, format), notes: [] };
}
