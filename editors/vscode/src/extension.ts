import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node.js';
import { type Answer, complaintOf, packedRoadmap, type Roadmap } from './command-line.ts';
import { answerIn, doneWords, formPage, isFilled } from './done-form.ts';
import { ItemsView, type Row } from './items-view.ts';
import { type ItemProgress, type PlanProgress, progressIn } from './progress.ts';
import { type Language, WORDS } from './words.ts';

let client: LanguageClient | undefined;

/** Called by VS Code when a folder with plans, or a YAML file, is opened. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const language = vscode.workspace.getConfiguration('roadmap').get<Language>('language', 'ru');
  const words = WORDS[language];
  const roadmap = packedRoadmap(context.extensionPath, language);
  const output = vscode.window.createOutputChannel('Дорожные карты');
  const view = new ItemsView(words);
  const status = vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Left, 10);
  status.command = 'roadmap.check';
  status.tooltip = words.statusTip;
  context.subscriptions.push(output, status, vscode.window.registerTreeDataProvider('roadmap.items', view));

  let plans: readonly PlanProgress[] = [];
  const showStatus = (): void => {
    const findings = vscode.languages
      .getDiagnostics()
      .reduce((sum, [, all]) => sum + all.filter(({ source }) => source === 'roadmap').length, 0);
    const overdue = plans.flatMap(({ items }) => items).filter(({ state }) => state === 'overdue').length;
    status.text = `$(checklist) ${words.findings(findings)}${overdue > 0 ? ` · ${words.overdue(overdue)}` : ''}`;
    if (plans.length > 0 || findings > 0) status.show();
    else status.hide();
  };
  const refresh = async (): Promise<void> => {
    plans = (await Promise.all(folders().map((folder) => progressIn(folder, roadmap)))).flat();
    view.show(plans);
    showStatus();
  };
  /** One refresh at a time, and one more for all that was saved meanwhile. */
  let running: Promise<void> | undefined;
  let again = false;
  const refreshSoon = (): Promise<void> => {
    if (running) {
      again = true;
      return running;
    }
    running = refresh().finally(() => {
      running = undefined;
      if (again) {
        again = false;
        void refreshSoon();
      }
    });
    return running;
  };

  const fail = (answer: Answer): void => {
    void vscode.window.showErrorMessage(words.failed(complaintOf(answer)));
    output.append(answer.stderr);
  };
  const shown = (text: string): void => {
    output.clear();
    output.append(text);
    output.show(true);
  };
  const register = (name: string, command: (...words: never[]) => unknown): void => {
    context.subscriptions.push(vscode.commands.registerCommand(name, command));
  };

  register('roadmap.refresh', refreshSoon);
  register('roadmap.check', async () => {
    const [folder] = folders();
    if (folder === undefined) return vscode.window.showInformationMessage(words.noFolder);
    await vscode.workspace.saveAll(false);
    const answer = await roadmap.run(['check', ...folders()], folder);
    if (answer.code > 1) return fail(answer);
    shown(answer.stdout || words.clean);
    const last = answer.stdout.trimEnd().split('\n').at(-1);
    return vscode.window.showInformationMessage(last ? words.found(last) : words.clean);
  });
  register('roadmap.showOrder', async () => {
    const plan = await chosenPlan();
    if (!plan) return;
    const file = join(await storage(context), `${safeName(plan.plan)}.docx`);
    const answer = await roadmap.run(['render', 'order', plan.file, '-o', file, '--force'], plan.folder);
    if (answer.code !== 0 || !existsSync(file)) return fail(answer);
    await vscode.env.openExternal(vscode.Uri.file(file));
  });
  register('roadmap.dashboard', () => showDashboard(context, roadmap, words.dashboard, fail));
  register('roadmap.importWord', async () => {
    const [source] =
      (await vscode.window.showOpenDialog({
        title: words.importTitle,
        filters: { [words.importFilter]: ['docx', 'xlsx', 'doc', 'odt', 'rtf', 'xls'] },
      })) ?? [];
    if (!source) return;
    const folder = folders()[0] ?? dirname(source.fsPath);
    const name = basename(source.fsPath).replace(/\.\w+$/, '');
    const target = await vscode.window.showSaveDialog({
      title: words.importTo,
      defaultUri: vscode.Uri.file(join(folder, `${name}.plan.yaml`)),
      filters: { YAML: ['yaml'] },
    });
    if (!target) return;
    // The dialog has asked already whether a file may be replaced.
    const force = existsSync(target.fsPath) ? ['--force'] : [];
    const answer = await roadmap.run(['import', source.fsPath, '-o', target.fsPath, ...force], folder);
    if (!existsSync(target.fsPath) || answer.code > 1) return fail(answer);
    shown(answer.stdout + answer.stderr);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(target));
    void vscode.window.showInformationMessage(words.imported);
    await refreshSoon();
  });
  register('roadmap.done', async (row?: Row) => {
    if (plans.length === 0) await refreshSoon();
    const item = row?.kind === 'item' ? row.item : undefined;
    const plan = row?.plan ?? (await chosenPlan());
    if (!plan) return;
    const panel = vscode.window.createWebviewPanel(
      'roadmap.done',
      words.doneTitle,
      vscode.ViewColumn.Beside,
      {
        enableScripts: true,
        localResourceRoots: [],
      },
    );
    panel.webview.onDidReceiveMessage(async (message: unknown) => {
      if (!isFilled(message)) return;
      const answer = await roadmap.run(doneWords(message), plan.folder);
      await answerIn(panel, answer.code === 0 ? `${words.recorded}\n${answer.stdout}` : complaintOf(answer));
      await refreshSoon();
    });
    panel.webview.html = formPage(plans, { plan, item }, words, { today: today(), language });
  });
  register('roadmap.openItem', async (file: string, { number, action }: ItemProgress) => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
    const at = placeOf(document.getText(), number, action);
    const position = document.positionAt(at);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
  });

  /** The plan in the editor, the only one, or the one that the user chooses. */
  async function chosenPlan(): Promise<PlanProgress | undefined> {
    if (plans.length === 0) await refreshSoon();
    const open = vscode.window.activeTextEditor?.document.uri.fsPath;
    const here = plans.find(({ file }) => file === open) ?? (plans.length === 1 ? plans[0] : undefined);
    if (here) return here;
    if (plans.length === 0) {
      void vscode.window.showInformationMessage(folders().length === 0 ? words.noFolder : words.noPlan);
      return undefined;
    }
    const rows = plans.map((plan) => ({ label: plan.plan, description: plan.file, plan }));
    return (await vscode.window.showQuickPick(rows, { placeHolder: words.whichPlan }))?.plan;
  }

  context.subscriptions.push(
    vscode.languages.onDidChangeDiagnostics(showStatus),
    vscode.workspace.onDidSaveTextDocument(({ fileName }) => {
      if (/\.ya?ml$/i.test(fileName)) void refreshSoon();
    }),
  );
  client = clientOf(roadmap, output);
  await Promise.all([client.start(), refreshSoon()]);
}

export const deactivate = (): Promise<void> | undefined => client?.stop();

/** The server speaks over the standard streams of a process of VS Code's own Node. */
function clientOf({ program, entry, env }: Roadmap, output: vscode.OutputChannel): LanguageClient {
  const server = { command: program, args: [entry, 'lsp'], options: { env }, transport: TransportKind.stdio };
  return new LanguageClient(
    'roadmap',
    'Дорожные карты',
    { run: server, debug: server },
    {
      documentSelector: [
        { scheme: 'file', language: 'yaml' },
        { scheme: 'untitled', language: 'yaml' },
      ],
      synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/*.{yaml,yml}') },
      outputChannel: output,
    },
  );
}

const folders = (): string[] =>
  (vscode.workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === 'file')
    .map(({ uri }) => uri.fsPath);

/** A folder for documents that are shown and not kept. */
async function storage({ storageUri, globalStorageUri }: vscode.ExtensionContext): Promise<string> {
  const folder = (storageUri ?? globalStorageUri).fsPath;
  await mkdir(folder, { recursive: true });
  return folder;
}

const safeName = (id: string): string => id.replace(/[^\p{L}\p{N}_-]+/gu, '-') || 'plan';

/** The page beside the text, made anew when a plan or its facts are saved. */
async function showDashboard(
  context: vscode.ExtensionContext,
  roadmap: Roadmap,
  title: string,
  fail: (answer: Answer) => void,
): Promise<void> {
  const [folder] = folders();
  if (folder === undefined) return;
  const file = join(await storage(context), 'dashboard.html');
  const page = async (): Promise<string | undefined> => {
    const answer = await roadmap.run(['render', 'dashboard', ...folders(), '-o', file, '--force'], folder);
    if (answer.code === 0) return readFile(file, 'utf8');
    fail(answer);
    return undefined;
  };
  const first = await page();
  if (first === undefined) return;
  const panel = vscode.window.createWebviewPanel('roadmap.dashboard', title, vscode.ViewColumn.Beside, {
    enableScripts: true,
    localResourceRoots: [],
    retainContextWhenHidden: true,
  });
  panel.webview.html = first;
  let last = first;
  let turn = Promise.resolve();
  const saved = vscode.workspace.onDidSaveTextDocument(({ fileName }) => {
    if (!/\.ya?ml$/i.test(fileName)) return;
    turn = turn.then(async () => {
      const next = await page();
      if (next === undefined || next === last) return;
      last = next;
      panel.webview.html = next;
    });
  });
  panel.onDidDispose(() => saved.dispose());
}

/** The day in the time zone of the machine, ISO. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** Where an item begins in its file: the number before the words of its action, since a number may recur. */
function placeOf(text: string, number: string, action: string): number {
  const words = action.slice(0, 24);
  const numbers = [...text.matchAll(/^[ \t-]*number:[ \t]*["']?([^"'\s#]+)/gm)].filter(
    ([, found]) => found?.replace(/\.$/, '') === number.replace(/\.$/, ''),
  );
  const best = numbers.find(({ index }) => text.slice(index, index + 400).includes(words)) ?? numbers[0];
  return best?.index ?? 0;
}
