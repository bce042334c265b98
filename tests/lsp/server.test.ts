import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  CancellationTokenSource,
  type CodeAction,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol/node.js';
import { folderWith, ROOT, runRoadmap } from '../cli/run-roadmap.ts';
import { type Client, startServer, uriOf } from './client.ts';
import { type JsonFinding, linesOfDiagnostics, linesOfFindings } from './findings.ts';

async function findingsOf(root: string): Promise<string[]> {
  const { stdout } = await runRoadmap(['check', '--format', 'json', '--no-cache'], { cwd: root });
  return linesOfFindings(root, (JSON.parse(stdout) as { findings: JsonFinding[] }).findings);
}

function copyOf(folder: string): string {
  const root = folderWith();
  cpSync(join(ROOT, folder), root, { recursive: true });
  return root;
}

async function expectSame(client: Client, root: string): Promise<void> {
  await client.settled();
  expect(linesOfDiagnostics(client.diagnostics)).toEqual(await findingsOf(root));
}

it('shows the findings of check for a crooked workspace, and nothing else', async () => {
  const root = copyOf('tests/crooked');
  const client = await startServer([root]);
  await expectSame(client, root);
  // Opening files changes nothing, not even of those that no editor can read.
  for (const file of [
    'krai.plan.yaml',
    'bom-crlf.plan.yaml',
    'encoding-1251.plan.yaml',
    'syntax-otstup.plan.yaml',
  ]) {
    await client.open(join(root, file), readFileSync(join(root, file), 'utf8').replace(/^\ufeff/, ''));
  }
  await expectSame(client, root);
  expect(await client.stop()).toBe(0);
});

it('follows unsaved texts, and files that are saved, deleted and renamed outside', async () => {
  const root = copyOf('examples');
  const client = await startServer([root]);
  await expectSame(client, root);
  const before = linesOfDiagnostics(client.diagnostics);
  const plan = join(root, 'zarechny-2022.plan.yaml');
  const renamed = join(root, 'новое имя (1).plan.yaml');
  const text = readFileSync(plan, 'utf8');
  await client.open(plan, text);
  await client.change(plan, text.replaceAll('implements:', 'implement:'));
  await client.settled();
  const changed = linesOfDiagnostics(client.diagnostics);
  expect(changed).not.toEqual(before);
  writeFileSync(plan, text.replaceAll('implements:', 'implement:'));
  await expectSame(client, root);
  expect(linesOfDiagnostics(client.diagnostics)).toEqual(changed);
  await client.close(plan);
  writeFileSync(plan, text);
  const told = { changes: [{ uri: uriOf(plan), type: 2 }] };
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', told as never);
  await expectSame(client, root);
  renameSync(plan, renamed);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', told as never);
  await expectSame(client, root);
  rmSync(renamed);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', told as never);
  await expectSame(client, root);
  await client.stop();
});

it('answers while texts are broken, requests cancelled, and files unknown', async () => {
  const root = copyOf('examples');
  const client = await startServer([root]);
  const { connection } = client;
  const plan = join(root, 'zarechny-2022.plan.yaml');
  const text = readFileSync(plan, 'utf8');
  await client.open(plan, text);
  const textDocument = { uri: uriOf(plan) };
  const position = { line: 30, character: 5 };
  const cancelled = new CancellationTokenSource();
  const asked = connection.sendRequest('textDocument/hover', { textDocument, position }, cancelled.token);
  cancelled.cancel();
  await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  // Before anything is opened, after it is closed, of what is no file and of places past every end.
  const unknown = [
    uriOf(join(root, 'нет.plan.yaml')),
    'untitled:Untitled-1',
    'file:///%E0%A4%A',
    textDocument.uri,
  ];
  for (const uri of unknown) {
    const far = { textDocument: { uri }, position: { line: 999_999, character: 999_999 } };
    const answers = await Promise.all(
      [
        'hover',
        'completion',
        'definition',
        'prepareRename',
        'documentSymbol',
        'foldingRange',
        'codeLens',
      ].map((what) => connection.sendRequest(`textDocument/${what}`, far)),
    );
    expect(answers).toHaveLength(7);
  }
  for (const broken of [
    '',
    '{',
    'kind: plan\n\t- [',
    text.replaceAll('"', ''),
    text.slice(0, 777),
    '\0\ufeff\ud800',
  ]) {
    await client.change(plan, broken);
    await connection.sendRequest('textDocument/hover', { textDocument, position });
    await connection.sendRequest('textDocument/completion', { textDocument, position });
    await connection.sendRequest('textDocument/codeLens', { textDocument });
  }
  await client.change(join(root, 'never-opened.plan.yaml'), 'kind: plan');
  await client.close(join(root, 'never-opened.plan.yaml'));
  await client.change(plan, text);
  await expectSame(client, root);
  expect(await client.stop()).toBe(0);
});

it('follows ten edits sign by sign, each with the findings of check', async () => {
  const root = copyOf('examples');
  const client = await startServer([root]);
  const plan = join(root, 'zarechny-2022.plan.yaml');
  let text = readFileSync(plan, 'utf8');
  await client.open(plan, text);
  const line = text.split('\n').findIndex((one) => one.startsWith('implements:'));
  for (const [at, sign] of [...'-x: "[ы\n '].entries()) {
    const position = { line, character: at % 4 };
    await client.change(plan, sign, { start: position, end: position });
    const lines = text.split('\n');
    const before = lines[line] as string;
    lines[line] = before.slice(0, at % 4) + sign + before.slice(at % 4);
    text = lines.join('\n');
    writeFileSync(plan, text);
    await expectSame(client, root);
  }
  await client.stop();
});

it('shows what is in the folders of the editor, and a file outside of any while it is open', async () => {
  const [one, other, outside] = [copyOf('examples'), copyOf('tests/crooked'), copyOf('examples')];
  const client = await startServer([one, other]);
  await client.settled();
  const both = [...(await findingsOf(one)), ...(await findingsOf(other))].sort();
  expect(linesOfDiagnostics(client.diagnostics)).toEqual(both);
  const plan = join(outside, 'zarechny-2022.plan.yaml');
  await client.open(plan, readFileSync(plan, 'utf8'));
  await client.settled();
  const ofPlan = (await findingsOf(outside)).filter((line) => line.startsWith(`${plan} |`));
  expect(ofPlan.length).toBeGreaterThan(0);
  expect(linesOfDiagnostics(client.diagnostics)).toEqual([...both, ...ofPlan].sort());
  await client.close(plan);
  await client.settled();
  expect(linesOfDiagnostics(client.diagnostics)).toEqual(both);
  await client.stop();
});

it('gives fixes as edits, and lenses that can be switched off', async () => {
  const root = copyOf('examples');
  const plan = join(root, 'zarechny-2022.plan.yaml');
  const textDocument = { uri: uriOf(plan) };
  const lenses = async (options: unknown): Promise<number> => {
    const client = await startServer([root], { options });
    await client.open(plan, readFileSync(plan, 'utf8'));
    const found = await client.connection.sendRequest<unknown[]>('textDocument/codeLens', { textDocument });
    await client.stop();
    return found.length;
  };
  expect(await lenses(undefined)).toBeGreaterThan(10);
  expect(await lenses({ lens: false })).toBe(0);
  const client = await startServer([root]);
  const text = readFileSync(plan, 'utf8').replace('acts-as: моуо', 'acts-as: моу');
  await client.open(plan, text);
  await client.settled();
  const start = client.diagnostics.get(plan)?.find(({ code }) => code === 'uncovered-obligation')?.range;
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: start,
    context: { diagnostics: [] },
  });
  expect(actions.map(({ kind }) => kind)).toContain('quickfix');
  expect(Object.keys(actions[0]?.edit?.changes ?? {})).toEqual([textDocument.uri]);
  await client.stop();
});

it('shows findings of a text that was never saved, as soon as it says what it is', async () => {
  const root = copyOf('examples');
  const client = await startServer([root]);
  await client.settled();
  const before = linesOfDiagnostics(client.diagnostics);
  const uri = 'untitled:Untitled-1';
  await client.open(uri, 'список: [молоко]\n');
  await client.settled();
  expect(client.diagnostics.get(uri)).toBeUndefined();
  await client.change(
    uri,
    'kind: plan\nid: новый-2022\ntitle: План\nperiod: 2022\nitems:\n  - number: "1"\n',
  );
  await client.settled();
  const codes = (client.diagnostics.get(uri) ?? []).map(({ code }) => code);
  expect(codes).toContain('missing-period');
  const where = { textDocument: { uri }, position: { line: 5, character: 15 } };
  const symbols = await client.connection.sendRequest('textDocument/documentSymbol', where as never);
  expect(symbols).not.toEqual([]);
  await client.change(uri, 'список: [молоко]\n');
  await client.settled();
  expect(client.diagnostics.get(uri)).toBeUndefined();
  expect(linesOfDiagnostics(client.diagnostics)).toEqual(before);
  await client.close(uri);
  await client.stop();
});
