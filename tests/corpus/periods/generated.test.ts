import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('holds what generate.mjs writes: change that, and run it again', () => {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const fresh = mkdtempSync(join(tmpdir(), 'periods-'));
  try {
    execFileSync(process.execPath, [join(here, 'generate.mjs'), fresh]);
    const names = readdirSync(fresh);
    expect(names.length).toBeGreaterThan(10);
    const changed = names.filter(
      (name) => readFileSync(join(fresh, name), 'utf8') !== readFileSync(join(here, name), 'utf8'),
    );
    expect(changed).toEqual([]);
  } finally {
    rmSync(fresh, { recursive: true });
  }
});
