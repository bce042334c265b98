import { describe, expect, it } from 'vitest';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

const PLAN =
  'kind: plan\nid: p\nlevel: municipal\ntitle: П\nperiod: 2022\nitems:\n  - {number: "1", action: а, executors: [о]}\n';

describe('a workspace', () => {
  it('leaves other YAML alone, and reads what has a kind of ours', () => {
    const { workspace, problems } = loadWorkspace(
      memoryFiles({
        'deploy.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: x}\n',
        'ci.yml': 'on: [push]\njobs: {}\n',
        'plans/p.plan.yaml': PLAN,
        'notes.txt': 'kind: plan\n',
      }),
    );
    expect(workspace.documents.map(({ file }) => file)).toEqual(['plans/p.plan.yaml']);
    expect(problems).toEqual([]);
  });

  it('takes a named file for a document, whatever it looks like', () => {
    const { problems } = loadWorkspace(memoryFiles({ 'ci.yml': 'on: [push]\n' }), new Set(['ci.yml']));
    expect(problems.map(({ rule }) => rule)).toEqual(['unknown-kind']);
  });

  it('lets a plan use the executors of its registry, its own entry winning', () => {
    const { workspace } = loadWorkspace(
      memoryFiles({
        'r.yaml':
          'kind: registry\nid: r\nexecutors:\n  о: {name: Общий}\n  к: {name: Комитет}\nglossary: {ШНОР: школа}\n',
        'p.plan.yaml': `${PLAN}registry: r\nexecutors:\n  о: {name: Свой}\n`,
      }),
    );
    const [plan] = workspace.plans;
    expect(plan?.executors.get('о')?.name).toBe('Свой');
    expect(plan?.executors.get('к')).toMatchObject({ name: 'Комитет', file: 'r.yaml' });
    expect(plan?.glossary).toEqual({ ШНОР: 'школа' });
  });

  it('honours include and exclude of the config', () => {
    const { workspace } = loadWorkspace(
      memoryFiles({
        'roadmap.config.yaml': 'include: ["plans/**"]\nexclude: ["plans/old/**"]\n',
        'plans/p.plan.yaml': PLAN,
        'plans/old/q.plan.yaml': PLAN.replace('id: p', 'id: q'),
        'r.plan.yaml': PLAN.replace('id: p', 'id: r'),
      }),
    );
    expect(workspace.plans.map(({ id }) => id)).toEqual(['p']);
  });

  it('opens a plan with cells of the wrong shape, so that its other rules still speak', () => {
    const broken = `${PLAN}  - {number: [1], action: {а: б}, when: 5, executors: {x: 1}, indicators: нет, parts: да}\n  - просто текст\n`;
    const { workspace } = loadWorkspace(memoryFiles({ 'p.plan.yaml': broken }));
    expect(workspace.plans[0]?.items.map(({ number }) => number)).toEqual(['1', '']);
  });

  it('knows a plan by its id, unless two claim it', () => {
    const { workspace } = loadWorkspace(memoryFiles({ 'a.yaml': PLAN, 'b.yaml': PLAN }));
    expect(workspace.plans).toHaveLength(2);
    expect(workspace.planOf('p')).toBeUndefined();
    expect(workspace.planOf('__proto__')).toBeUndefined();
  });
});
