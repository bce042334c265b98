import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Outcome, plainEnv, ROOT } from '../cli/run-roadmap.ts';

type Texts = Readonly<Record<string, string>>;

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Texts;
  readonly run?: string;
  readonly env?: Texts;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** A file of this repository as YAML. */
export const yamlOf = <Shape>(path: string): Shape => parse(readFileSync(join(ROOT, path), 'utf8')) as Shape;

/** Puts values in the place of `${{ … }}`; a name nobody gave is a mistake of the workflow. */
function filled(text: string, values: Texts): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, name: string) => {
    if (!Object.hasOwn(values, name)) throw new Error(`the workflow asks for ${name}`);
    return values[name] as string;
  });
}

const filledAll = (texts: Texts, values: Texts): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, filled(text, values)]));

/** Runs a shell step as the runner of GitHub does: bash, stop at the first failure, pipes included. */
function runBash(script: string, cwd: string, env: Texts): Outcome {
  const args = ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script];
  const { status, stdout, stderr } = spawnSync('bash', args, { cwd, env: plainEnv(env), encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

/** Our own action with these inputs: its steps, in the shell, until one fails. */
export function runAction(inputs: Texts, cwd: string, env: Texts, actionPath = ROOT): Outcome {
  const action = yamlOf<Action>('action.yml');
  for (const name of Object.keys(inputs)) {
    if (!Object.hasOwn(action.inputs, name)) throw new Error(`the action has no input ${name}`);
  }
  const values = Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: usual }]) => [
      `inputs.${name}`,
      inputs[name] ?? usual,
    ]),
  );
  const out: Outcome[] = [];
  for (const { run, env: own = {} } of action.runs.steps) {
    const step = { ...env, GITHUB_ACTION_PATH: actionPath, ...filledAll(own, values) };
    out.push(runBash(run ?? '', cwd, step));
    if (out.at(-1)?.code !== 0) break;
  }
  return {
    code: out.at(-1)?.code ?? null,
    stdout: out.map(({ stdout }) => stdout).join(''),
    stderr: out.map(({ stderr }) => stderr).join(''),
  };
}

/** The steps of a workflow that are ours, with `github.…` filled in; others' actions are left out. */
export function runWorkflow(
  workflow: { readonly jobs: object },
  values: Texts,
  cwd: string,
  env: Texts,
): Outcome {
  const [job] = Object.values(workflow.jobs) as { steps: readonly Step[] }[];
  const [ours, ...more] = (job?.steps ?? []).filter(({ uses }) => uses?.startsWith('roadmap-ru/roadmap@'));
  if (ours === undefined || more.length > 0) throw new Error('one step of the workflow is ours');
  return runAction(filledAll(ours.with ?? {}, values), cwd, env);
}
