import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskFiles, workspaceRootOf } from '../../src/io/disk.ts';
import { writeNew, writeWhole } from '../../src/io/write.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { has } from '../needs.ts';

let root: string;
const put = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
const text = (bytes: Uint8Array | string): string =>
  typeof bytes === 'string' ? `! ${bytes}` : Buffer.from(bytes).toString();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'roadmap-io-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('files on the disk', () => {
  it('are listed in order, without what is not ours to read', () => {
    put('b.yaml', '');
    put('a/c.yaml', '');
    put('node_modules/x.yaml', '');
    put('.git/x.yaml', '');
    put('own/roadmap.config.yaml', '');
    put('own/d.yaml', '');
    expect(diskFiles(root).list('')).toEqual(['a/c.yaml', 'b.yaml']);
  });

  it('outside the workspace are refused, by a path or by a link', () => {
    const outside = mkdtempSync(join(tmpdir(), 'roadmap-out-'));
    writeFileSync(join(outside, 'secret.yaml'), 'тайна');
    symlinkSync(join(outside, 'secret.yaml'), join(root, 'link.yaml'));
    const files = diskFiles(root);
    // Listed, so that reading it can tell why it is no document.
    expect(files.list('')).toEqual(['link.yaml']);
    expect(text(files.read('link.yaml'))).toBe('! outside');
    expect(text(files.read('../secret.yaml'))).toBe('! outside');
    expect(files.exists('link.yaml')).toBe(false);
    rmSync(outside, { recursive: true });
  });

  it('tell of folders that were passed over: closed ones, and linked ones outside that hold YAML', () => {
    const outside = mkdtempSync(join(tmpdir(), 'roadmap-out-'));
    mkdirSync(join(outside, 'районы'));
    writeFileSync(join(outside, 'районы', 'p.plan.yaml'), '');
    put('own/a.yaml', '');
    symlinkSync(outside, join(root, 'соседи'));
    symlinkSync('own', join(root, 'again'));
    symlinkSync(join(root, 'nowhere'), join(root, 'empty'));
    const files = diskFiles(root);
    expect(files.list('')).toEqual(['own/a.yaml']);
    expect(files.unlisted?.()).toEqual([{ folder: 'соседи', failure: 'outside' }]);
    const { problems } = loadWorkspace(files);
    expect(problems.map(({ rule, at }) => [rule, at.file])).toEqual([['encoding', 'соседи']]);
    put('roadmap.config.yaml', 'exclude: [соседи]');
    expect(loadWorkspace(files).problems.filter(({ rule }) => rule === 'encoding')).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  it('reads a document by the link that leads to a file of another name', () => {
    put('kept/p.txt', 'kind: plan\n');
    symlinkSync('kept/p.txt', join(root, 'p.plan.yaml'));
    const files = diskFiles(root);
    expect(files.list('')).toContain('p.plan.yaml');
    expect(text(files.read('p.plan.yaml'))).toBe('kind: plan\n');
  });

  it('are one document, whatever chain of links leads to it', () => {
    const outside = mkdtempSync(join(tmpdir(), 'roadmap-out-'));
    writeFileSync(join(outside, 'p.yaml'), '');
    put('a.yaml', '');
    symlinkSync('a.yaml', join(root, 'b.yaml'));
    symlinkSync('b.yaml', join(root, 'c.yaml'));
    symlinkSync(join(outside, 'p.yaml'), join(root, 'd.yaml'));
    symlinkSync('d.yaml', join(root, 'e.yaml'));
    const files = diskFiles(root);
    expect(files.list('').map((path) => [path, text(files.read(path))])).toEqual([
      ['a.yaml', ''],
      ['d.yaml', '! outside'],
    ]);
    rmSync(outside, { recursive: true });
  });

  it('are one document each, whatever links lead to it', () => {
    put('a.yaml', '');
    symlinkSync('a.yaml', join(root, 'b.yaml'));
    symlinkSync('nowhere.yaml', join(root, 'c.yaml'));
    const files = diskFiles(root);
    expect(files.list('')).toEqual(['a.yaml', 'c.yaml']);
    expect(text(files.read('c.yaml'))).toBe('! missing');
  });

  it('may be covered by unsaved texts', () => {
    put('a.yaml', 'старое');
    const files = diskFiles(root, new Map([['a.yaml', Buffer.from('новое')]]));
    expect(text(files.read('a.yaml'))).toBe('новое');
  });

  it('belong to the nearest config upward', () => {
    put('roadmap.config.yaml', '');
    mkdirSync(join(root, 'a/b'), { recursive: true });
    expect(workspaceRootOf(join(root, 'a/b'))).toBe(root);
  });
});

describe.skipIf(!has('git'))('files at a git revision', () => {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
      cwd: root,
      encoding: 'utf8',
    });

  it('are those of the commit, whatever the disk says now', () => {
    git('init', '-q');
    put('план.yaml', 'первый');
    put('sub/b.yaml', 'второй');
    git('add', '.');
    git('commit', '-qm', 'one');
    put('план.yaml', 'изменён');
    put('new.yaml', 'новый');
    const then = diskFiles(root).at('HEAD');
    expect(then?.list('')).toEqual(['sub/b.yaml', 'план.yaml']);
    expect(text(then?.read('план.yaml') ?? '')).toBe('первый');
    expect(text(then?.read('new.yaml') ?? '')).toBe('! missing');
    expect(then?.exists('sub')).toBe(true);
    expect(text(diskFiles(join(root, 'sub')).at('HEAD')?.read('b.yaml') ?? '')).toBe('второй');
  });

  it('are none for a revision that is not there or would be an option of git', () => {
    git('init', '-q');
    expect(diskFiles(root).at('nowhere')).toBeUndefined();
    expect(diskFiles(root).at('--help')).toBeUndefined();
  });
});

describe('a file is written', () => {
  it('whole, leaving nothing beside it', () => {
    put('a.txt', '');
    symlinkSync('a.txt', join(root, 'link.txt'));
    writeWhole(join(root, 'link.txt'), 'через ссылку');
    expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('через ссылку');
    rmSync(join(root, 'link.txt'));
    rmSync(join(root, 'a.txt'));
    writeWhole(join(root, 'x/a.txt'), 'один');
    writeWhole(join(root, 'x/a.txt'), 'два');
    expect(readFileSync(join(root, 'x/a.txt'), 'utf8')).toBe('два');
    expect(readdirSync(join(root, 'x'))).toEqual(['a.txt']);
  });

  it('not at all where a new one was asked for and one is there', () => {
    put('a.txt', 'моё');
    expect(() => writeNew(join(root, 'a.txt'), 'чужое')).toThrow(expect.objectContaining({ code: 'EEXIST' }));
    expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('моё');
    expect(readdirSync(root)).toEqual(['a.txt']);
  });
});
