import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import type { Workspace } from '../../src/model/workspace.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { type TracedObligation, trace } from '../../src/trace/trace.ts';

export const AS_OF = parseDay('2022-06-01') as number;

/** The cells of a row as YAML writes them on one line. */
export interface Row {
  readonly number: string;
  readonly action?: string;
  readonly when?: string;
  readonly executors?: readonly string[];
  readonly indicators?: readonly string[];
  readonly implements?: readonly string[];
  readonly for?: readonly string[];
  readonly excluded?: string;
}

const json = JSON.stringify;

const rowOf = ({ number, ...row }: Row): string =>
  `  - ${json({ number, ...(row.excluded ? {} : { action: 'Провести совещание' }), ...row })}`;

export function regionalPlan(rows: readonly Row[], more = ''): string {
  return `kind: plan
id: krai
level: regional
title: План края
territory: Озёрский край
period: 2022
executors:
  моуо: {name: Муниципальный орган, level: municipal}
  ммс: {name: Методическая служба, level: municipal}
  школы: {name: Школы, level: school}
  министерство: {name: Министерство}
${more}items:
${rows.map((row) => rowOf({ executors: ['моуо'], ...row })).join('\n')}
`;
}

export function municipalPlan(
  rows: readonly Row[],
  more = '',
  id = 'raion',
  territory = 'Заречный район',
): string {
  return `kind: plan
id: ${id}
level: municipal
title: План района
territory: ${territory}
period: 2022
implements: krai
executors:
  комитет: {name: Комитет, acts-as: моуо}
  центр: {name: Центр, acts-as: ммс}
  архив: {name: Архив}
${more}items:${rows.length === 0 ? ' []' : ''}
${rows.map((row) => rowOf({ executors: ['комитет'], ...row })).join('\n')}
`;
}

export function workspaceOf(files: Readonly<Record<string, string>>): Workspace {
  const { workspace, problems } = loadWorkspace(memoryFiles(files));
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message.en).join('; '));
  return workspace;
}

/** The only child's obligations, by number. */
export function tracedOf(
  workspace: Workspace,
  child = 'raion',
  suggest = false,
): Map<string, TracedObligation> {
  const all = trace(workspace, { asOf: AS_OF, suggest });
  const found = all.flatMap(({ children }) => children).find(({ plan }) => plan.id === child);
  return new Map((found?.obligations ?? []).map((one) => [one.obligation.item.number, one]));
}

/** One obligation «1» against rows that implement it. */
export function judged(
  asked: Omit<Row, 'number'>,
  rows: readonly Omit<Row, 'number'>[],
  more = '',
): TracedObligation {
  const workspace = workspaceOf({
    'krai.plan.yaml': regionalPlan([{ number: '1', ...asked }]),
    'raion.plan.yaml': municipalPlan(
      rows.map((row, at) => ({ number: `${at + 1}`, implements: ['1'], ...row })),
      more,
    ),
  });
  const found = tracedOf(workspace).get('1');
  if (!found) throw new Error('no obligation 1');
  return found;
}
