import { Audience } from '@tyrian/contracts';
import { type Command, Option } from 'commander';

interface CheckFlags {
  readonly as: 'prompt' | 'output';
  readonly audience: Audience;
  readonly policy: string;
  readonly batch?: string;
  readonly json?: boolean;
  readonly exitZero?: boolean;
}

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('Judge a text, or every line of a file, without recording it')
    .argument('[text]', 'what to check; read from standard input where it is not given')
    .addOption(new Option('--as <stage>', 'what the text is').choices(['prompt', 'output']).default('prompt'))
    .addOption(new Option('--audience <who>', 'who it is for').choices(Audience.options).default('adult'))
    .option('--policy <name>', 'a shipped policy or the path of a YAML file', 'open-chat')
    .option('--batch <file>', 'a JSON Lines file ("-" for standard input): one result a line, in order')
    .option('--json', 'print the whole verdict as JSON')
    .option('--exit-zero', 'exit with 0 whatever was decided')
    .addHelpText(
      'after',
      '\nExample:\n  $ tyrian check "How do I bake bread?"\n  $ tyrian check --batch prompts.jsonl > results.jsonl',
    )
    .action(async (text: string | undefined, flags: CheckFlags) => {
      const { checkOne } = await import('../check/check-one.js');
      if (flags.batch !== undefined) {
        const { checkBatch } = await import('../check/check-batch.js');
        return checkBatch(flags.batch, flags);
      }
      process.exitCode = await checkOne(text, flags);
    });
}
