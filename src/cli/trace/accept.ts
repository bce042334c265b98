import { writeDocument } from '../../edit/write.ts';
import { plural } from '../../finding/plural.ts';
import { commitOf } from '../../io/git.ts';
import type { Day } from '../../meaning/day.ts';
import type { Plan } from '../../model/plan.ts';
import { referenceTo } from '../../model/section-identity.ts';
import type { Workspace } from '../../model/workspace.ts';
import { oneLine } from '../../report/safe-text.ts';
import { type Acceptances, type AcceptedLink, acceptLinks } from '../../trace/accept.ts';
import type { CommandIo } from '../command.ts';
import { replaceDocument } from '../edit-file.ts';
import { shortened } from '../terminal/trace-words.ts';

/** The record of a plan's links: where it is already, else beside the plan. */
function linksFileOf(plan: Plan, workspace: Workspace): string {
  const known = workspace.links.find(({ source }) => String(source.plan) === plan.id);
  return known?.file ?? `${plan.file.replace(/(?:\.plan)?\.ya?ml$/i, '')}.links.yaml`;
}

/** What would be confirmed of one plan, and where that is written. */
interface PlanAcceptance {
  readonly plan: Plan;
  readonly root: string;
  readonly file: string;
  /** The bytes of the file, where it is there already. */
  readonly before: Uint8Array | undefined;
  readonly acceptance: Acceptances;
  /** Whether anything is new; a file that stays as it is is not touched. */
  readonly differs: boolean;
}

/** Works out the confirmation of the links of the plans given; writes nothing. */
export function acceptances(
  plans: readonly Plan[],
  workspace: Workspace,
  root: string,
  day: Day,
): PlanAcceptance[] {
  const commits = new Map<string, string | undefined>();
  const revisionOf = (file: string): string | undefined => {
    if (!commits.has(file)) {
      const bytes = workspace.files.read(file);
      commits.set(file, typeof bytes === 'string' ? undefined : commitOf(root, file, bytes));
    }
    return commits.get(file);
  };
  return plans.map((plan) => {
    const acceptance = acceptLinks(plan, workspace, day, revisionOf);
    const differs = acceptance.links.some(({ state }) => state !== 'same') || acceptance.dropped > 0;
    const file = linksFileOf(plan, workspace);
    const bytes = workspace.files.read(file);
    return { plan, root, file, before: typeof bytes === 'string' ? undefined : bytes, acceptance, differs };
  });
}

export async function writeAcceptances(all: readonly PlanAcceptance[]): Promise<void> {
  for (const { plan, root, file, before, acceptance } of all) {
    const text = writeDocument({ kind: 'links', plan: plan.id, links: acceptance.records });
    await replaceDocument(root, file, before, text);
  }
}

/** What is to be confirmed: the plan, and each link that is new or whose obligation has changed. */
export function proposalOf({ plan, acceptance: { links, dropped } }: PlanAcceptance, io: CommandIo): string {
  const ru = io.language === 'ru';
  const lines = links.filter(({ state }) => state !== 'same').map((link) => lineOf(link, io));
  if (dropped > 0)
    lines.push(ru ? `  убрать прежних записей: ${dropped}` : `  records to take out: ${dropped}`);
  return `${oneLine(plan.id)}:\n${lines.map((line) => `${line}\n`).join('')}`;
}

/** «zarechny-2022: 12 связей, записано в zarechny-2022.links.yaml» */
export function resultOf({ plan, file, acceptance, differs }: PlanAcceptance, io: CommandIo): string {
  const ru = io.language === 'ru';
  const n = acceptance.links.length;
  const counted = ru
    ? `${n} ${plural(n, ['связь', 'связи', 'связей'])}`
    : `${n} ${n === 1 ? 'link' : 'links'}`;
  const where = differs
    ? ru
      ? `записано в ${oneLine(file)}`
      : `written to ${oneLine(file)}`
    : ru
      ? 'всё подтверждено раньше'
      : 'all confirmed before';
  return `${oneLine(plan.id)}: ${counted}, ${where}\n`;
}

function lineOf({ item, parent, target, state, changed }: AcceptedLink, io: CommandIo): string {
  const ru = io.language === 'ru';
  const why =
    state === 'new'
      ? ru
        ? 'впервые'
        : 'first time'
      : `${ru ? 'изменилось' : 'changed'}: ${changed.map((field) => FIELDS[io.language][field]).join(', ')}`;
  return `  ${oneLine(referenceTo(item))} → ${oneLine(parent.id)}#${oneLine(referenceTo(target))} ${shortened(target.action, Math.max(20, io.stdout.width - 50))} (${why})`;
}

const FIELDS = {
  ru: {
    action: 'мероприятие',
    when: 'срок',
    executors: 'исполнители',
    indicators: 'показатели',
    parts: 'подпункты',
    for: 'кого касается',
  },
  en: {
    action: 'action',
    when: 'period',
    executors: 'executors',
    indicators: 'indicators',
    parts: 'sub-events',
    for: 'whom it binds',
  },
} as const;
