import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../cli/run-roadmap.ts';

const FRONT = ['README.md', 'README.ru.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];

const isMarkdown = (name: string): boolean => name.endsWith('.md');

/** Every page for readers, by its path in the repository; rules’ pages have tests of their own. */
export function pagePaths(): readonly string[] {
  const docs = (readdirSync(join(ROOT, 'docs'), { recursive: true }) as string[])
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((path) => isMarkdown(path) && (!path.startsWith('docs/rules/') || path.endsWith('/README.md')));
  return [...FRONT.filter((path) => existsSync(join(ROOT, path))), ...docs.sort()];
}

export const readPage = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The language the commands of a page speak; the English front page asks for its own by `--lang`. */
export const languageOf = (path: string): 'ru' | 'en' => (path.startsWith('docs/en/') ? 'en' : 'ru');

/** The prose of a page: what stands in blocks is neither a heading nor a link. */
export const withoutBlocks = (text: string): string => text.replace(/^(`{3,})[\s\S]*?^\1$/gm, '');
