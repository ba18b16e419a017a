import { defineConfig } from 'vitest/config';

const include = ['{packages,features,apps}/*/{src,tests}/**/*.test.ts'];
const apart = ['**/*.long.test.ts', '**/*.postgres.test.ts'];
const common = {
  // Hangs, not slowness: the same suite takes three times as long on a slow day of a shared machine.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  pool: 'threads' as const,
  // Most of the time goes to waiting for programs that tests start.
  maxWorkers: 3,
  setupFiles: ['./vitest.setup.ts'],
};

/** Three projects: what `npm test` runs, what needs a PostgreSQL, and what takes long. */
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
    ],
  },
});
