import { Audience } from '@tyrian/contracts';
import { type Command, Option } from 'commander';
import { addFairness } from './policy-fairness.js';
import { addLivePolicy } from './policy-live.js';

/** Commands for who writes policies, which need neither server nor database, and those for what is in force. */
export function addPolicy(program: Command): void {
  const policy = program
    .command('policy')
    .description('Write, test, compare, explain and publish policies, and put them into force');
  for (const add of [addList, addLint, addTest, addDiff, addExplain, addRender, addFairness, addLivePolicy])
    add(policy);
}

const NAME = ['<policy>', 'a shipped policy or the path of a YAML file'] as const;

function addList(policy: Command): void {
  policy
    .command('list')
    .description('List the policies that come with Tyrian')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ tyrian policy list')
    .action(async (flags: { json?: boolean }) => (await import('../policy/list.js')).list(flags));
}

function addLint(policy: Command): void {
  policy
    .command('lint')
    .description('Look for what is wrong with a policy; exits with 3 where anything is an error')
    .argument(...NAME)
    .option('--tests <file>', 'its golden tests (default: tests/ beside it)')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ tyrian policy lint our-chat.yaml')
    .action(async (name: string, flags: import('../policy/lint.js').LintFlags) => {
      process.exitCode = await (await import('../policy/lint.js')).lint(name, flags);
    });
}

function addTest(policy: Command): void {
  policy
    .command('test')
    .description('Run the golden tests of a policy; exits with 3 where any differs')
    .argument(...NAME)
    .option('--tests <file>', 'the tests (default: tests/ beside it)')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ tyrian policy test our-chat.yaml --tests our-chat.tests.yaml')
    .action(async (name: string, flags: import('../policy/run-tests.js').TestFlags) => {
      process.exitCode = await (await import('../policy/run-tests.js')).runTests(name, flags);
    });
}

function addDiff(policy: Command): void {
  policy
    .command('diff')
    .description('Show what another policy decides otherwise: rules, settings, and every outcome that changes')
    .argument('<before>', NAME[1])
    .argument('<after>', NAME[1])
    .addOption(new Option('--limit <n>', 'at most so many outcomes').default(60).argParser(Number))
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ tyrian policy diff open-chat our-chat.yaml')
    .action(async (before: string, after: string, flags: import('../policy/diff.js').DiffFlags) =>
      (await import('../policy/diff.js')).diff(before, after, flags),
    );
}

function addExplain(policy: Command): void {
  policy
    .command('explain')
    .description('Say why a policy decides as it does on a text: what fired, what nearly did, what would pass')
    .argument(...NAME)
    .addOption(new Option('--text <text>', 'the text that is judged').conflicts('signals'))
    .option('--signals <file>', 'YAML of stand-in signals in place of a text; "-" for standard input')
    .addOption(new Option('--audience <who>', 'who it is for').choices(Audience.options).default('adult'))
    .addOption(new Option('--as <stage>', 'what the text is').choices(['prompt', 'output']).default('prompt'))
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  $ tyrian policy explain children --text "How do I bake bread?" --audience child',
    )
    .action(async (name: string, flags: import('../policy/explain.js').ExplainFlags) =>
      (await import('../policy/explain.js')).explain(name, flags),
    );
}

function addRender(policy: Command): void {
  policy
    .command('render')
    .description('Write a policy down for its users: a usage policy, or model terms')
    .argument(...NAME)
    .addOption(new Option('--format <format>', 'what is written').choices(['md', 'html']).default('md'))
    .addOption(new Option('--kind <kind>', 'which page').choices(['usage', 'terms']).default('usage'))
    .addOption(new Option('--language <tag>', 'the language of the page').choices(['en']).default('en'))
    .option('--service <name>', 'name of the service', 'this service')
    .option('--config <file>', 'configuration file, for how long what is kept')
    .option('--contact <text>', 'where users write to', '[your contact]')
    .option('--out <file>', 'write it there, not to standard output')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ tyrian policy render open-chat --format html --out usage.html')
    .action(async (name: string, flags: import('../policy/render.js').RenderFlags) =>
      (await import('../policy/render.js')).render(name, flags),
    );
}
