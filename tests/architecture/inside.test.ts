import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SRC = join(ROOT, 'src');

const slashed = (path: string): string => path.split(sep).join('/');

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules'));
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

const texts = new Map(
  filesBelow(SRC, /\.ts$/).map((file) => [
    slashed(relative(SRC, file)),
    withoutComments(readFileSync(file, 'utf8')),
  ]),
);

/** File → the files it imports, types too. */
const imports = new Map(
  [...texts].map(([path, text]) => [
    path,
    [...text.matchAll(/\bfrom\s*'(\.[^']+)'/g)]
      .map(([, target]) => slashed(relative(SRC, resolve(SRC, dirname(path), target!))))
      .filter((target) => texts.has(target)),
  ]),
);

/** Circles of imports, each once, as the files on the way. */
function circles(): readonly string[] {
  const found = new Map<string, string>();
  for (const start of imports.keys()) {
    const before = new Map<string, string>();
    const queue = [start];
    for (const at of queue) {
      for (const next of imports.get(at) ?? []) {
        if (next === start) {
          const way = [at];
          while (way[0] !== start) way.unshift(before.get(way[0]!)!);
          const key = [...way].sort().join(' ');
          if (!found.has(key)) found.set(key, [...way, start].join(' → '));
        } else if (!before.has(next)) {
          before.set(next, at);
          queue.push(next);
        }
      }
    }
  }
  return [...found.values()];
}

it('no file imports itself round a corner, not even for a type', () => {
  const offences = circles().map(
    (circle) => `${circle}: move what both need into a file that imports neither`,
  );
  expect(offences).toEqual([]);
});

it('nothing is exported that no other file takes', () => {
  const others = ['scripts', 'bench', 'bin', 'tests'].flatMap((folder) =>
    filesBelow(join(ROOT, folder), /\.(ts|mjs|cjs|js)$/).map((file) => readFileSync(file, 'utf8')),
  );
  const words = new Map<string, Set<string>>();
  for (const [path, text] of [...texts, ...others.map((text, at) => [`outside ${at}`, text] as const)]) {
    for (const [word] of text.matchAll(/[A-Za-z_$][\w$]*/g)) {
      const files = words.get(word);
      if (files) files.add(path);
      else words.set(word, new Set([path]));
    }
  }
  const offences = [...texts].flatMap(([path, text]) => {
    // What programs import is not for us.
    if (path === 'api.ts' || path.includes('generated/')) return [];
    const names = [
      ...text.matchAll(
        /^export (?:declare )?(?:async )?(?:const|let|function\*?|class|interface|type) (\w+)/gm,
      ),
    ].map(([, name]) => name!);
    const alone = names
      .filter((name) => (words.get(name)?.size ?? 0) < 2)
      .filter((name) => !(name === 'run' || name === 'rule'))
      .map((name) => `${path}: ${name} is used in this file alone; take «export» away, or the whole of it`);
    const passedOn = [...text.matchAll(/^export (?:type )?\{([^}]*)\} from '([^']+)'/gm)].flatMap(
      ([, list, target]) => {
        const origin = slashed(relative(SRC, resolve(SRC, dirname(path), target!)));
        return [...list!.matchAll(/(?:type )?(\w+)(?: as (\w+))?/g)]
          .map(([, name, shown = name]) => shown!)
          .filter((name) => {
            // The face of a folder is for the others; what passes a name on elsewhere wants one more file.
            const isFace = path.endsWith('/index.ts');
            const inside = isFace ? path.slice(0, path.indexOf('/') + 1) : path;
            const users = [...(words.get(name) ?? [])];
            return !users.some(
              (file) => !file.startsWith(inside) && file !== origin && (!isFace || texts.has(file)),
            );
          })
          .map((name) => `${path}: ${name} is passed on to nobody; take it out`);
      },
    );
    return [...alone, ...passedOn];
  });
  expect(offences).toEqual([]);
});

it('a way to say a thing is one line of its table', () => {
  const offences = [...texts].flatMap(([path, text]) => {
    if (!/^russian\/(grammar|period)\//.test(path)) return [];
    const tables = text.match(/^( *)rows: \[\n[\s\S]*?\n\1\]|^const CASES[\s\S]*?\n\]/gm) ?? [];
    return tables
      .flatMap((table) => table.split('\n').slice(1, -1))
      .filter((line) => line.trim() !== '' && (!/^ *\[.*\],$/.test(line) || line.length > 170))
      .map(
        (line) =>
          `${path}: «${line.trim()}»: put the row on one line of at most 170 letters (under «biome-ignore format»), and what it means into a function with a name`,
      );
  });
  expect(offences).toEqual([]);
});
