import { type FileProblem, refusal } from './problem.ts';

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** The text of a UTF-16 name as it stands inside a compound file. */
function hasWideName(bytes: Uint8Array, name: string): boolean {
  const end = Math.min(bytes.length - name.length * 2, 1 << 25);
  for (let at = 0; at <= end; at++) {
    let same = 0;
    while (
      same < name.length &&
      bytes[at + same * 2] === name.charCodeAt(same) &&
      bytes[at + same * 2 + 1] === 0
    ) {
      same++;
    }
    if (same === name.length) return true;
  }
  return false;
}

const saveAs = {
  ru: 'Откройте файл в Word (Excel) или LibreOffice и сохраните как .docx (.xlsx).',
  en: 'Open the file in Word (Excel) or LibreOffice and save it as .docx (.xlsx).',
};

/** What a file that is not a zip package is, by its first bytes: names the format instead of «damaged». */
export function notAPackage(bytes: Uint8Array, name: string): FileProblem {
  const problem = (code: string, ru: string, en: string, help = saveAs): FileProblem =>
    refusal(code, { ru: `«${name}»: ${ru}.`, en: `${name}: ${en}.` }, help);
  if (bytes.length === 0) return problem('empty-file', 'файл пуст', 'the file is empty');
  const head = ascii(bytes, 0, Math.min(8, bytes.length));
  if (head.startsWith('%PDF')) {
    return problem(
      'pdf',
      'это PDF, а не документ Word или Excel',
      'this is a PDF, not a Word or Excel document',
      {
        ru: 'Возьмите исходный документ Word: из PDF таблицу надёжно не прочесть.',
        en: 'Use the original Word document: a table cannot be read reliably from a PDF.',
      },
    );
  }
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    if (hasWideName(bytes, 'EncryptedPackage')) {
      return problem('encrypted', 'документ защищён паролем', 'the document is protected by a password', {
        ru: 'Снимите пароль в Word или Excel и сохраните документ снова.',
        en: 'Remove the password in Word or Excel and save the document again.',
      });
    }
    if (hasWideName(bytes, 'WordDocument')) {
      return problem(
        'old-word',
        'это документ старого формата Word (.doc)',
        'this is an old Word document (.doc)',
      );
    }
    if (hasWideName(bytes, 'Workbook') || hasWideName(bytes, 'Book')) {
      return problem(
        'old-excel',
        'это книга старого формата Excel (.xls)',
        'this is an old Excel workbook (.xls)',
      );
    }
    return problem('old-office', 'это файл старого формата Office', 'this is a file of an old Office format');
  }
  if (head.startsWith('{\\rtf')) return problem('rtf', 'это документ RTF', 'this is an RTF document');
  const start = ascii(bytes, 0, Math.min(400, bytes.length))
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) {
    return problem(
      'html',
      'это веб-страница, а не документ Word или Excel',
      'this is a web page, not a Word or Excel document',
    );
  }
  return problem('not-a-package', 'это не документ Word или Excel', 'this is not a Word or Excel document');
}
