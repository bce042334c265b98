import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Bilingual } from '../../finding/text.ts';
import { writeNew } from '../../io/write.ts';
import { unwritable } from '../save.ts';
import { UsageError } from '../usage-error.ts';

/** Larger files are no documents for a repository. */
const LARGEST = 20 * 1024 * 1024;

interface EvidenceFiles {
  /** The path that a fact names a file by, where an answer names it and it lies beside the answer; else the entry itself. */
  readonly nameFor: (answer: string, entry: string) => string;
  /** Copies the files of these paths, as far as they are not there. Throws `UsageError` where the disk refuses. */
  copy(paths: readonly string[]): void;
  /** Files that were named and not taken, each with the reason. */
  refusals(): readonly Bilingual[];
}

/**
 * Files that answers name as evidence, to be copied into a folder of the workspace. A copy is named by its content and its own
 * name without signs that some system gives a meaning («3f7a9c0e-протокол-1.pdf»): the same file is copied once, and no name
 * leads out of the folder.
 */
export function evidenceFiles(folder: string, root: string, cwd: string): EvidenceFiles {
  const inside = insideOf(folder, root, cwd);
  const sources = new Map<string, string>();
  const refused = new Map<string, Bilingual>();
  return {
    nameFor: (answer, entry) => {
      const source = besideAnswer(resolve(cwd, answer), entry);
      if (source === undefined) return entry;
      if (lstatSync(source).size > LARGEST) {
        const most = LARGEST / 1024 / 1024;
        refused.set(source, {
          ru: `«${entry}» больше ${most} МБ, не скопирован.`,
          en: `“${entry}” is larger than ${most} MB and was not copied.`,
        });
        return entry;
      }
      const path = [inside, copyName(entry, readFileSync(source))].filter((step) => step !== '').join('/');
      sources.set(path, source);
      return path;
    },
    copy: (paths) => {
      for (const path of new Set(paths)) {
        const source = sources.get(path);
        const target = resolve(root, path);
        if (source === undefined || existsSync(target)) continue;
        try {
          mkdirSync(dirname(target), { recursive: true });
          writeNew(target, readFileSync(source));
        } catch (error) {
          throw unwritable(path, error);
        }
      }
    },
    refusals: () => [...refused.values()],
  };
}

/** A name alone, with an extension: no steps, no drives, no streams. */
const FILE_NAME = /^[^\\/:*?"<>|\p{Cc}]{1,120}\.[\p{L}\p{N}]{1,8}$/u;

/** The file beside an answer that an entry names; a link is none. */
function besideAnswer(answer: string, entry: string): string | undefined {
  if (!FILE_NAME.test(entry)) return undefined;
  const path = join(dirname(answer), entry);
  try {
    return path !== answer && lstatSync(path).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}

const MOST_LETTERS = 60;

function copyName(name: string, bytes: Uint8Array): string {
  const dot = name.lastIndexOf('.');
  const plain = name
    .slice(0, dot)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const words = [...plain].slice(0, MOST_LETTERS).join('');
  return `${digest}${words === '' ? '' : `-${words}`}${name.slice(dot).toLowerCase()}`;
}

/** The folder from the top of the workspace. Throws `UsageError` for one that lies outside, by its name or by a link. */
function insideOf(folder: string, root: string, cwd: string): string {
  const path = resolve(cwd, folder);
  let there = path;
  while (!existsSync(there)) there = dirname(there);
  const steps = relative(root, path);
  const real = relative(realpathSync(root), realpathSync(there));
  const isOut = (one: string): boolean => one === '..' || one.startsWith(`..${sep}`) || isAbsolute(one);
  if (!isOut(steps) && !isOut(real)) return steps.split(sep).join('/');
  throw new UsageError(
    {
      ru: `--evidence-dir: «${folder}» лежит вне рабочей папки.`,
      en: `--evidence-dir: “${folder}” lies outside the workspace.`,
    },
    { ru: 'Назовите папку в ней, например evidence.', en: 'Name a folder in it, evidence for example.' },
  );
}
