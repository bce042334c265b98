import { defineConfig } from 'vitest/config';

/** Tests that start programs: LibreOffice, a browser, an editor's server, or the built command itself. */
const OFFICE = [
  'tests/cli/render.test.ts',
  'tests/cli/import.test.ts',
  'tests/dashboard/**',
  'tests/editor/**',
  'tests/import/update/libreoffice.test.ts',
  'tests/package/**',
  'tests/render/documents.test.ts',
  'tests/roundtrip/**',
].map(testsIn);
/** Takes the archive for Windows, which fetches Node's executable: `npm run test:windows`, and not part of `npm test`. */
const WINDOWS = ['tests/windows/**'].map(testsIn);
/** Runs every fault of `../shared` as a user would: minutes, for `.ci/run` (ROADMAP_ACCEPTANCE). */
const FAULTS = ['tests/acceptance/faults.test.ts'];
const DOCS = ['tests/docs/**'].map(testsIn);
const COMMAND = [
  'tests/ci/**',
  'tests/cli/**',
  'tests/lsp/server.test.ts',
  'tests/trace/command.test.ts',
  'tests/acceptance/**',
].map(testsIn);

/** Thousands of generated texts, whole documents there and back, files that are meant to take long. */
const DEEP = [
  'tests/corpus/periods/generated.test.ts',
  'tests/check/recheck.test.ts',
  'tests/collect/spoilt-answers.test.ts',
  'tests/edit/comments.test.ts',
  'tests/edit/format.test.ts',
  'tests/edit/splice.test.ts',
  'tests/edit/write.test.ts',
  'tests/history/amendment.test.ts',
  'tests/hostile/**',
  'tests/import/compare.test.ts',
  'tests/import/crooked.test.ts',
  'tests/import/hostile.test.ts',
  'tests/import/round-trip.test.ts',
  'tests/import/update/update.test.ts',
  'tests/lsp/edits.test.ts',
  'tests/render/docx-hostile.test.ts',
  'tests/render/docx-words.test.ts',
  'tests/render/letterhead.test.ts',
  'tests/render/xlsx.test.ts',
  'tests/russian/indicator-words.test.ts',
  'tests/schema/outputs.test.ts',
  'tests/source/fast-yaml.test.ts',
  'tests/source/locate.test.ts',
  'tests/source/mend.test.ts',
  'tests/source/within.test.ts',
  'tests/status/properties.test.ts',
  'tests/status/proven.test.ts',
  'tests/view/matrix-large.test.ts',
].map(testsIn);

function testsIn(pattern: string): string {
  return pattern.endsWith('/**') ? `${pattern}/*.test.ts` : pattern;
}

const lane = (name: string, include: readonly string[], exclude: readonly string[] = [], more = {}) => ({
  extends: true as const,
  test: { name, include: [...include], exclude: [...exclude], ...more },
});

export default defineConfig({
  test: {
    // A lane each for `npm run test:unit`, `test:deep`, `test:command`, `test:office` and `test:docs`; `npm test` runs
    // them all.
    projects: [
      lane('unit', ['tests/**/*.test.ts'], [...OFFICE, ...DOCS, ...COMMAND, ...WINDOWS, ...DEEP], {
        // No test of this lane changes the folder or the environment of the process: threads start sooner.
        pool: 'threads',
      }),
      lane('deep', DEEP),
      lane('command', COMMAND, [...OFFICE, ...FAULTS]),
      lane('office', OFFICE),
      lane('docs', DOCS),
      ...(process.env.ROADMAP_ACCEPTANCE ? [lane('faults', FAULTS)] : []),
      ...(process.env.ROADMAP_WINDOWS ? [lane('windows', WINDOWS)] : []),
    ],
    // The lanes read the same modules: what one has translated serves the others and the next run.
    experimental: { fsModuleCache: true },
    // One worker a core, and one reading of the modules a worker: nothing in src/ keeps state between calls
    // but what it remembers of texts.
    maxWorkers: '100%',
    isolate: false,
    // Documents and commands take seconds on a slow machine; no test asserts a time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
