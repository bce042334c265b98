import { relative, resolve, sep } from 'node:path';
import type { Form } from '../../collect/form.ts';
import { formNumber } from '../../collect/identity.ts';
import type { Edit } from '../../edit/splice.ts';
import { toIso } from '../../meaning/day.ts';
import { referenceTo } from '../../model/section-identity.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { CommandIo } from '../command.ts';
import { editRequests } from '../documents/requests-file.ts';
import { pathFrom } from '../workspaces.ts';
import type { FormRequest } from './form-request.ts';

/** A form that was written, as a file of requests keeps it. */
export type SentForm = ReturnType<typeof sentForm>;

/** The file new requests go to: the one that has requests about these plans already, else any, else a new one. */
function requestsFileOf(sent: readonly SentForm[], { requests }: Workspace): string {
  const plans = new Set(sent.map(({ plan }) => plan));
  const own = requests.find((one) => one.requests.some(({ plan }) => plans.has(plan)));
  return (own ?? requests.at(-1))?.file ?? 'requests.yaml';
}

/** Writes whom was asked what; a form that is recorded already is not recorded twice. Gives the file as the user would call it. */
export async function recordForms(
  sent: readonly SentForm[],
  { root, workspace }: FormRequest,
  io: CommandIo,
): Promise<string> {
  const file = requestsFileOf(sent, workspace);
  await editRequests(root, file, (known) =>
    sent.flatMap((entry): Edit[] => {
      const at = known.findIndex(({ form }) => form === entry.form);
      if (at < 0) return [{ op: 'insert', route: ['requests'], value: entry }];
      // The same day the same person may be asked of more.
      const asked = new Set(known[at]?.items);
      const more = entry.items.filter((item) => !asked.has(item));
      return more.map((item) => ({ op: 'insert', route: ['requests', at, 'items'], value: item }));
    }),
  );
  return pathFrom(io.cwd, root, file);
}

/** `path` as the user would call it. */
export function sentForm(
  { identity, answerBy, items }: Form,
  path: string,
  { root }: FormRequest,
  { cwd }: CommandIo,
) {
  const { plan, edition, who, madeOn, range } = identity;
  const inside = relative(root, resolve(cwd, path)).split(sep).join('/');
  return {
    form: formNumber(identity),
    plan,
    ...(edition === undefined ? {} : { edition }),
    to: { [who.kind]: who.key },
    sent: toIso(madeOn),
    ...(answerBy === undefined ? {} : { due: toIso(answerBy) }),
    ...(range === undefined ? {} : { range: { from: toIso(range.from), to: toIso(range.to) } }),
    items: items.map(({ status }) => referenceTo(status.item)),
    lines: items.reduce((sum, { lines }) => sum + lines.length, 0),
    ...(inside.startsWith('..') ? {} : { file: inside }),
  };
}
