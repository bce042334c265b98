import { type CheckOptions, check } from '../../check/check.ts';
import { newSince } from '../../check/since.ts';
import { renamedFiles } from '../../check/since-renames.ts';
import type { CheckReport } from '../../finding/report.ts';
import { partingPoint } from '../../io/git.ts';
import type { DocumentSet } from '../../model/document-set.ts';
import { loadWorkspace } from '../../model/load.ts';
import { refuseIncomplete } from '../revision.ts';
import { UsageError } from '../usage-error.ts';
import type { Chosen } from '../workspaces.ts';

/**
 * Leaves in a report what the branch brings since it parted from a revision. The old state is judged at the same day:
 * what a day made overdue is nobody's change.
 */
export function sinceRevision(
  report: CheckReport,
  { root, named, documents: { files: now } }: Chosen & { readonly documents: DocumentSet },
  revision: string,
  when: CheckOptions,
): CheckReport {
  const files = now.at(partingPoint(root, revision));
  if (files === undefined) throw noRevision(revision);
  refuseIncomplete(files, revision);
  const before = loadWorkspace(files, named);
  return newSince(
    report,
    check(before, when),
    renamedFiles(before.workspace, loadWorkspace(now, named).workspace),
  );
}

function noRevision(revision: string): UsageError {
  return new UsageError(
    {
      ru: `--since: ревизии «${revision}» в git здесь нет.`,
      en: `--since: git has no revision “${revision}” here.`,
    },
    {
      ru: 'Назовите ветку, метку или коммит, например origin/main. На сервере сборок скопируйте хранилище вместе с историей (fetch-depth: 0, GIT_DEPTH: 0).',
      en: 'Name a branch, a tag or a commit, such as origin/main. On a CI server fetch the history too (fetch-depth: 0, GIT_DEPTH: 0).',
    },
  );
}
