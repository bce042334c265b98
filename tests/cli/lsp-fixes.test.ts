import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CodeAction, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { formatText } from '../../src/edit/format.ts';
import { type Client, startServer, uriOf } from '../lsp/client.ts';
import { folderWith } from './run-roadmap.ts';

const SAVED = `kind: plan
id: a
level: municipal
title: План мероприятий
period: 2022
executors:
  комитет: {name: Комитет по образованию}
items:
  - number: "1"
    action: Провести семинар
    when: март
    executors: [комитет]
    indicators: [Протокол]
`;
const OPEN = SAVED.replace('Провести семинар', 'Провести cеминар в 2О22 году').replace(
  '[комитет]',
  '[комтет]',
);

const root = folderWith({ 'a.plan.yaml': SAVED });
const file = join(root, 'a.plan.yaml');
let client: Client;

beforeAll(async () => {
  client = await startServer([root]);
  await client.open(file, OPEN);
  await client.settled();
});

afterAll(() => client.stop());

const applied = (text: string, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create('', 'yaml', 0, text), [...edits]);

const actions = (only: readonly string[] | undefined, line: number): Promise<CodeAction[]> =>
  client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: uriOf(file) },
    range: { start: { line, character: 0 }, end: { line, character: 0 } },
    context: { diagnostics: [], ...(only && { only }) },
  } as never);

const after = ({ edit }: CodeAction): string => applied(OPEN, edit?.changes?.[uriOf(file)] ?? []);
const lineOf = (words: string): number => OPEN.split('\n').findIndex((line) => line.includes(words));

it('offers the fixes of the findings of a line, of the text as it is typed', async () => {
  const offered = await actions(undefined, lineOf('[комтет]'));
  expect(offered[0]).toMatchObject({ title: 'Написать «комитет»', kind: 'quickfix', isPreferred: false });
  expect(after(offered[0]!)).toBe(OPEN.replace('[комтет]', '[комитет]'));
  expect(readFileSync(file, 'utf8')).toBe(SAVED);
});

it('mends all that has one answer when it is asked for, as check --fix does', async () => {
  const [all, ...others] = await actions(['source.fixAll'], 0);
  expect(others).toEqual([]);
  expect(all?.kind).toBe('source.fixAll.roadmap');
  expect(after(all!)).toBe(OPEN.replace('Провести cеминар в 2О22 году', 'Провести семинар в 2022 году'));
});

it('lays a document out as fmt does', async () => {
  const untidy = SAVED.replace('title: План мероприятий', "title:   'План мероприятий'");
  await client.change(file, untidy);
  const edits: TextEdit[] = await client.connection.sendRequest('textDocument/formatting', {
    textDocument: { uri: uriOf(file) },
    options: { tabSize: 2, insertSpaces: true },
  } as never);
  const laid = formatText(untidy, 'a.plan.yaml');
  expect(applied(untidy, edits)).toBe('text' in laid && laid.changed ? laid.text : undefined);
});
