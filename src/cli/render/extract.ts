import { nearest } from '../../russian/index.ts';
import { type CalendarView, executorCalendar } from '../../view/calendar.ts';
import type { View } from '../../view/document.ts';
import { extractView } from '../../view/extract-view.ts';
import { suggestion } from '../parse.ts';
import { UsageError } from '../usage-error.ts';
import type { RenderRequest } from './request.ts';

/** As `due-soon` of the config is without one. */
const DAYS = 14;

/** What one executor is late with and what is due soon. */
export function extractOf(request: RenderRequest): View {
  const { workspace, plans, settings, format } = request;
  const executor = executorOf(request);
  const view = extractView(workspace, plans, {
    settings,
    executor,
    asOf: request.asOf ?? request.today,
    days: request.days ?? workspace.config['due-soon'] ?? DAYS,
    form: format === 'xlsx' ? 'sheets' : 'pages',
  });
  if (!view) throw noExecutor(executor, request);
  return view;
}

/** His deadlines and rhythms for a calendar; without a name those of the whole plan. */
export function calendarOf(request: RenderRequest): CalendarView {
  const executor = request.executor === undefined ? undefined : executorOf(request);
  const calendar = executorCalendar(request.workspace, request.plans, {
    executor,
    asOf: request.asOf ?? request.today,
  });
  if (!calendar) throw noExecutor(executor ?? '', request);
  return calendar;
}

function executorOf({ executor }: RenderRequest): string {
  if (executor !== undefined && executor.trim() !== '') return executor;
  throw new UsageError(
    { ru: 'Не указано, для кого выписка.', en: 'The executor of the extract is not named.' },
    {
      ru: 'Добавьте --executor с ключом или названием исполнителя.',
      en: 'Add --executor with a key or a name.',
    },
  );
}

const MANY = 12;

function noExecutor(executor: string, { plans }: RenderRequest): UsageError {
  const bodies = plans.flatMap((plan) => [...plan.executors.values()]);
  const near = nearest(
    executor,
    bodies.flatMap(({ key, name, aliases }) => [key, name, ...aliases]),
  );
  const keys = [...new Set(bodies.map(({ key }) => key))];
  const shown = `${keys.slice(0, MANY).join(', ')}${keys.length > MANY ? ', …' : ''}`;
  return new UsageError(
    { ru: `Исполнителя «${executor}» в плане нет.`, en: `The plan has no executor “${executor}”.` },
    suggestion(near) ?? { ru: `Есть: ${shown}.`, en: `There are: ${shown}.` },
  );
}
