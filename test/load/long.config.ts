// For the tests that are too long for every day.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/load/*-long.test.ts'], pool: 'forks', maxWorkers: 1 },
});
