// Measures the guard and each of its detectors: `npm run eval -- FILE.jsonl[.gz]...`, with every flag of
// `tyrian guard compare`. Rows that the shipped models were trained on are told by the manifests beside the models.
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const models = new URL('../packages/text/models/', import.meta.url);
const manifests = existsSync(models) ? readdirSync(models).filter((name) => name.endsWith('.json')) : [];
const known = manifests.flatMap((name) => ['--manifest', fileURLToPath(new URL(name, models))]);

process.argv.splice(2, 0, 'guard', 'compare');
process.argv.push(...known);
await import('../apps/tyrian/dist/cli.js');
