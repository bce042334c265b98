import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { trace } from '../../src/trace/trace.ts';
import { worstDeadline } from '../../src/trace/trace-json.ts';

interface Row {
  readonly when?: string | null;
  readonly indicators?: readonly string[];
}

/** An obligation, what answers it, and what a methodologist accepts as the answer; several are each accepted. */
interface Case {
  readonly id: string;
  readonly kind: string;
  readonly asked: Row;
  readonly given: readonly Row[];
  /** Where they are not both 2022. */
  readonly periods?: { readonly parent: string; readonly child: string };
  readonly state: readonly string[];
  readonly deadline?: readonly string[];
  readonly relation?: readonly string[];
}

/** Judged by hand before anything was run. */
const { cases } = JSON.parse(readFileSync(new URL('./trace.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly Case[];
};

const json = JSON.stringify;

function itemOf({ when = 'май', indicators = ['Справка'] }: Row, more: object): string {
  return `  - ${json({ action: 'Организовать работу по проекту', ...(when === null ? {} : { when }), indicators, ...more })}`;
}

const planOf = (head: object, items: readonly string[]): string =>
  `${Object.entries({ kind: 'plan', title: 'План мероприятий', ...head })
    .map(([key, value]) => `${key}: ${json(value)}`)
    .join('\n')}\nitems:\n${items.join('\n')}\n`;

function traced({ asked, given, periods }: Case) {
  const { workspace, problems } = loadWorkspace(
    memoryFiles({
      'krai.plan.yaml': planOf(
        {
          id: 'krai',
          level: 'regional',
          territory: 'Озёрский край',
          period: periods?.parent ?? '2022',
          executors: { моуо: { name: 'Муниципальный орган', level: 'municipal' } },
        },
        [itemOf(asked, { number: '1', executors: ['моуо'] })],
      ),
      'raion.plan.yaml': planOf(
        {
          id: 'raion',
          level: 'municipal',
          territory: 'Заречный район',
          period: periods?.child ?? '2022',
          implements: 'krai',
          executors: { комитет: { name: 'Комитет по образованию', 'acts-as': 'моуо' } },
        },
        given.map((row, at) =>
          itemOf(row, { number: `${at + 1}`, executors: ['комитет'], implements: ['1'] }),
        ),
      ),
    }),
  );
  expect(problems).toEqual([]);
  const obligation = trace(workspace, { asOf: parseDay('2022-04-15') as number })[0]?.children[0]
    ?.obligations[0];
  if (!obligation) throw new Error('nothing traced');
  return obligation;
}

describe('what a methodologist says of links between levels', () => {
  test.each(cases.map((one) => [one.id, one.kind, one] as const))('%s %s', (_id, _kind, one) => {
    const obligation = traced(one);
    expect(one.state).toContain(obligation.state);
    if (one.deadline) expect(one.deadline).toContain(worstDeadline(obligation)?.relation);
    const relation = obligation.indicators[0]?.relation;
    if (one.relation) expect(one.relation).toContain(relation === 'none' ? 'incomparable' : relation);
  });
});
