#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { TyrianError } from '@tyrian/contracts';
import { evaluateModel } from './commands/evaluate-model.js';
import { trainModel } from './commands/train-model.js';

const USAGE = `Trains the embedded text classifier, or measures it.

  npm run train -- FILES.jsonl[.gz]          writes the model and its manifest to --out
  npm run train -- --eval FILES.jsonl[.gz]   measures the model in --out; writes figures, curves and the model card

  --out DIR       where the model is (default packages/text/models)
  --corpus DIR    harmless texts of our own to train on, "none" for none (default apps/trainer/corpus)
  --seed N        of the order in which the solver takes the examples (default 1)
  --baseline      train the plain heads that others are compared with
  --against FILE  with --eval: a model to compare with
  --card FILE     with --eval: where the model card goes (default docs/reference/classifier.md)
  --benign DIR    with --eval: harmless lines by language, only measured on (default packages/guard/tests/benign)
`;

/** 0 done; 1 a fault; 2 bad usage or input. */
async function main(): Promise<number> {
  const { values: options, positionals: files } = parseArgs({
    allowPositionals: true,
    options: {
      eval: { type: 'boolean', default: false },
      baseline: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      out: { type: 'string', default: 'packages/text/models' },
      corpus: { type: 'string', default: 'apps/trainer/corpus' },
      seed: { type: 'string', default: '1' },
      against: { type: 'string' },
      card: { type: 'string', default: 'docs/reference/classifier.md' },
      benign: { type: 'string', default: 'packages/guard/tests/benign' },
    },
  });
  const seed = Number(options.seed);
  if (options.help || files.length === 0 || !Number.isSafeInteger(seed)) {
    process.stderr.write(USAGE);
    return options.help ? 0 : 2;
  }
  const say = (line: string) => process.stderr.write(`${line}\n`);
  if (options.eval) await evaluateModel(files, { ...options, say });
  else await trainModel(files, { ...options, seed, say });
  return 0;
}

try {
  process.exitCode = await main();
} catch (fault) {
  const known = fault instanceof TyrianError;
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  const usage = code.startsWith('ERR_PARSE_ARGS') || code === 'ENOENT';
  const message =
    fault instanceof Error ? (known || usage ? fault.message : (fault.stack ?? fault.message)) : String(fault);
  process.stderr.write(`trainer: ${message}${known ? ` [${fault.code}]` : ''}\n`);
  process.exitCode = known || usage ? 2 : 1;
}
