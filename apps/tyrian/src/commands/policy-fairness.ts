import { Audience } from '@tyrian/contracts';
import { type Command, Option } from 'commander';

/** Registers `policy fairness`. */
export function addFairness(policy: Command): void {
  policy
    .command('fairness')
    .description('Measure how often a policy stops lines that nobody should be refused for; exits with 3 over a limit')
    .argument('<policy>', 'a shipped policy or the path of a YAML file')
    .argument('<files...>', 'LANGUAGE.tsv with domain, term (or -) and text, or LANGUAGE.yaml with terms and lines')
    .addOption(new Option('--audience <who>', 'who the lines are for').choices(Audience.options).default('teen'))
    .addOption(new Option('--max-stopped <share>', 'most that may be refused or held').default(0.003).argParser(Number))
    .addOption(new Option('--max-repaired <share>', 'most that may be repaired').default(0.02).argParser(Number))
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ tyrian policy fairness open-chat corpus/en.tsv corpus/fr.tsv')
    .action(async (name: string, files: string[], flags: import('../policy/fairness.js').FairnessFlags) => {
      process.exitCode = await (await import('../policy/fairness.js')).fairness(name, files, flags);
    });
}
