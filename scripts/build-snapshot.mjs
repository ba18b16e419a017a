// Makes the snapshot of a fresh, migrated embedded database, so that a first start need not create one. It depends on
// the migrations and on the version of PGlite only, and is made again when either changes.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeSnapshot } from '@tyrian/storage';

const file = fileURLToPath(new URL('../apps/tyrian/dist/assets/database.tar.gz', import.meta.url));
const stamp = `${file}.stamp`;
const wanted = fingerprint();

if (!existsSync(file) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  await writeSnapshot(file);
  writeFileSync(stamp, wanted);
}

function fingerprint() {
  const hash = createHash('sha256');
  // It names the exact version of PGlite.
  hash.update(readFileSync(new URL('../packages/storage/package.json', import.meta.url)));
  const migrations = new URL('../packages/storage/dist/database/migrations/', import.meta.url);
  for (const name of readdirSync(migrations).sort())
    if (name.endsWith('.js')) hash.update(readFileSync(new URL(name, migrations)));
  return hash.digest('hex');
}
