import { dirname, join, relative, resolve, sep } from 'node:path';
import { kindOfPath } from '../../io/paths.ts';

/** Where the schemas are published: the `$id` of each. */
const PUBLISHED = 'https://roadmap-ru.github.io/schemas/';

/**
 * The schema of a new document for editors: the copy in a folder `schemas` of the repository, upward from the document,
 * else the published one.
 */
export function schemaFor(kind: 'plan' | 'facts', file: string): string {
  const name = `${kind}.schema.json`;
  const own = dirname(resolve(file));
  for (let folder = own; ; folder = dirname(folder)) {
    const copy = join(folder, 'schemas', name);
    if (kindOfPath(copy) === 'file') return relative(own, copy).split(sep).join('/');
    if (folder === dirname(folder) || kindOfPath(join(folder, '.git')) !== 'missing') return PUBLISHED + name;
  }
}
