import { statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** Where installers of Windows put a program without naming it in PATH, below the folders of programs. */
const INSTALLED: Readonly<Record<string, string>> = {
  git: 'Git\\cmd\\git.exe',
  soffice: 'LibreOffice\\program\\soffice.exe',
};

/**
 * What to start for a program's name. On Windows a name alone would be looked for in the folder worked in first, where a
 * repository from a stranger may have one of its own: there only absolute folders of PATH count, then the usual place.
 */
export function programPath(name: 'git' | 'soffice'): string {
  if (process.platform !== 'win32') return name;
  const folders = (process.env.PATH ?? '').split(';').filter((folder) => isAbsolute(folder));
  const programs = [process.env.ProgramFiles, process.env['ProgramFiles(x86)']];
  const candidates = [
    ...folders.map((folder) => join(folder, `${name}.exe`)),
    ...programs.flatMap((folder) => (folder === undefined ? [] : [join(folder, INSTALLED[name] as string)])),
  ];
  return (
    candidates.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile()) ?? `${name}.exe.not-found`
  );
}
