import { defineConfig } from 'vitest/config';

const include = ['{packages,features,apps}/*/{src,tests}/**/*.test.ts'];
const apart = ['**/*.long.test.ts', '**/*.postgres.test.ts', '**/*.e2e.test.ts'];
const common = {
  // Hangs, not slowness: the same suite takes three times as long on a slow day of a shared machine.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  pool: 'threads' as const,
  // Most of the time goes to waiting for programs that tests start.
  maxWorkers: 3,
  setupFiles: ['./vitest.setup.ts'],
};

/** What `npm test` runs, what needs a PostgreSQL, what takes long, and what needs a browser. */
export default defineConfig({
  test: {
    projects: [
      { test: { ...common, name: 'default', include, exclude: [...apart, '**/node_modules/**', '**/dist/**'] } },
      {
        test: {
          ...common,
          name: 'postgres',
          include: ['{packages,features,apps}/*/{src,tests}/**/*.postgres.test.ts'],
          fileParallelism: false,
        },
      },
      {
        test: {
          ...common,
          name: 'long',
          include: ['{packages,features,apps}/*/{src,tests}/**/*.long.test.ts'],
          testTimeout: 600_000,
        },
      },
      {
        test: {
          ...common,
          name: 'e2e',
          include: ['apps/tyrian/tests/console/*.e2e.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
