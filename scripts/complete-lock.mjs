// Completes package-lock.json with the optional packages of other platforms, which npm leaves out where the registry at
// hand does not offer them; `npm ci` then refuses the lock. Run it after every `npm install` that changes the lock.
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32'];

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = [];

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue;
    const platform = platformOf(name);
    if (!platform) throw new Error(`${name} names no platform: lock it by hand`);
    const version = range.replace(/^[\^~]/, '');
    lock.packages[`node_modules/${name}`] = { version, ...platform, ...(entry.dev && { dev: true }), optional: true };
    added.push(`${name}@${version}`);
  }
}

/** True where npm would find the package: in a node_modules folder of the one that needs it, or above. */
function isLocked(path, name) {
  for (let folder = path; ; folder = folder.slice(0, folder.lastIndexOf('node_modules/')).replace(/\/$/, '')) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

function platformOf(name) {
  const words = name.split(/[/@-]/);
  const system =
    words.includes('wasm32') || words.includes('wasi') ? undefined : SYSTEMS.find((one) => words.includes(one));
  const cpu = PROCESSORS.find((one) =>
    words.some((word) => word === one || (one === 'arm' && /^(arm|armv\d.*)$/.test(word))),
  );
  if (!cpu) return undefined;
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : undefined;
  return { cpu: [cpu], ...(system && { os: [system] }), ...(libc && { libc }) };
}

const packages = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(added.length === 0 ? 'nothing was missing' : `added ${added.length}: ${added.join(', ')}`);
