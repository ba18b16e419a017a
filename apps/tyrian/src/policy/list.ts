import { SHIPPED_POLICIES } from '../assets.js';
import { choosePolicy } from '../library/choose-policy.js';
import { printJson, table, write } from '../terminal/print.js';

/** Prints the policies that come with the program. */
export async function list(flags: { readonly json?: boolean }): Promise<void> {
  const policies = SHIPPED_POLICIES.map((name) => {
    const { policy, hash } = choosePolicy(name);
    const { id, version, title, description = '', mode, rules } = policy;
    return { id, version, title, description, mode, rules: rules.length, hash };
  });
  if (flags.json) return printJson(policies);
  const rows = policies.map(({ id, version, rules, description }) => [id, version, `${rules} rules`, description]);
  await write(`${table(rows)}\n`);
}
