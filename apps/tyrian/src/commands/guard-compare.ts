import { Audience } from '@tyrian/contracts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { withStoreOptions } from './store-options.js';

/** Registers `guard compare`. */
export function addCompare(guard: Command): void {
  withStoreOptions(guard.command('compare'))
    .description('Measure guards side by side on labelled rows: curves, intervals, agreement, what would be refused')
    .argument('<files...>', 'JSON Lines, packed (.gz) or not: id, text, label (1 harmful, 0 harmless, null unknown)')
    .option(
      '--with <id...>',
      'only these guards: tyrian (the whole guard), detectors, or guard models in force, by their ids',
    )
    .addOption(new Option('--audience <who>', 'who the texts are for').choices(Audience.options).default('adult'))
    .option('--policy <name>', 'a shipped policy or the path of a YAML file', 'open-chat')
    .addOption(new Option('--limit <rows>', 'most labelled rows of each file').argParser(atLeastOne))
    .addOption(new Option('--rounds <count>', 'draws for an interval').default(1_000).argParser(atLeastOne))
    .option('--manifest <file...>', 'what a model was trained on (JSON); such rows are not measured on')
    .option('--allow-trained', 'measure on rows that were trained on all the same, and say so in the report')
    .option('--out <folder>', 'write quality.html and quality.json there')
    .addHelpText(
      'after',
      '\nA row may also have hazards, kind, language and source; rows of kind "benign" set the cuts.\n\nExample:\n  $ tyrian guard compare labelled.jsonl --with tyrian lexicon --out report',
    )
    .action(async (files: string[], flags: import('../quality/compare.js').CompareFlags) => {
      await (await import('../quality/compare.js')).compare(files, flags);
    });
}

/** As many as a number of 32 bits can count. */
const COUNT_MAX = 2 ** 31 - 1;

function atLeastOne(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= COUNT_MAX) return count;
  throw new InvalidArgumentError('It must be a whole number from 1.');
}
