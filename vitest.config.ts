import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The library's worker thread runs compiled code (see src/library/library.ts): the build comes first.
    globalSetup: ['test/support/build.ts'],
    pool: 'forks',
    // Two cores are what CI has; by itself vitest leaves one of them idle.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
