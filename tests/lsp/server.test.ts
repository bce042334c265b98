import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
