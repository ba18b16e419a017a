// Compiles the lexicons to their binary form and puts them, with the shipped policies and the help lines, where the
// program finds them.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compileLexicons } from '@tyrian/guard';

const guard = new URL('../packages/guard/', import.meta.url);
const assets = new URL('../apps/tyrian/dist/assets/', import.meta.url);

/** Every YAML file in a folder, compiled into one binary. */
function compile(folder) {
  const home = new URL(`lexicons/${folder}/`, guard);
  const files = readdirSync(home)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return compileLexicons(
    files.map((name) => ({ name: `${folder}/${name}`, text: readFileSync(new URL(name, home), 'utf8') })),
  );
}

mkdirSync(assets, { recursive: true });
writeFileSync(new URL('lexicon.bin', assets), compile('en'));
writeFileSync(new URL('injection.bin', assets), compile('injection'));
cpSync(new URL('policies/', guard), new URL('policies/', assets), { recursive: true });
cpSync(new URL('../features/gateway/data/help-lines.yaml', import.meta.url), new URL('help-lines.yaml', assets));
