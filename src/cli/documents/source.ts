import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Bilingual } from '../../finding/text.ts';
import { type Imported, type ImportOptions, importDocuments } from '../../import/import.ts';
import { packageLimits } from '../../import/problem.ts';
import { convertAllByOffice } from '../../io/office.ts';
import { kindOfPath } from '../../io/paths.ts';
import { oneLine } from '../../report/safe-text.ts';
import type { CommandIo } from '../command.ts';
import { whileWaiting } from '../terminal/progress.ts';
import { isUsageError, UsageError } from '../usage-error.ts';

/** A file named on the command line. */
export interface SourceFile {
  readonly bytes: Uint8Array;
  /** Without folders: for messages, and for the plan's id. */
  readonly name: string;
  /** As the user named it. */
  readonly path: string;
}

/** Reads the file whole; one that is missing, a folder or too large is refused before it is read. */
export function readSourceFile(path: string, cwd: string): SourceFile {
  const full = resolve(cwd, path);
  const kind = kindOfPath(full);
  if (kind !== 'file') {
    throw new UsageError(
      kind === 'folder'
        ? { ru: `«${path}» — папка, а не документ.`, en: `“${path}” is a folder, not a document.` }
        : { ru: `Файла «${path}» нет.`, en: `There is no file “${path}”.` },
      {
        ru: 'Назовите документ Word или Excel: roadmap import дорожная-карта.docx -o план.yaml',
        en: 'Name a Word or Excel document: roadmap import road-map.docx -o plan.yaml',
      },
    );
  }
  if (statSync(full).size > packageLimits.file) {
    const most = packageLimits.file / 1024 / 1024;
    throw new UsageError({
      ru: `«${path}» больше ${most} МБ: это не дорожная карта.`,
      en: `“${path}” is larger than ${most} MB: it is no road map.`,
    });
  }
  try {
    return { bytes: readFileSync(full), name: basename(full), path };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new UsageError(
      { ru: `«${path}» не прочитать (${code}).`, en: `“${path}” cannot be read (${code}).` },
      {
        ru: 'Закройте файл, если он открыт в другой программе, и проверьте права на него.',
        en: 'Close the file if another program has it open, and look at the rights to it.',
      },
    );
  }
}

/** Formats that are read by way of LibreOffice: the type LibreOffice is given for the file, and the type it writes. */
const BY_OFFICE: Readonly<Record<string, (name: string) => readonly [from: string, to: string]>> = {
  'old-word': () => ['doc', 'docx'],
  'old-excel': () => ['xls', 'xlsx'],
  rtf: () => ['rtf', 'docx'],
  // «Отчёт.xls» of a web service is a page: Calc reads its table.
  html: () => ['xls', 'xlsx'],
  'open-document': (name) => (/\.ods$/i.test(name) ? ['ods', 'xlsx'] : ['odt', 'docx']),
};

/** A file that our readers read: itself, or what LibreOffice makes of an older format, where it is installed. */
export async function readableSource(source: SourceFile, code: string, io: CommandIo): Promise<SourceFile> {
  if (!Object.hasOwn(BY_OFFICE, code)) return source;
  const [readable] = await readableSources([{ source, code }], io);
  if (isUsageError(readable)) throw readable;
  return readable!;
}

/** A file of an older format, by the code of the problem that names the format. */
export interface OlderSource {
  readonly source: SourceFile;
  readonly code: string;
}

/** What LibreOffice makes of files of older formats, in one run for each kind of document; a refusal for one it can't read. */
async function readableSources(
  sources: readonly OlderSource[],
  io: CommandIo,
): Promise<readonly (SourceFile | UsageError)[]> {
  const results: (SourceFile | UsageError | undefined)[] = sources.map(() => undefined);
  const forms = sources.map(({ source, code }) => BY_OFFICE[code]!(source.name));
  for (const to of new Set(forms.map(([, made]) => made))) {
    const which = sources.flatMap((_, at) => (forms[at]![1] === to ? [at] : []));
    const converted = await whileWaiting(
      io,
      which.length === 1 ? oneRead(sources[which[0]!]!.source.name) : manyRead(which.length),
      () =>
        convertAllByOffice(
          which.map((at) => ({ bytes: sources[at]!.source.bytes, from: forms[at]![0] })),
          to,
        ),
    );
    for (const [n, at] of which.entries()) {
      const { source } = sources[at]!;
      const made = converted[n]!;
      if (made === 'not-installed') results[at] = noOffice(source.name, to);
      else if (made === 'failed') results[at] = officeFailed(source.name, to);
      else results[at] = { ...source, bytes: made, name: source.name.replace(/\.[^.]*$/, `.${to}`) };
    }
  }
  return results as (SourceFile | UsageError)[];
}

const oneRead = (name: string): Bilingual => ({
  ru: `LibreOffice читает «${oneLine(name)}» …`,
  en: `LibreOffice is reading ${oneLine(name)} …`,
});

const manyRead = (n: number): Bilingual => ({
  ru: `LibreOffice читает документы старых форматов (${n}) …`,
  en: `LibreOffice is reading documents of older formats (${n}) …`,
});

/** The older format of a document that was not read for it. */
export const olderFormat = (imported: readonly Imported[]): string | undefined =>
  imported[0]?.problems.find(({ code }) => Object.hasOwn(BY_OFFICE, code))?.code;

/** Imports every plan of a document, one of an older format by way of LibreOffice. */
export async function importSource(
  source: SourceFile,
  options: ImportOptions,
  io: CommandIo,
): Promise<readonly Imported[]> {
  const imported = await importDocuments(source.bytes, source.name, options);
  const code = olderFormat(imported);
  if (code === undefined) return imported;
  const again = await readableSource(source, code, io);
  return importDocuments(again.bytes, again.name, options);
}

/** The same of many documents of older formats. */
export async function importOldFormats(
  sources: readonly OlderSource[],
  options: ImportOptions,
  io: CommandIo,
): Promise<readonly (readonly Imported[] | UsageError)[]> {
  const results: (readonly Imported[] | UsageError)[] = [];
  for (const readable of await readableSources(sources, io))
    results.push(
      isUsageError(readable) ? readable : await importDocuments(readable.bytes, readable.name, options),
    );
  return results;
}

const noOffice = (name: string, to: string): UsageError =>
  new UsageError(
    {
      ru: `«${name}»: файл этого формата читается через LibreOffice, а он не установлен (команда soffice не найдена).`,
      en: `${name}: a file of this format is read by way of LibreOffice, which is not installed (soffice is not found).`,
    },
    {
      ru: `Установите LibreOffice — или откройте файл в Word (Excel) и сохраните как .${to}.`,
      en: `Install LibreOffice, or open the file in Word (Excel) and save it as .${to}.`,
    },
  );

const officeFailed = (name: string, to: string): UsageError =>
  new UsageError(
    {
      ru: `«${name}»: LibreOffice не смог прочитать файл.`,
      en: `${name}: LibreOffice could not read the file.`,
    },
    {
      ru: `Откройте его в Word (Excel) и сохраните как .${to}.`,
      en: `Open it in Word (Excel) and save it as .${to}.`,
    },
  );
