import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // One worker a core, and one reading of the modules a worker: nothing in src/ keeps state between calls
    // but what it remembers of texts.
    maxWorkers: '100%',
    isolate: false,
    // Documents and commands take seconds on a slow machine; no test asserts a time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
