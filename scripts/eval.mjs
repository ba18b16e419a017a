// Measures the guard and each of its detectors: `npm run eval -- FILE.jsonl[.gz]...`, with every flag of
// `tyrian guard compare`. Rows that the shipped models were trained on are told by the manifests beside the models.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const manifest = fileURLToPath(new URL('../packages/text/models/classifier.json', import.meta.url));

process.argv.splice(2, 0, 'guard', 'compare');
if (existsSync(manifest)) process.argv.push('--manifest', manifest);
await import('../apps/tyrian/dist/cli.js');
