import { defineConfig } from 'tsdown';

/** The published program: our packages and the small pure libraries in one bundle, the heavy parts as dependencies. */
export default defineConfig({
  cwd: 'apps/tyrian',
  entry: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    'live-compiler': 'src/live/compile-worker.ts',
    'onnx-worker': '../../packages/guard-onnx/src/thread/worker.ts',
    'pglite-worker': '../../packages/storage/src/pglite/worker.ts',
  },
  outDir: 'dist',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: { build: false },
  clean: ['dist/*.js', 'dist/*.d.ts', 'dist/*.map'],
  sourcemap: false,
  fixedExtension: false,
  report: false,
  logLevel: 'warn',
});
