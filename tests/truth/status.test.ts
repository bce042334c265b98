import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { planStatus } from '../../src/status/status.ts';
import { statusJson } from '../../src/status/status-json.ts';

/** What must hold: a value found by names and places is one of these, or none of those; or a rule reports so often. */
interface Expectation {
  readonly path?: string;
  readonly oneOf?: readonly unknown[];
  readonly not?: readonly unknown[];
  readonly rule?: string;
  readonly min?: number;
}

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly sketch: string;
  readonly files: Readonly<Record<string, string>>;
  /** `status` or `check`, and the day judged. */
  readonly command: readonly [string, string];
  readonly expect: readonly Expectation[];
}

/** Small workspaces with what a methodologist says of them, judged by hand before anything was run. */
const { cases } = JSON.parse(readFileSync(new URL('./status.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly Case[];
};

function found(value: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], value);
}

describe('what a methodologist says of execution', () => {
  test.each(cases.map((one) => [one.id, one.sketch, one] as const))('%s %s', (_id, _sketch, one) => {
    const [command, day] = one.command;
    const { workspace, problems } = loadWorkspace(memoryFiles(one.files));
    expect(problems).toEqual([]);
    const asOf = parseDay(day) as number;
    if (command === 'check') {
      const { findings } = check(loadWorkspace(memoryFiles(one.files)), { asOf, today: asOf });
      for (const { rule, min = 1 } of one.expect)
        expect(findings.filter((finding) => finding.rule === rule).length).toBeGreaterThanOrEqual(min);
      return;
    }
    const plans = workspace.plans.map((plan) => planStatus(plan, workspace, { asOf }));
    const output = JSON.parse(JSON.stringify(statusJson(plans, asOf))) as unknown;
    for (const { path = '', oneOf, not } of one.expect) {
      const value = found(output, path) ?? null;
      if (oneOf) expect(oneOf, path).toContainEqual(value);
      if (not) expect(not, path).not.toContainEqual(value);
    }
  });
});
