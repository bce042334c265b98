import { writeDocument } from '../../edit/write.ts';
import { plural } from '../../finding/plural.ts';
import { commitOf } from '../../io/git.ts';
import type { Day } from '../../meaning/day.ts';
import type { Plan } from '../../model/plan.ts';
import type { Workspace } from '../../model/workspace.ts';
import { oneLine } from '../../report/safe-text.ts';
import { type Acceptance, type AcceptedLink, acceptLinks } from '../../trace/accept.ts';
import type { CommandIo } from '../command.ts';
import { replaceDocument } from '../edit-file.ts';
import { shortened } from '../terminal/trace-words.ts';

/** The record of a plan's links: where it is already, else beside the plan. */
export function linksFileOf(plan: Plan, workspace: Workspace): string {
  const known = workspace.links.find(({ source }) => String(source.plan) === plan.id);
  return known?.file ?? `${plan.file.replace(/(?:\.plan)?\.ya?ml$/i, '')}.links.yaml`;
}

/** Confirms the links of the plans given and says what it confirmed. Files that stay as they are are not touched. */
export async function acceptPlans(
  plans: readonly Plan[],
  workspace: Workspace,
  root: string,
  day: Day,
  io: CommandIo,
): Promise<void> {
  const commits = new Map<string, string | undefined>();
  const revisionOf = (file: string): string | undefined => {
    if (!commits.has(file)) {
      const bytes = workspace.files.read(file);
      commits.set(file, typeof bytes === 'string' ? undefined : commitOf(root, file, bytes));
    }
    return commits.get(file);
  };
  for (const plan of plans) {
    const acceptance = acceptLinks(plan, workspace, day, revisionOf);
    const file = linksFileOf(plan, workspace);
    const differs = acceptance.links.some(({ state }) => state !== 'same') || acceptance.dropped > 0;
    if (differs) {
      const text = writeDocument({ kind: 'links', plan: plan.id, links: acceptance.records });
      const before = workspace.files.read(file);
      await replaceDocument(root, file, typeof before === 'string' ? undefined : before, text);
    }
    await io.out(saying(plan, file, acceptance, differs, io));
  }
}

function saying(plan: Plan, file: string, { links, dropped }: Acceptance, differs: boolean, io: CommandIo) {
  const ru = io.language === 'ru';
  const n = links.length;
  const counted = ru
    ? `${n} ${plural(n, ['связь', 'связи', 'связей'])}`
    : `${n} ${n === 1 ? 'link' : 'links'}`;
  const fresh = links.filter(({ state }) => state !== 'same');
  const lines = fresh.map((link) => lineOf(link, io));
  if (dropped > 0)
    lines.push(ru ? `  убрано прежних записей: ${dropped}` : `  records taken out: ${dropped}`);
  const where = differs
    ? ru
      ? `записано в ${oneLine(file)}`
      : `written to ${oneLine(file)}`
    : ru
      ? 'всё подтверждено раньше'
      : 'all confirmed before';
  return `${oneLine(plan.id)}: ${counted}, ${where}\n${lines.map((line) => `${line}\n`).join('')}`;
}

function lineOf({ item, parent, target, state, changed }: AcceptedLink, io: CommandIo): string {
  const ru = io.language === 'ru';
  const why =
    state === 'new'
      ? ru
        ? 'впервые'
        : 'first time'
      : `${ru ? 'изменилось' : 'changed'}: ${changed.map((field) => FIELDS[io.language][field]).join(', ')}`;
  return `  ${oneLine(item.number)} → ${oneLine(parent.id)}#${oneLine(target.number)} ${shortened(target.action, Math.max(20, io.stdout.width - 50))} (${why})`;
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
