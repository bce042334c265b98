import type { Day } from '../meaning/day.ts';
import { findItem } from '../model/find-item.ts';
import type { Request } from '../model/requests.ts';
import type { Workspace } from '../model/workspace.ts';
import { planStatus } from '../status/status.ts';
import type { Answer, CollectedLine } from './answer.ts';
import { formNumber } from './identity.ts';
import type { FormOwner } from './recognise.ts';

/** What is kept of an answer with the request that it answers. */
export interface AnswerRecord {
  readonly received: Day;
  readonly file: string;
  readonly digest: string;
  /** Numbers as the request has them: items all of whose lines were answered, and those that were not. */
  readonly items: readonly string[];
  readonly partly: readonly string[];
  readonly by?: string;
}

/** The record of an answer to a request; undefined where it answers another, nothing, or was recorded before. */
export function recordFor(
  request: Request,
  answer: Answer,
  workspace: Workspace,
  received: Day,
): AnswerRecord | undefined {
  const { file, digest, filledBy } = answer;
  const isOurs = (owner: FormOwner | undefined): boolean => owner !== undefined && isOf(owner, request);
  const plan = workspace.planOf(request.plan);
  if (!plan || digest === '' || request.answers.some((one) => digest.startsWith(one.digest ?? '-')))
    return undefined;
  const lines = answer.lines.filter(({ identity }) => isOurs(identity));
  if (lines.length === 0) return undefined;
  const empty = answer.empty.filter(({ identity }) => isOurs(identity));
  const withTurns = new Set(
    planStatus(plan, workspace, { asOf: received }).items.flatMap(({ item, turns }) =>
      turns ? [item.id] : [],
    ),
  );
  const items: string[] = [];
  const partly: string[] = [];
  for (const name of request.items) {
    const found = findItem(plan, name);
    const own = found.state === 'found' ? lines.filter(({ item }) => item === found.item) : [];
    if (found.state !== 'found' || own.length === 0) continue;
    const { id } = found.item;
    // The line that only moves the term of an item with turns wants no answer.
    const isOpen = empty.some(
      ({ item, aim }) => item === id && !(withTurns.has(id) && Object.keys(aim).length === 0),
    );
    if (isOpen || !own.every(isUsable)) partly.push(name);
    else items.push(name);
  }
  return { received, file, digest, items, partly, ...(filledBy === undefined ? {} : { by: filledBy }) };
}

const isUsable = ({ state }: CollectedLine): boolean =>
  state === 'new' || state === 'recorded' || state === 'repeated' || state === 'nothing';

/** By its number; where only keys are left of a form, by who was asked about what. */
function isOf(owner: FormOwner, request: Request): boolean {
  // Before the number is made: a region has as many requests as answers.
  if (owner.plan !== request.plan) return false;
  const { madeOn } = owner;
  if (madeOn !== undefined) return formNumber({ ...owner, madeOn }) === request.form;
  return owner.who.kind === request.to?.kind && owner.who.key === request.to.key;
}
