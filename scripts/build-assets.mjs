// Compiles the lexicons to their binary form and puts them, with the shipped policies and the help lines, where the
// program finds them.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compileLexicons } from '@tyrian/guard';

const guard = new URL('../packages/guard/', import.meta.url);
const assets = new URL('../apps/tyrian/dist/assets/', import.meta.url);

const lexicons = new URL('lexicons/', guard);

/** The YAML files of a folder. */
function sourcesIn(folder) {
  const home = new URL(`${folder}/`, lexicons);
  return readdirSync(home)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(new URL(name, home), 'utf8') }));
}

const languages = readdirSync(lexicons, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'injection')
  .map((entry) => entry.name)
  .sort();

mkdirSync(assets, { recursive: true });
writeFileSync(new URL('lexicon.bin', assets), compileLexicons(languages.flatMap(sourcesIn)));
writeFileSync(new URL('injection.bin', assets), compileLexicons(sourcesIn('injection')));
cpSync(new URL('../packages/text/models/classifier.bin', import.meta.url), new URL('classifier.bin', assets));
cpSync(new URL('policies/', guard), new URL('policies/', assets), { recursive: true });
cpSync(new URL('../features/review/data/clocks.yaml', import.meta.url), new URL('clocks.yaml', assets));
cpSync(new URL('../features/gateway/data/help-lines.yaml', import.meta.url), new URL('help-lines.yaml', assets));
