import { expect, test } from 'vitest';
import { runShell } from '../cli/run-roadmap.ts';
import { planOf, repositoryWith } from './repository.ts';
import { yamlOf } from './steps.ts';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
  readonly pass_filenames: boolean;
  readonly language: string;
}

const hooks = yamlOf<readonly Hook[]>('.pre-commit-hooks.yaml');
const hookOf = (id: string): Hook => hooks.find((hook) => hook.id === id) as Hook;

test('the example names hooks that there are', () => {
  const { repos } = yamlOf<{ repos: { hooks: { id: string }[] }[] }>('examples/ci/pre-commit-config.yaml');
  expect(repos.flatMap((repo) => repo.hooks.map(({ id }) => id))).toEqual(hooks.map(({ id }) => id));
});

test('a hook runs for documents and not for others', () => {
  for (const { files, language, pass_filenames } of hooks) {
    const wanted = ['plans/zarechny.plan.yaml', 'registry.yml', 'README.md', 'notes.yaml.txt'].filter(
      (name) => new RegExp(files).test(name),
    );
    expect({ wanted, language, pass_filenames }).toEqual({
      wanted: ['plans/zarechny.plan.yaml', 'registry.yml'],
      language: 'node',
      pass_filenames: false,
    });
  }
});

test('roadmap-check lets a clean commit through and stops another', () => {
  const { folder, write } = repositoryWith({ 'zarechny.plan.yaml': planOf('zarechny', [{ number: '1' }]) });
  const { entry } = hookOf('roadmap-check');
  expect(runShell('sh', entry, { cwd: folder }).code).toBe(0);
  write({ 'zarechny.plan.yaml': planOf('zarechny', [{ number: '1', when: '' }]) });
  expect(runShell('sh', entry, { cwd: folder }).code).toBe(1);
});

test('roadmap-fmt stops a document that is laid out otherwise', () => {
  const { folder, write } = repositoryWith({ 'zarechny.plan.yaml': planOf('zarechny', [{ number: '1' }]) });
  expect(runShell('sh', 'roadmap fmt', { cwd: folder }).code).toBe(0);
  const { entry } = hookOf('roadmap-fmt');
  expect(runShell('sh', entry, { cwd: folder }).code).toBe(0);
  write({ 'zarechny.plan.yaml': `kind:   plan\nid: zarechny\ntitle:   План\n` });
  expect(runShell('sh', entry, { cwd: folder }).code).toBe(1);
});
