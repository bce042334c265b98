import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node.js';
import { ensureBuilt, folderWith, ROOT } from '../cli/run-roadmap.ts';
import { type Editor, openFolder } from './fake-vscode.ts';

/** The extension as a user installs it: packed, and unpacked again. */
const extension = folderWith({});
let files: Readonly<Record<string, Uint8Array>> = {};
let size = 0;
/** What the packer has to say. */
let warnings = '';

beforeAll(() => {
  ensureBuilt();
  const packed = spawnSync(process.execPath, [join(ROOT, 'scripts', 'package', 'vscode.mjs'), '--built'], {
    encoding: 'utf8',
  });
  warnings = packed.stderr;
  const vsix = packed.stdout.trim();
  size = statSync(vsix).size;
  files = unzipSync(readFileSync(vsix));
  for (const [name, bytes] of Object.entries(files)) {
    if (!name.startsWith('extension/') || name.endsWith('/')) continue;
    const path = join(extension, name.slice('extension/'.length));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}, 300_000);

const WANTED = [
  /^extension\/package(\.nls(\.en)?)?\.json$/,
  /^extension\/(readme\.md|README\.md|LICENSE(\.txt)?)$/,
  /^extension\/media\/(icon\.png|view\.svg)$/,
  /^extension\/dist\/(extension\.cjs|THIRD-PARTY\.txt)$/,
  /^extension\/server\/(package\.json|bin\/(roadmap\.js|package\.json))$/,
  /^extension\/server\/dist\/(cli\.cjs|yaml\.cjs|start\.cjs|THIRD-PARTY\.txt|commands\/[\w-]+\.mjs)$/,
  /^extension\/server\/schemas\/([\w-]+|output\/[\w-]+)\.schema\.json$/,
  /^extension\/server\/docs\/rules\/[\w-]+\.md$/,
  /^(extension\.vsixmanifest|\[Content_Types\]\.xml)$/,
];

describe('the packed extension', () => {
  it('holds what runs and what is read, no sources, nothing else', () => {
    const names = Object.keys(files);
    expect(names.filter((name) => !WANTED.some((pattern) => pattern.test(name)))).toEqual([]);
    expect(WANTED.filter((pattern) => !names.some((name) => pattern.test(name)))).toEqual([]);
    expect(size).toBeLessThan(4 * 1024 * 1024);
  });

  it('is packed without a warning', () => {
    expect(warnings).toBe('');
  });

  it('names no folder of the machine it was made on', () => {
    const places = [ROOT, homedir(), tmpdir()].filter((path) => path.length > 4);
    const named = Object.entries(files).filter(([, bytes]) => {
      const text = Buffer.from(bytes).toString('latin1');
      return places.some((path) => text.includes(`${path}/`));
    });
    expect(named.map(([name]) => name)).toEqual([]);
  });

  it('says each of its commands in both languages', () => {
    const manifest = readFileSync(join(extension, 'package.json'), 'utf8');
    const keys = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key as string);
    for (const file of ['package.nls.json', 'package.nls.en.json']) {
      const words = JSON.parse(readFileSync(join(extension, file), 'utf8')) as Record<string, string>;
      expect(Object.keys(words).sort()).toEqual([...new Set(keys)].sort());
    }
  });

  it('says each in words of its language, with the same commands behind them', () => {
    const wordsOf = (file: string) =>
      JSON.parse(readFileSync(join(extension, file), 'utf8')) as Record<string, string>;
    const [russian, english] = [wordsOf('package.nls.json'), wordsOf('package.nls.en.json')];
    const linksIn = (text = ''): readonly string[] => [...text.matchAll(/\(command:[\w.]+\)/g)].map(String);
    for (const [key, words] of Object.entries(russian)) {
      const plain = (text = ''): string => text.replace(/\(command:[\w.]+\)/g, '');
      expect(plain(words), key).toMatch(/^[^a-z]*\p{Script=Cyrillic}.*$/su);
      expect(plain(english[key]), key).toMatch(/^[A-Z][^\p{Script=Cyrillic}]+$/u);
      expect(linksIn(english[key]), key).toEqual(linksIn(words));
      expect(english[key]?.split('\n').length, key).toBe(words.split('\n').length);
      // A command is named by a verb or a noun, without a full stop.
      if (key.startsWith('command.')) expect(`${words}${english[key]}`).not.toMatch(/[.!]/);
    }
  });

  it('brings a server that answers, without anything of Node or npm on the path', async () => {
    const server = spawn(process.execPath, [join(extension, 'server', 'bin', 'roadmap.js'), 'lsp'], {
      env: { ELECTRON_RUN_AS_NODE: '1', PATH: '' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.listen();
    const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: {},
      workspaceFolders: null,
    });
    expect(capabilities.textDocumentSync).toBeDefined();
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await new Promise((resolve) => server.on('exit', resolve));
    connection.dispose();
  });
});

describe('the extension, with the API of VS Code faked', () => {
  const FACTS = 'zarechny-2022-1.facts.yaml';
  const folder = folderWith({});
  let editor: Editor;
  let close: () => Promise<void> | undefined;

  beforeAll(async () => {
    for (const name of ['zarechny-2022.plan.yaml', 'ozersky-krai-2022.plan.yaml', 'registry.yaml'])
      cpSync(join(ROOT, 'examples', name), join(folder, name));
    cpSync(join(ROOT, 'examples', 'zarechny-2022-1.facts.yaml'), join(folder, FACTS));
    writeFileSync(join(folder, 'roadmap.config.yaml'), 'language: ru\n');
    ({ editor, close } = await openFolder(folder, extension));
  }, 120_000);

  afterAll(async () => {
    await close?.();
  });

  const run = async (name: string, ...words: unknown[]): Promise<void> =>
    void (await editor.commands.get(name)?.(...words));

  it('registers each command of its manifest', () => {
    const { contributes } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')) as {
      contributes: { commands: { command: string }[] };
    };
    const registered = [...editor.commands.keys()];
    expect(
      contributes.commands.map(({ command }) => command).filter((name) => !registered.includes(name)),
    ).toEqual([]);
  });

  it('shows the items by state, what is overdue first, and opens one at its place', async () => {
    const tree = editor.trees.get('roadmap.items')!;
    const plans = tree.getChildren();
    expect(plans.map((row) => tree.getTreeItem(row).label).sort()).toEqual([
      'ozersky-krai-2022',
      'zarechny-2022',
    ]);
    const zarechny = plans.find((row) => tree.getTreeItem(row).label === 'zarechny-2022');
    const states = tree.getChildren(zarechny);
    const [first] = states;
    expect(tree.getTreeItem(first).label).toMatch(/^просрочено \(\d+\)$/);
    const [item] = tree.getChildren(first) as { item: { number: string; action: string } }[];
    await run('roadmap.openItem', join(folder, 'zarechny-2022.plan.yaml'), item!.item);
    const { file, line } = editor.shown.at(-1)!;
    expect(file).toBe(join(folder, 'zarechny-2022.plan.yaml'));
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines[line!]).toContain(item!.item.number);
  });

  it('«Проверить» shows the report of check', async () => {
    await run('roadmap.check');
    expect(editor.errors).toEqual([]);
    expect(editor.output.text).toContain('zarechny-2022.plan.yaml');
    expect(editor.messages.at(-1)).toMatch(/^Проверено: /);
  });

  it('«Показать приказ» makes the document and opens it', async () => {
    editor.chosen.pick = 1;
    await run('roadmap.showOrder');
    expect(editor.errors).toEqual([]);
    const file = editor.opened.at(-1)!;
    expect(file).toMatch(/\.docx$/);
    expect(Buffer.from(readFileSync(file)).subarray(0, 2).toString()).toBe('PK');
  });

  it('«Записать исполнение» is a form that records a fact with done', async () => {
    const tree = editor.trees.get('roadmap.items')!;
    const plan = tree.getChildren().find((row) => tree.getTreeItem(row).label === 'zarechny-2022');
    await run('roadmap.done', plan);
    const panel = editor.panels.at(-1)!;
    expect(panel.html).toContain("default-src 'none'");
    const before = readFileSync(join(folder, FACTS), 'utf8');
    await panel.receive({ nonsense: true });
    await panel.receive({
      plan: join(folder, 'zarechny-2022.plan.yaml'),
      item: '4',
      date: '2022-05-29',
      kind: 'count',
      figure: '2',
      result: '--не параметр',
      evidence: 'приказ от 29.05.2022 № 85\n\n',
    });
    expect(panel.sent).toHaveLength(1);
    const after = readFileSync(join(folder, FACTS), 'utf8');
    const known = new Set(before.split('\n'));
    const fact = after
      .split('\n')
      .filter((line) => !known.has(line))
      .join('\n');
    for (const word of ['2022-05-29', 'count: 2', '--не параметр', 'приказ от 29.05.2022 № 85'])
      expect(fact).toContain(word);
  });

  it('«Записать исполнение» shows in the form why it was refused', async () => {
    const panel = editor.panels.at(-1)!;
    const before = readFileSync(join(folder, FACTS), 'utf8');
    await panel.receive({
      plan: join(folder, 'zarechny-2022.plan.yaml'),
      item: '4',
      date: '2022-05-29',
      kind: 'count',
      figure: 'много',
      result: '',
      evidence: '',
    });
    expect((panel.sent.at(-1) as { text: string }).text).toContain('много');
    expect(readFileSync(join(folder, FACTS), 'utf8')).toBe(before);
  });

  it('«Страница к совещанию» is beside the text, and renewed on save', async () => {
    await run('roadmap.dashboard');
    const panel = editor.panels.at(-1)!;
    expect(panel.type).toBe('roadmap.dashboard');
    const first = panel.html;
    expect(first).toContain('<!DOCTYPE html>');
    const file = join(folder, 'zarechny-2022.plan.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: План с новым названием'));
    await editor.save('zarechny-2022.plan.yaml');
    await expect.poll(() => panel.html !== first, { timeout: 30_000 }).toBe(true);
    panel.close();
  });

  it('«Импортировать документ Word» writes the plan and opens it', async () => {
    const document = join(ROOT, 'docs', 'files', 'plan-2022.docx');
    editor.chosen.open = document;
    editor.chosen.save = join(folder, 'новый.plan.yaml');
    await run('roadmap.importWord');
    expect(editor.errors).toEqual([]);
    expect(readFileSync(join(folder, 'новый.plan.yaml'), 'utf8')).toContain('kind: plan');
    expect(editor.shown.at(-1)?.file).toBe(join(folder, 'новый.plan.yaml'));
  });

  it('the line below counts findings and what is overdue', async () => {
    await run('roadmap.refresh');
    expect(editor.status.visible).toBe(true);
    expect(editor.status.text).toMatch(/^\$\(checklist\) замечаний: \d+ · просрочено: [1-9]\d*$/);
  });
});
