import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Documents and commands take seconds on a slow machine; no test asserts a time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
