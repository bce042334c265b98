import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderWith, plainEnv } from '../cli/run-roadmap.ts';

export interface Repository {
  readonly folder: string;
  git(...args: readonly string[]): string;
  write(files: Readonly<Record<string, string>>): void;
  /** Records everything there is; gives the commit's id. */
  commit(): string;
}

/** A git repository of its own with these files in the first commit of `main`. */
export function repositoryWith(files: Readonly<Record<string, string>>): Repository {
  const folder = folderWith(files);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: plainEnv({
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_AUTHOR_NAME: 'Ольга',
        GIT_AUTHOR_EMAIL: 'olga@example.ru',
        GIT_COMMITTER_NAME: 'Ольга',
        GIT_COMMITTER_EMAIL: 'olga@example.ru',
      }),
    }).trim();
  const repository: Repository = {
    folder,
    git,
    write(more) {
      for (const [path, text] of Object.entries(more)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    commit() {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', 'Правка');
      return git('rev-parse', 'HEAD');
    },
  };
  git('init', '--quiet', '--initial-branch=main');
  repository.commit();
  return repository;
}

export interface PlanItem {
  readonly number: string;
  readonly action?: string;
  readonly when?: string;
}

/** A plan in which nothing is wrong but what the items bring. */
export function planOf(id: string, items: readonly PlanItem[], comment = ''): string {
  return [
    ...(comment === '' ? [] : [`# ${comment}`]),
    'kind: plan',
    `id: ${id}`,
    'level: municipal',
    'programme: Проект «Опора»',
    'title: План мероприятий («дорожная карта») по реализации проекта «Опора»',
    'territory: Заречный район',
    'period: 2022',
    'executors:',
    '  управление: {name: Управление образования администрации Заречного района}',
    'items:',
    ...items.flatMap(({ number, action, when }) => [
      `  - number: "${number}"`,
      `    action: ${action ?? `Провести совещание № ${number} с директорами школ`}`,
      ...(when === '' ? [] : [`    when: ${when ?? 'до 20 октября'}`]),
      '    executors: [управление]',
      '    indicators: [Протокол совещания]',
    ]),
    '',
  ].join('\n');
}
