// Writes the types of the console's client from the OpenAPI of its routes; with --check it only says whether they are
// as they would be written now.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { signInApi } from '@tyrian/access';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { build } from 'tsdown';

const root = fileURLToPath(new URL('..', import.meta.url));
// Beside the program, whose assets it looks for, in the folder that is not published.
const outDir = `${root}apps/tyrian/dist/types`;
await build({
  cwd: `${root}apps/tyrian`,
  entry: { 'console-openapi': 'src/console/openapi.ts' },
  outDir,
  format: 'esm',
  platform: 'node',
  dts: false,
  clean: false,
  report: false,
  logLevel: 'warn',
  config: false,
  fixedExtension: false,
});
const { consoleOpenApi } = await import(pathToFileURL(`${outDir}/console-openapi.js`).href);
const openapi = JSON.parse(
  JSON.stringify(await consoleOpenApi((app) => signInApi(app, { members: {}, log: console }))),
);
const types = `// Made by scripts/build-console-client.mjs from the console's OpenAPI. Do not edit.\n${astToString(await openapiTypescript(openapi))}`;
const file = new URL('../apps/console/src/api/schema.d.ts', import.meta.url);
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') === types) process.exit(0);
  console.error('apps/console/src/api/schema.d.ts is not up to date: run node scripts/build-console-client.mjs');
  process.exit(1);
}
writeFileSync(file, types);
process.exit(0);
