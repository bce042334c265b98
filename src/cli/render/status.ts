import { nearest } from '../../russian/index.ts';
import { stagesOf } from '../../status/choose-items.ts';
import type { View } from '../../view/document.ts';
import { matrixView } from '../../view/matrix-view.ts';
import { regionReportView } from '../../view/region-report-view.ts';
import { chosenReport, reportsOf } from '../../view/report-choice.ts';
import { reportView } from '../../view/report-view.ts';
import { suggestion } from '../parse.ts';
import { UsageError } from '../usage-error.ts';
import type { RenderRequest } from './request.ts';

/** The coordinator's report as of the day asked for, else of its own date, else of today. */
export function reportOf(request: RenderRequest): View {
  const { workspace, stage, today } = request;
  const plan = request.plans[0]!;
  if (request.region) return regionReport(request);
  const choice = chosenReport(plan, workspace, stage, request.asOf ?? today);
  if (!choice) {
    const known = [
      ...stagesOf(plan).map(({ title }) => title),
      ...reportsOf(plan, workspace).flatMap((report) => report.stage ?? []),
    ];
    throw new UsageError(
      { ru: `Этапа «${stage}» в плане нет.`, en: `The plan has no stage “${stage}”.` },
      suggestion(nearest(stage ?? '', known)) ?? {
        ru: known.length > 0 ? `Есть: ${[...new Set(known)].join('; ')}.` : 'Этапы перечисляет stages плана.',
        en:
          known.length > 0
            ? `There are: ${[...new Set(known)].join('; ')}.`
            : 'Stages are listed by the plan.',
      },
    );
  }
  return reportView(plan, workspace, {
    settings: request.settings,
    asOf: request.asOf ?? choice.report?.date ?? today,
    choice,
  });
}

/** What the plans that implement the plan have done of it. */
function regionReport({ plans, workspace, settings, asOf, today }: RenderRequest): View {
  const [plan] = plans;
  const view = plan && regionReportView(plan, workspace, { settings, asOf: asOf ?? today });
  if (view) return view;
  throw new UsageError(
    {
      ru: `--region: план «${plan?.id}» никто не выполняет, сводить нечего.`,
      en: `--region: no plan implements “${plan?.id}”, there is nothing to sum up.`,
    },
    {
      ru: 'Назовите региональный план; муниципальный называет его в implements.',
      en: 'Name the regional plan; a municipal one names it in `implements`.',
    },
  );
}

/** Obligations by municipalities. */
export function matrixDocument({ workspace, plans, settings, format, asOf, today }: RenderRequest): View {
  const view = matrixView(workspace, plans, {
    settings,
    asOf: asOf ?? today,
    form: format === 'xlsx' ? 'sheets' : 'pages',
  });
  if (view) return view;
  throw new UsageError(
    {
      ru: 'Матрицу строить не из чего: ни один план не выполняет другой.',
      en: 'There is nothing to make a matrix of: no plan implements another.',
    },
    {
      ru: 'Муниципальный план называет региональный строкой «implements: id плана».',
      en: 'A municipal plan names the regional one by a line `implements: id of the plan`.',
    },
  );
}
