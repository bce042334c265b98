import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ROOT } from '../cli/run-roadmap.ts';
import { WORD_FILE, wordFile } from './word-file.ts';

test('the Word file readers take is the one the pages work with', () => {
  const path = join(ROOT, 'docs', 'files', WORD_FILE);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(path, wordFile());
  expect(unzipSync(new Uint8Array(readFileSync(path)))).toEqual(unzipSync(wordFile()));
});
