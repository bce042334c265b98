import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { plural } from '../../finding/plural.ts';
import { shellPath } from '../../finding/shell-word.ts';
import { type Imported, type ImportOptions, importDocuments } from '../../import/import.ts';
import { keyOf } from '../../import/key.ts';
import { kindOfPath } from '../../io/paths.ts';
import { oneLine } from '../../report/safe-text.ts';
import type { CommandArguments, CommandIo } from '../command.ts';
import { importOldFormats, type OlderSource, olderFormat, readSourceFile } from '../documents/source.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { switchOption, textOption } from '../options.ts';
import { progressOf } from '../terminal/progress.ts';
import { isUsageError, UsageError } from '../usage-error.ts';
import { withStated } from './texts.ts';
import { changesOf, printLines, writeDraft } from './write-draft.ts';

const READABLE = /\.(?:docx|docm|xlsx|xlsm|doc|xls|rtf|odt|ods)$/iu;

/** Documents of a folder and of those below it, in order; files that Word and LibreOffice leave beside an open one are none. */
function documentsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return /^\.|^node_modules$/u.test(entry.name) ? [] : documentsIn(path);
      return entry.isFile() && READABLE.test(entry.name) && !/^(?:~\$|\.~lock)/u.test(entry.name)
        ? [path]
        : [];
    });
}

interface Line {
  readonly file: string;
  readonly isRead: boolean;
  readonly text: string;
}

/**
 * `roadmap import FOLDER|FILE FILE… -o FOLDER`: a plan of each document, a line each, and one sum. Exit code 1 when some
 * document could not be read; the others are written all the same.
 */
export async function importAll(
  names: readonly string[],
  args: CommandArguments,
  io: CommandIo,
): Promise<ExitCode> {
  const ru = io.language === 'ru';
  const output = textOption(args, 'output');
  if (output === undefined || /\.ya?ml$/iu.test(output) || kindOfPath(resolve(io.cwd, output)) === 'file')
    throw folderWanted();
  if (textOption(args, 'id') !== undefined) throw noOneId();
  const files = names.flatMap((name) => {
    const full = resolve(io.cwd, name);
    return kindOfPath(full) === 'folder' ? documentsIn(full) : [full];
  });
  if (files.length === 0) throw nothingThere(names);
  const taken = new Set<string>();
  const progress = progressOf(io, files.length, ru ? 'Читаю документы' : 'Reading documents');
  const options: ImportOptions = { changes: changesOf(args) };
  const lines = new Map<string, readonly Line[]>();
  const older: (OlderSource & { readonly file: string })[] = [];
  let items = 0;
  let notes = 0;
  const settle = (file: string, found: readonly Imported[]): void => {
    const drafts = found.filter(({ draft }) => draft);
    if (drafts.length === 0) {
      const [first] = found;
      const problem = first?.problems.find(({ severity }) => severity === 'error') ?? first?.problems[0];
      lines.set(file, [{ file, isRead: false, text: problem?.message[io.language] ?? '' }]);
      return;
    }
    const written = drafts.map(({ draft, summary, problems }, n): Line => {
      const base = keyOf(basename(file).replace(/\.[^.]+$/u, '')) || 'plan';
      const stem = freeName(`${base}${drafts.length > 1 ? `-${n + 1}` : ''}`, taken);
      const path = join(output, `${stem}.plan.yaml`);
      const stated = withStated(draft!, { id: stem, level: textOption(args, 'level') });
      writeDraft(stated, path, switchOption(args, 'force'), io);
      const look = summary.notes.length + problems.length;
      items += summary.items;
      notes += look;
      const parts = [
        ru
          ? `${summary.items} ${plural(summary.items, ['пункт', 'пункта', 'пунктов'])}`
          : `${summary.items} items`,
        ...(stated.plan.period === undefined ? [ru ? 'период не указан' : 'no period'] : []),
        ...(look > 0 ? [ru ? `посмотреть: ${look}` : `to look at: ${look}`] : []),
      ];
      return { file, isRead: true, text: `${path}: ${parts.join(', ')}` };
    });
    lines.set(file, written);
  };
  const attempt = async (file: string, work: () => void | Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!isUsageError(error)) throw error;
      lines.set(file, [{ file, isRead: false, text: error.text[io.language] }]);
    }
  };
  for (const file of files) {
    progress.step();
    await attempt(file, async () => {
      const source = readSourceFile(file, io.cwd);
      const found = await importDocuments(source.bytes, source.name, options);
      const code = olderFormat(found);
      if (code === undefined) settle(file, found);
      else older.push({ file, source, code });
    });
  }
  progress.end();
  const converted = older.length > 0 ? await importOldFormats(older, options, io) : [];
  for (const [at, found] of converted.entries()) {
    const { file } = older[at]!;
    await attempt(file, () => {
      if (isUsageError(found)) throw found;
      settle(file, found);
    });
  }
  const parts = files.flatMap((file) => lines.get(file) ?? []);
  const unread = parts.filter(({ isRead }) => !isRead);
  await printLines(
    parts.map(({ isRead, file, text }) =>
      oneLine(isRead ? text : `${basename(file)}: ${ru ? 'не прочитан' : 'not read'} — ${text}`),
    ),
    io,
  );
  const plans = parts.length - unread.length;
  await printLines(
    [
      ru
        ? `Планов: ${plans}, пунктов: ${items}, посмотреть: ${notes}${unread.length > 0 ? `, не прочитано документов: ${unread.length}` : ''}.`
        : `Plans: ${plans}, items: ${items}, to look at: ${notes}${unread.length > 0 ? `, documents not read: ${unread.length}` : ''}.`,
      ru
        ? `Что посмотреть в одном: roadmap import ДОКУМЕНТ > план.yaml. Дальше: roadmap check ${shellPath(output)}`
        : `What to look at in one: roadmap import DOCUMENT > plan.yaml. Next: roadmap check ${shellPath(output)}`,
    ],
    io,
  );
  return unread.length > 0 ? EXIT.findings : EXIT.clean;
}

/** Two documents of one name lie in two folders: the second gets a number. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name}-${n}`;
  taken.add(free);
  return free;
}

const folderWanted = (): UsageError =>
  new UsageError(
    {
      ru: 'Документов несколько: -o называет папку, в которую писать планы.',
      en: 'There are several documents: -o names the folder for the plans.',
    },
    {
      ru: 'Например: roadmap import документы -o plans',
      en: 'For example: roadmap import documents -o plans',
    },
  );

const noOneId = (): UsageError =>
  new UsageError({
    ru: '--id — для одного документа; у нескольких id берутся из имён файлов.',
    en: '--id is for one document; several get their ids from the names of their files.',
  });

const nothingThere = (names: readonly string[]): UsageError =>
  new UsageError({
    ru: `Документов Word и Excel нет: ${names.join(', ')}.`,
    en: `There are no Word or Excel documents: ${names.join(', ')}.`,
  });
