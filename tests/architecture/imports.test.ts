import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

/** From the first on, a folder may import those before it, never one after it. */
const ORDER = [
  'fields',
  'finding',
  'meaning',
  'russian',
  'source',
  'schema',
  'model',
  'history',
  'trace',
  'status',
  'collect',
  'rules',
  'check',
];

/** Folders outside the order, with all they may import. */
const ASIDE: Record<string, readonly string[]> = {
  ooxml: ['finding'],
  edit: ['fields', 'finding', 'meaning', 'russian', 'source', 'schema'],
  fix: [...ORDER, 'edit'],
  view: [
    'fields',
    'finding',
    'meaning',
    'russian',
    'source',
    'schema',
    'model',
    'history',
    'trace',
    'status',
    'collect',
  ],
  render: ['finding', 'meaning', 'view', 'ooxml'],
  report: ['finding'],
  import: [
    'fields',
    'finding',
    'meaning',
    'russian',
    'source',
    'schema',
    'model',
    'history',
    'collect',
    'edit',
    'ooxml',
  ],
  io: ['source'],
};
// The language server may import what the command line may, but not the command line.
ASIDE.lsp = [...ORDER, ...Object.keys(ASIDE), 'report'];

/** Modules of the world outside, and the only folders that may touch them. */
const WORLD: readonly { module: RegExp; folders: readonly string[]; why: string }[] = [
  {
    module: /^node:(fs|child_process|os|process|readline|worker_threads)(\/|$)/,
    folders: ['io', 'cli'],
    why: 'files and processes come to the core through the Files port (source/files.ts)',
  },
  {
    module: /^yaml$/,
    folders: ['source', 'edit'],
    why: 'read YAML through source/read.ts, write it through edit/',
  },
  { module: /^ajv(\/|$)/, folders: ['schema'], why: 'validate through schema/validate.ts' },
  {
    module: /^(docx|exceljs)$/,
    folders: ['render', 'import'],
    why: 'make a view (view/) and let render/ write it',
  },
  {
    module: /^(saxes|fflate)$/,
    folders: ['ooxml', 'render'],
    why: 'unpack, parse and write packages through ooxml/',
  },
  {
    module: /^(commander|chalk|cli-table3)$/,
    folders: ['cli', 'report', 'render'],
    why: 'the terminal belongs to cli/',
  },
];

/** What only `cli/` may ask for: the clock and the process. */
const GLOBALS: readonly { pattern: RegExp; folders: readonly string[]; why: string }[] = [
  {
    pattern: /\bDate\.now\(|\bnew Date\(\)/,
    folders: ['cli'],
    why: 'the clock is read in cli/ and handed down as a day',
  },
  {
    pattern: /(?<![\w.'"`-])process\.(?!pid\b)[a-z]/,
    folders: ['cli', 'io'],
    why: 'the process belongs to cli/ and io/',
  },
  { pattern: /\bMath\.random\(/, folders: [], why: 'same input, same bytes: nothing here is left to chance' },
];

interface Source {
  /** Path below `src/`, with `/`. */
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function sourcesBelow(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(`${sep}generated${sep}`))
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      const path = relative(SRC, file).split(sep).join('/');
      const code = withoutComments(text);
      const imports = [...code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
        (match) => match[1] as string,
      );
      return { path, folder: path.includes('/') ? (path.split('/')[0] as string) : '', text: code, imports };
    });
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

function allowed(folder: string): readonly string[] | undefined {
  if (folder === 'cli' || folder === '') return undefined;
  const rank = ORDER.indexOf(folder);
  return rank >= 0 ? ORDER.slice(0, rank) : (ASIDE[folder] ?? []);
}

const sources = sourcesBelow(SRC);

describe('imports go one way', () => {
  it('sees the whole tree', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(new Set(sources.map(({ folder }) => folder))).toContain('rules');
  });

  it('from a folder only to those before it', () => {
    const offences = sources.flatMap(({ path, folder, imports }) => {
      const may = allowed(folder);
      return imports.flatMap((target) => {
        if (!target.startsWith('.')) return [];
        const other = relative(SRC, resolve(SRC, dirname(path), target)).split(sep)[0] as string;
        if (other === folder || may === undefined || may.includes(other)) return [];
        return [
          `${path} imports ${target}: ${folder}/ may import ${may.join(', ') || 'nothing'} — move the shared part down, or hand it in as an argument`,
        ];
      });
    });
    expect(offences).toEqual([]);
  });

  it('into ooxml/ only from where Word and Excel are read or written', () => {
    const offences = sources.flatMap(({ path, folder, imports }) =>
      ['ooxml', 'import', 'render'].includes(folder)
        ? []
        : imports
            .filter((target) => /(^|\/)ooxml\//.test(target))
            .map(
              (target) => `${path} imports ${target}: ask import/ or render/ for what you need of the file`,
            ),
    );
    expect(offences).toEqual([]);
  });

  it('into russian/ only through its face', () => {
    const offences = sources.flatMap(({ path, folder, imports }) =>
      folder === 'russian'
        ? []
        : imports
            .filter((target) => /(^|\/)russian\/(?!index\.ts$)/.test(target))
            .map(
              (target) =>
                `${path} imports ${target}: add what you need to russian/index.ts and import it from there`,
            ),
    );
    expect(offences).toEqual([]);
  });

  it('into the fast reader of YAML only where the package stands behind it', () => {
    const may = ['source/read.ts', 'source/parse.ts', 'source/locate.ts'];
    const offences = sources.flatMap(({ path, imports }) =>
      path.startsWith('source/fast/') || may.includes(path)
        ? []
        : imports
            .filter((target) => /(^|\/)fast\//.test(target))
            .map(
              (target) => `${path} imports ${target}: read YAML through source/read.ts or source/locate.ts`,
            ),
    );
    const ways = sources.flatMap(({ path, imports }) =>
      may.includes(path)
        ? imports.filter((target) => target.includes('fast/') && target !== './fast/read.ts')
        : [],
    );
    expect([...offences, ...ways]).toEqual([]);
  });

  it('from a command never into another command', () => {
    const shared = ['terminal', 'documents'];
    const offences = sources.flatMap(({ path, folder, imports }) => {
      const [, command] = path.split('/') as [string, string];
      if (folder !== 'cli') return [];
      return imports.flatMap((target) => {
        if (!target.startsWith('.')) return [];
        const [top, other, file] = relative(SRC, resolve(SRC, dirname(path), target)).split(sep);
        if (top !== 'cli' || file === undefined || other === command || shared.includes(other as string))
          return [];
        // What a command is called and takes is data for help and completion, at hand for all.
        if (file === 'spec.ts' && (command === 'commands.ts' || command === 'completion')) return [];
        return [
          `${path} imports ${target}: move what both need to cli/ itself, to cli/terminal/ (what is drawn) or to cli/documents/ (files that are written)`,
        ];
      });
    });
    expect(offences).toEqual([]);
  });

  it('to the world outside only where it is let in', () => {
    const offences = sources.flatMap(({ path, folder, imports }) =>
      imports.flatMap((target) =>
        WORLD.filter(({ module, folders }) => module.test(target) && !folders.includes(folder)).map(
          ({ why }) => `${path} imports ${target}: ${why}`,
        ),
      ),
    );
    expect(offences).toEqual([]);
  });

  it('asks for the clock, the process and chance only where it may', () => {
    const offences = sources.flatMap(({ path, folder, text }) =>
      GLOBALS.filter(({ pattern, folders }) => pattern.test(text) && !folders.includes(folder)).map(
        ({ why }) => `${path}: ${why}`,
      ),
    );
    expect(offences).toEqual([]);
  });

  it('names no class of Unicode where a check pays for it', () => {
    const folders = ['fields', 'finding', 'meaning', 'russian', 'model', 'trace', 'status', 'rules', 'check'];
    const offences = sources.flatMap(({ path, folder, text }) =>
      folders.includes(folder) && /\\p\{/i.test(text)
        ? [
            `${path} has \\p{…} in a regular expression, which costs every run 1–5 ms: write [а-я] where the text is folded, or build it once from the classes of russian/words/letters.ts`,
          ]
        : [],
    );
    expect(offences).toEqual([]);
  });

  it('loads heavy libraries only when a command needs them', () => {
    const heavy = /^(docx|exceljs|saxes)$/;
    const start = reachable('cli/main.ts').concat(reachable('cli/check/run.ts'));
    const offences = start.filter(({ imports }) => imports.some((target) => heavy.test(target)));
    expect(offences.map(({ path }) => path)).toEqual([]);
  });
});

/** Modules a file pulls in at once: static imports only, since dynamic ones wait for their command. */
function reachable(entry: string): Source[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const seen = new Set<string>();
  const queue = [entry];
  for (const path of queue) {
    const source = byPath.get(path);
    if (!source || seen.has(path)) continue;
    seen.add(path);
    for (const [, target] of source.text.matchAll(/^(?:import|export)\s[^;]*?from\s+'(\.[^']+)'/gm)) {
      queue.push(
        relative(SRC, resolve(SRC, dirname(path), target as string))
          .split(sep)
          .join('/'),
      );
    }
  }
  return [...seen].map((path) => byPath.get(path) as Source);
}
