// For the tests that are too long for every day.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: './test/global-setup.ts',
    include: ['test/load/*-long.test.ts'],
    pool: 'forks',
    maxWorkers: 1,
  },
});
