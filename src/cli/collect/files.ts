import { extname, join, resolve, sep } from 'node:path';
import { kindOfPath, pathsBelow } from '../../io/paths.ts';
import { UsageError } from '../usage-error.ts';

/** What an answer may be; the older formats are read by way of LibreOffice. */
const FORMATS: ReadonlySet<string> = new Set([
  '.xlsx',
  '.xlsm',
  '.docx',
  '.docm',
  '.xls',
  '.ods',
  '.doc',
  '.odt',
  '.rtf',
]);

/** The answers that paths stand for: files as they are named, of folders all Word and Excel files below, by name. */
export function answerFiles(paths: readonly string[], cwd: string): readonly string[] {
  const files = paths.flatMap((path) => {
    const kind = kindOfPath(resolve(cwd, path));
    if (kind === 'missing')
      throw new UsageError({ ru: `Пути «${path}» нет.`, en: `There is no path “${path}”.` });
    if (kind === 'file') return [path];
    return pathsBelow(resolve(cwd, path))
      .filter(isAnswer)
      .sort()
      .map((file) => join(path, file).replaceAll('\\', '/'));
  });
  if (files.length > 0) return [...new Set(files)];
  throw new UsageError(
    { ru: `В «${paths.join(', ')}» нет ответов.`, en: `There are no answers in “${paths.join(', ')}”.` },
    { ru: 'Ответ – файл .xlsx или .docx.', en: 'An answer is an .xlsx or a .docx file.' },
  );
}

/** In what else an answer may have come: a scan, a picture, an archive, a letter. */
const OTHERS: ReadonlySet<string> = new Set(
  '.pdf .jpg .jpeg .png .tif .tiff .heic .zip .rar .7z .eml .msg .csv .txt .htm .html .pages .numbers'.split(
    ' ',
  ),
);

/** Files of the folders that may be answers and cannot be read as such, by name; `evidence` is the folder of proofs. */
export function unreadFiles(paths: readonly string[], cwd: string, evidence?: string): readonly string[] {
  const proofs = evidence === undefined ? undefined : resolve(cwd, evidence);
  return paths
    .filter((path) => kindOfPath(resolve(cwd, path)) !== 'file')
    .flatMap((path) =>
      pathsBelow(resolve(cwd, path))
        .filter((file) => OTHERS.has(extname(file).toLowerCase()) && !/(?:^|\/)[.~]/.test(file))
        .filter((file) => proofs === undefined || !resolve(cwd, path, file).startsWith(`${proofs}${sep}`))
        .map((file) => join(path, file).replaceAll('\\', '/')),
    );
}

/** `~$…` is what an office program keeps beside a file that is open in it. */
const isAnswer = (path: string): boolean =>
  FORMATS.has(extname(path).toLowerCase()) && !/(?:^|\/)~\$/.test(path) && !/(?:^|\/)\./.test(path);
