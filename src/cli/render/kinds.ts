import { shellWord } from '../../finding/shell-word.ts';
import { amendmentOf } from '../../history/amendment/of-difference.ts';
import { actInWords } from '../../history/change-words.ts';
import { diffPlans } from '../../history/diff.ts';
import { type Edition, editionsOf } from '../../history/editions.ts';
import { signedTextOf } from '../../history/signed-text.ts';
import type { Plan } from '../../model/plan.ts';
import type { SealedFormat } from '../../render/seal.ts';
import { amendmentView } from '../../view/amendment-view.ts';
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

/** A form is made for each who answers, by a way of its own. */
export type Kind = Exclude<(typeof DOCUMENTS)[number], 'form'>;

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
  amendment: {
    formats: ['docx', 'pdf', 'html', 'md'],
    onePlan: true,
    render: async (request) => onLetterhead(amendmentTo(request), request),
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

/** The order that makes of the edition in force the plan as it is now. */
function amendmentTo(request: RenderRequest): View {
  const { workspace, settings, whole } = request;
  const plan = request.plans[0]!;
  const editions = editionsOf(plan, workspace);
  const [first, last] = [editions[0], editions.at(-1)];
  if (!first || !last) throw noEdition(plan);
  if (!last.signed) throw noText(plan, last.file);
  const difference = diffPlans(signedTextOf(last.signed), signedTextOf({ plan, workspace }));
  const clauses = amendmentOf(difference, { whole });
  if (clauses.length === 0) throw nothingToAmend(plan, last);
  const approved = first.signed?.plan ?? last.signed.plan;
  const view = amendmentView(plan, workspace, { settings, clauses, original: first.act, approved });
  if (!view) throw noOrder(plan);
  return view;
}

const noEdition = ({ id }: Plan): UsageError =>
  new UsageError(
    {
      ru: `Утверждённая редакция плана «${id}» не закреплена: с чем сравнить план, неизвестно.`,
      en: `No approved edition of the plan “${id}” is locked: what to compare it with is not known.`,
    },
    {
      ru: `Верните подписанный текст и закрепите его: roadmap approve ${shellWord(id)} --number … --date …`,
      en: `Bring the signed text back and lock it: roadmap approve ${shellWord(id)} --number … --date …`,
    },
  );

const noText = ({ id }: Plan, file: string): UsageError =>
  new UsageError(
    {
      ru: `${file}: текста последней редакции плана «${id}» нет или его правили.`,
      en: `${file}: the text of the last edition of “${id}” is not there, or was edited.`,
    },
    {
      ru: 'Верните файл из git; если редакция закреплена старой версией программы, закрепите её ещё раз: roadmap approve',
      en: 'Bring the file back from git; an edition that a former version locked is locked again by `roadmap approve`.',
    },
  );

const nothingToAmend = ({ id }: Plan, { number, act }: Edition): UsageError =>
  new UsageError(
    {
      ru: `План «${id}» не отличается от редакции ${number} (${actInWords(act).ru}): изменять нечего.`,
      en: `The plan “${id}” is the same as edition ${number} (${actInWords(act).en}): there is nothing to amend.`,
    },
    {
      ru: 'Внесите изменения в план, а потом выводите приказ.',
      en: 'Make the changes in the plan first, then render the order.',
    },
  );

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
