/** A token that says by its first characters whose it is. */
export interface TokenFormat {
  readonly rule: string;
  readonly starts: string;
  /** The whole of it, read at its start. */
  readonly form: RegExp;
  readonly score: number;
}

const END = '(?![A-Za-z0-9_-])';
const format = (rule: string, starts: string, rest: string, score = 0.95): TokenFormat => ({
  rule,
  starts,
  form: new RegExp(`^${starts.replace(/[.+?^${}()|[\]\\/]/g, '\\$&')}${rest}${END}`),
  score,
});

/** As the issuers document them, or as their secret scanning partners do. */
const TOKEN_FORMATS: readonly TokenFormat[] = [
  ...['AKIA', 'ASIA', 'ABIA', 'ACCA'].map((starts) => format('aws-access-key-id', starts, '[A-Z2-7]{16}', 0.9)),
  ...['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'].map((starts) => format('github-token', starts, '[A-Za-z0-9]{36,255}')),
  format('github-token', 'github_pat_', '[A-Za-z0-9]{22}_[A-Za-z0-9]{59}'),
  format('gitlab-token', 'glpat-', '[A-Za-z0-9_-]{20,64}(?:\\.[a-z0-9.]{4,32})?'),
  ...['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xapp-'].map((starts) =>
    format('slack-token', starts, '[A-Za-z0-9-]{20,200}'),
  ),
  ...['sk_live_', 'rk_live_'].map((starts) => format('stripe-key', starts, '[A-Za-z0-9]{16,247}')),
  ...['sk_test_', 'rk_test_'].map((starts) => format('stripe-key', starts, '[A-Za-z0-9]{16,247}', 0.5)),
  format('stripe-key', 'whsec_', '[A-Za-z0-9+/]{32,64}'),
  format('google-api-key', 'AIza', '[A-Za-z0-9_-]{35}'),
  format('google-oauth', 'ya29.', '[A-Za-z0-9_-]{30,400}'),
  format('google-oauth', 'GOCSPX-', '[A-Za-z0-9_-]{28}'),
  format('anthropic-key', 'sk-ant-', '[A-Za-z0-9_-]{32,200}'),
  format('openai-key', 'sk-', '(?:(?:proj|svcacct|admin)-)?(?=[A-Za-z0-9_-]{0,200}\\d)[A-Za-z0-9_-]{40,200}'),
  format('openrouter-key', 'sk-or-', '[A-Za-z0-9_-]{32,200}'),
  format('huggingface-token', 'hf_', '[A-Za-z]{30,40}'),
  format('npm-token', 'npm_', '[A-Za-z0-9]{36}'),
  format('pypi-token', 'pypi-', '[A-Za-z0-9_-]{50,500}'),
  format('sendgrid-key', 'SG.', '[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{32,64}'),
  format('digitalocean-token', 'dop_v1_', '[a-f0-9]{64}'),
  format('shopify-token', 'shpat_', '[a-fA-F0-9]{32}'),
  format('age-key', 'AGE-SECRET-KEY-1', '[A-Z0-9]{58}'),
  format('vault-token', 'hvs.', '[A-Za-z0-9_-]{24,200}'),
  format('twilio-key', 'SK', '[a-f0-9]{32}', 0.6),
  format('databricks-token', 'dapi', '[a-f0-9]{32}', 0.8),
  format('atlassian-token', 'ATATT3', '[A-Za-z0-9_=-]{100,250}'),
];

/** By their first two characters, so that a token tries only those that can be meant. */
export const FORMATS_BY_START: ReadonlyMap<string, readonly TokenFormat[]> = new Map(
  [...new Set(TOKEN_FORMATS.map(({ starts }) => starts.slice(0, 2)))].map((two) => [
    two,
    TOKEN_FORMATS.filter(({ starts }) => starts.startsWith(two)),
  ]),
);
