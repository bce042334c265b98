import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const run = (folder: string, ...args: readonly string[]): void => {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  spawnSync('soffice', [profile, '--headless', '--norestore', ...args], { timeout: 60_000 });
};

const MODULE = 'Module1';

/** Runs a macro of LibreOffice Basic, the body of a `Sub`, in a profile within a folder of ours. */
export function runBasic(body: string, folder: string): void {
  // The first start fills the profile, over what is there.
  run(folder, '--terminate_after_init');
  const library = join(folder, 'profile', 'user', 'basic', 'Standard');
  mkdirSync(library, { recursive: true });
  const source = `Sub Main\n${body}\nEnd Sub`;
  writeFileSync(
    join(library, `${MODULE}.xba`),
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="${MODULE}" script:language="StarBasic">${source
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('"', '&quot;')}</script:module>`,
  );
  run(folder, `macro:///Standard.${MODULE}.Main`);
}

export const basicText = (text: string): string => `"${text.replaceAll('"', '""')}"`;
