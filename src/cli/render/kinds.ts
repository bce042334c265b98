import { shellWord } from '../../finding/shell-word.ts';
import type { Plan } from '../../model/plan.ts';
import type { SealedFormat } from '../../render/seal.ts';
import type { View } from '../../view/document.ts';
import { orderView } from '../../view/order-view.ts';
import { planSheets } from '../../view/plan-sheets.ts';
import { planView } from '../../view/plan-view.ts';
import { orderOf } from '../../view/stated-order.ts';
import { onLetterhead } from '../documents/letterhead.ts';
import { encoded, type Rendered, writeView } from '../documents/write.ts';
import { UsageError } from '../usage-error.ts';
import { calendarOf, extractOf } from './extract.ts';
import type { RenderRequest } from './request.ts';
import type { DOCUMENTS } from './spec.ts';
import { matrixDocument, reportOf } from './status.ts';

interface KindOfDocument {
  /** The usual one first. */
  readonly formats: readonly SealedFormat[];
  /** It shows one plan. */
  readonly onePlan: boolean;
  render(request: RenderRequest): Promise<Rendered>;
}

export type Kind = (typeof DOCUMENTS)[number];

export const KINDS: Readonly<Record<Kind, KindOfDocument>> = {
  order: {
    formats: ['docx', 'pdf', 'html', 'md'],
    onePlan: true,
    render: async (request) => {
      const [plan] = request.plans;
      if (!orderOf(plan!)) throw noOrder(plan!);
      return onLetterhead(orderView(plan!, request.workspace, request), request);
    },
  },
  plan: {
    formats: ['docx', 'xlsx', 'pdf', 'html', 'md'],
    onePlan: true,
    render: (request) => {
      const [plan] = request.plans;
      const view =
        request.format === 'xlsx'
          ? planSheets(plan!, request.workspace, { ...request, asOf: request.asOf ?? request.today })
          : planView(plan!, request.workspace, request);
      return written(view, request.format);
    },
  },
  report: {
    formats: ['docx', 'pdf', 'xlsx', 'html', 'md'],
    onePlan: true,
    render: (request) => written(reportOf(request), request.format),
  },
  matrix: {
    formats: ['xlsx', 'docx', 'pdf', 'html', 'md'],
    onePlan: false,
    render: (request) => written(matrixDocument(request), request.format),
  },
  dashboard: {
    formats: ['html'],
    onePlan: false,
    render: async (request) => {
      const { dashboardView } = await import('../../view/dashboard.ts');
      const { renderDashboard } = await import('../../render/dashboard/dashboard.ts');
      const { workspace, plans, language } = request;
      const view = dashboardView(workspace, { asOf: request.asOf ?? request.today, plans, language });
      return { bytes: encoded(renderDashboard(view)), notes: [] };
    },
  },
  extract: {
    formats: ['docx', 'pdf', 'xlsx', 'md', 'html', 'ics'],
    onePlan: false,
    render: async (request) => {
      if (request.format !== 'ics') return written(extractOf(request), request.format);
      const { renderIcs } = await import('../../render/ics.ts');
      return { bytes: encoded(renderIcs(calendarOf(request))), notes: [] };
    },
  },
};

/** A plan under the name of an order that it does not have would be taken for one. */
const noOrder = ({ id }: Plan): UsageError =>
  new UsageError(
    {
      ru: `В плане «${id}» нет приказа (order): выводить нечего.`,
      en: `The plan “${id}” has no \`order\`: there is nothing to render.`,
    },
    {
      ru: `Сам план: roadmap render plan ${shellWord(id)} -o план.docx; для проекта приказа опишите order без номера и даты.`,
      en: `The plan alone: roadmap render plan ${shellWord(id)} -o plan.docx; for a draft of the order state \`order\` without number and date.`,
    },
  );

export const isKind = (text: string): text is Kind => Object.hasOwn(KINDS, text);

async function written(view: View, format: SealedFormat): Promise<Rendered> {
  const bytes = await writeView(view, format);
  if (format !== 'xlsx') return { bytes, notes: [] };
  const { cutCells } = await import('../../render/xlsx-cells.ts');
  const cut = cutCells(view);
  return {
    bytes,
    notes: cut.map((text) => ({
      ru: `Текст обрезан: в ячейку Excel помещается 32 767 знаков: «${text}…».`,
      en: `A text was cut: a cell of Excel holds 32,767 characters: “${text}…”.`,
    })),
  };
}
