import { expect, it } from 'vitest';
import { pathOfUntitled, pathOfUri, uriOfPath } from '../../src/lsp/uri.ts';

it.each([
  ['file:///home/anna/plans/a.yaml', '/home/anna/plans/a.yaml'],
  [
    'file:///home/anna/%D0%BF%D0%BB%D0%B0%D0%BD%20%E2%84%96%201%20%281%29.plan.yaml',
    '/home/anna/план № 1 (1).plan.yaml',
  ],
  ['file:///tmp/100%25%23%3F.yaml', '/tmp/100%#?.yaml'],
])('maps %s to a path and back', (uri, path) => {
  expect(pathOfUri(uri, false)).toBe(path);
  expect(uriOfPath(path, false)).toBe(uri);
});

it.each([
  [
    'file:///c%3A/Users/%D0%90%D0%BD%D0%BD%D0%B0/%D0%BF%D0%BB%D0%B0%D0%BD%201.yaml',
    'C:\\Users\\Анна\\план 1.yaml',
  ],
  ['file://server/%D0%BF%D0%BB%D0%B0%D0%BD%D1%8B/a.yaml', '\\\\server\\планы\\a.yaml'],
])('maps %s of Windows to a path and back', (uri, path) => {
  expect(pathOfUri(uri, true)).toBe(path);
  expect(uriOfPath(path, true)).toBe(uri);
});

it('knows one drive by all its spellings', () => {
  const path = 'D:\\планы\\a.yaml';
  const uris = [
    'file:///d:/планы/a.yaml',
    'file:///D%3A/%D0%BF%D0%BB%D0%B0%D0%BD%D1%8B/a.yaml',
    'file:/d:/планы/a.yaml',
  ];
  expect(uris.map((uri) => pathOfUri(uri, true))).toEqual(uris.map(() => path));
});

it('has no path for what is no file, or no URI', () => {
  const uris = ['untitled:Untitled-1', 'git:/home/a.yaml', 'file:///%E0%A4%A', 'file:///a%00b', '', 'нечто'];
  expect(uris.map((uri) => pathOfUri(uri, false))).toEqual(uris.map(() => undefined));
});

it.each([
  ['untitled:Untitled-1', '/планы', false, '/планы/Untitled-1.yaml'],
  ['untitled:Без имени', '/планы', false, '/планы/Без-имени.yaml'],
  ['untitled:../чужое', '/планы', false, '/планы/..-чужое.yaml'],
  ['untitled:/планы/новый.plan.yaml', undefined, false, '/планы/новый.plan.yaml'],
  ['untitled:/c:/plans/new.yaml', undefined, true, 'C:\\plans\\new.yaml'],
  ['untitled:Untitled-1', 'C:\\plans', true, 'C:\\plans\\Untitled-1.yaml'],
  ['untitled:Untitled-1', undefined, false, undefined],
  ['git:/планы/план.yaml', '/планы', false, undefined],
])('%s was never saved: in %s it would be a file there', (uri, folder, windows, path) => {
  expect(pathOfUntitled(uri, folder, windows)).toBe(path);
});
