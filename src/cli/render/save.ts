import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { clearLeftovers } from '../../io/leftovers.ts';
import { kindOfPath } from '../../io/paths.ts';
import { writeWhole } from '../../io/write.ts';
import type { SealedFormat } from '../../render/seal.ts';
import { unwritable } from '../save.ts';
import { UsageError } from '../usage-error.ts';

interface SaveOptions {
  readonly force: boolean;
  /** How the user called the file. */
  readonly named: string;
}

/**
 * Writes a document whole or not at all. A file that is there is replaced when it is what we wrote once, to the byte
 * (its seal says so), or when the user insists: what somebody edited or signed is never lost by a second run.
 */
export async function saveDocument(
  bytes: Uint8Array,
  path: string,
  format: SealedFormat,
  { force, named }: SaveOptions,
): Promise<'written' | 'unchanged'> {
  const { isAsSealed: isUntouched, sealed } = await import('../../render/seal.ts');
  const document = sealed(bytes, format);
  const kind = kindOfPath(path);
  if (kind === 'folder') {
    throw new UsageError({ ru: `«${named}» — папка.`, en: `“${named}” is a folder.` });
  }
  if (kind === 'file') {
    const there = readFileSync(path);
    if (Buffer.compare(there, document) === 0) {
      clearLeftovers(dirname(path));
      return 'unchanged';
    }
    if (!force && !isUntouched(there, format)) throw changed(named);
  }
  try {
    writeWhole(path, document);
  } catch (error) {
    throw unwritable(named, error);
  }
  return 'written';
}

const changed = (named: string): UsageError =>
  new UsageError(
    {
      ru: `«${named}» уже есть, и с тех пор, как его вывели, его изменили (или вывели не отсюда).`,
      en: `“${named}” is there and was changed since it was rendered (or was not rendered here).`,
    },
    {
      ru: 'Чем он отличается от плана: roadmap verify; записать поверх: --force; или выберите другое имя.',
      en: 'How it differs from the plan: roadmap verify; to write over it: --force; or choose another name.',
    },
  );
