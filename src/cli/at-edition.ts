import { actInWords } from '../history/change-words.ts';
import { type Edition, editionOnDay, editionsOf, workspaceWith } from '../history/editions.ts';
import { type Day, parseDay } from '../meaning/day.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { UsageError } from './usage-error.ts';

/**
 * The workspace with plans as approved editions have them: by number, or those in force on a day. A plan that was never
 * locked stays as it is, unless it is one of those `asked` for. Throws `UsageError` for what is neither a number nor a
 * date, and for an edition that one of the plans asked for does not have.
 */
export function atEdition(text: string | undefined, workspace: Workspace, asked: readonly Plan[]): Workspace {
  if (text === undefined) return workspace;
  const named = namedBy(text);
  return workspace.plans.reduce((around, plan) => {
    const edition = editionIn(editionsOf(plan, workspace), named);
    if (edition?.signed)
      return workspaceWith(around, amendedBy(edition, plan, workspace), edition.signed.workspace);
    if (!asked.includes(plan)) return around;
    throw noEdition(text, plan, workspace);
  }, workspace);
}

type Named = { readonly number: number } | { readonly day: Day };

function namedBy(text: string): Named {
  if (/^[1-9]\d{0,3}$/.test(text)) return { number: Number(text) };
  const day = parseDay(text);
  if (day !== undefined) return { day };
  throw new UsageError(
    {
      ru: `--edition: «${text}» — ни номер редакции, ни дата.`,
      en: `--edition: “${text}” is neither the number of an edition nor a date.`,
    },
    {
      ru: 'Например: --edition 1 или --edition 01.06.2022',
      en: 'For example: --edition 1 or --edition 2022-06-01',
    },
  );
}

const editionIn = (editions: readonly Edition[], named: Named): Edition | undefined =>
  'number' in named ? editions[named.number - 1] : editionOnDay(editions, named.day);

/** The text of an edition with the acts that made it what it is: its mark names them. */
function amendedBy({ number, signed }: Edition, plan: Plan, workspace: Workspace): Plan {
  const text = signed?.plan as Plan;
  const amendments = editionsOf(plan, workspace)
    .slice(1, number)
    .map(({ act: { day: _, ...act } }) => act);
  if (amendments.length === 0) return text;
  return {
    ...text,
    source: { ...text.source, amendments: amendments as NonNullable<Plan['source']['amendments']> },
  };
}

function noEdition(text: string, plan: Plan, workspace: Workspace): UsageError {
  const editions = editionsOf(plan, workspace);
  const [first] = editions;
  return new UsageError(
    {
      ru: `--edition ${text}: у плана «${plan.id}» нет такой редакции.`,
      en: `--edition ${text}: the plan “${plan.id}” has no such edition.`,
    },
    first
      ? {
          ru: `Есть: ${editions.map(({ number, act }) => `${number} (${actInWords(act).ru})`).join(', ')}.`,
          en: `There are: ${editions.map(({ number, act }) => `${number} (${actInWords(act).en})`).join(', ')}.`,
        }
      : {
          ru: 'Закрепить утверждённый план: roadmap approve',
          en: 'To lock an approved plan: roadmap approve',
        },
  );
}
