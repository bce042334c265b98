import { createHash } from 'node:crypto';

/**
 * A name for a finding that stays when lines shift: made of what it says and of whom, never of where in the file it
 * is. Equal findings of one file get different names by their order (`nth`, from 0).
 */
export function fingerprintOf(parts: {
  readonly rule: string;
  readonly file: string;
  readonly plan?: string | undefined;
  readonly item?: string | undefined;
  readonly message: string;
  readonly nth: number;
}): string {
  const text = [
    parts.rule,
    parts.file,
    parts.plan ?? '',
    parts.item ?? '',
    parts.message,
    String(parts.nth),
  ].join('\0');
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** The name of a finding among those of several workspaces: files of the same relative path lie in different folders. */
export function fingerprintIn(folder: string, fingerprint: string): string {
  if (folder === '') return fingerprint;
  return createHash('sha256').update(`${folder}\0${fingerprint}`).digest('hex').slice(0, 32);
}
