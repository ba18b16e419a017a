// npm run bench -- NAME [--json]: runs one benchmark, or lists them. Every claim of speed in the docs names one.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => file.slice(0, -4));
const [name, ...flags] = process.argv.slice(2);

if (!names.includes(name)) {
  console.error(`npm run bench -- NAME [--json], where NAME is one of: ${names.join(', ')}`);
  process.exitCode = 2;
} else {
  process.exitCode = spawnSync(process.execPath, [`${folder}${name}.mjs`, ...flags], { stdio: 'inherit' }).status ?? 1;
}
