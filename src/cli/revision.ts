import type { Files } from '../source/files.ts';
import { UsageError } from './usage-error.ts';

/**
 * Refuses a revision of which documents are not there (a clone that was made in part, a damaged one): what they say would
 * silently count as never written. `files` are those of the revision, `name` is what the user called it.
 */
export function refuseIncomplete(files: Files, name: string): void {
  const missing = files.list('').find((file) => /\.ya?ml$/i.test(file) && files.read(file) === 'unreadable');
  if (missing === undefined) return;
  throw new UsageError(
    {
      ru: `В хранилище git нет текста файла ${missing} из ревизии «${name}».`,
      en: `The git repository does not hold the text of ${missing} in the revision “${name}”.`,
    },
    {
      ru: 'Хранилище получено не целиком или повреждено: git fetch --refetch, git fsck.',
      en: 'The repository was cloned in part or is damaged: git fetch --refetch, git fsck.',
    },
  );
}
