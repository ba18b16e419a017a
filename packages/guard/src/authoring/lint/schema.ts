import { Policy } from '@tyrian/contracts';
import { type Document, isNode } from 'yaml';
import type { z } from 'zod';
import { briefly } from '../../yaml/briefly.js';
import type { ReadYaml } from '../../yaml/read-yaml.js';
import type { Finding } from './finding.js';

type Issue = z.core.$ZodIssue;

/** More than anybody corrects before looking again. */
const FINDINGS_MAX = 100;

/** The fields that are not as the schema wants them, and where they stand in the file. */
export function schemaFindings({ document, value }: ReadYaml): (Finding & { offset: number | undefined })[] {
  const issues = Policy.safeParse(value).error?.issues.slice(0, FINDINGS_MAX) ?? [];
  return issues.map(deepest).map((issue) => ({
    severity: 'error',
    code: issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-value',
    message: briefly(`${pathOf(issue.path)}: ${issue.message}`),
    todo: suggestion(issue, document.getIn(issue.path)) ?? 'Correct it; docs/reference/policy.md names every field',
    offset: offsetOf(document, issue.path),
  }));
}

/** In a union, the branch that got furthest says best what is wrong. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().map((one) => deepest({ ...one, path: [...issue.path, ...one.path] } as Issue));
  return inner.reduce((best, one) => (one.path.length > best.path.length ? one : best), inner[0] ?? issue);
}

function pathOf(path: readonly PropertyKey[]): string {
  return (
    path.reduce<string>(
      (said, key) =>
        typeof key === 'number' ? `${said}[${key}]` : said === '' ? String(key) : `${said}.${String(key)}`,
      '',
    ) || 'the file'
  );
}

/** Where the value stands, or what is nearest around it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}

const FIELDS = [
  'schemaVersion',
  'id',
  'version',
  'title',
  'description',
  'extends',
  'mode',
  'canaryPercent',
  'unknownAudience',
  'assurance',
  'methods',
  'assurers',
  'strictness',
  'bands',
  'hold',
  'rules',
  'when',
  'then',
  'subject',
  'atLeast',
  'locked',
  'explain',
  'help',
  'replacement',
  'restore',
  'hazard',
  'attribute',
  'maturity',
  'gap',
  'language',
  'unseen',
  'role',
  'detector',
  'rule',
  'stage',
  'audience',
  'within',
  'all',
  'any',
  'not',
  'axis',
  'enabled',
  'dailyCap',
  'expiresAfterHours',
  'controversial',
  'unsafe',
];

function suggestion(issue: Issue, value: unknown): string | undefined {
  const options = issue.code === 'invalid_value' ? issue.values.map(String) : FIELDS;
  const wrong =
    issue.code === 'unrecognized_keys' ? issue.keys[0] : issue.code === 'invalid_value' ? String(value) : undefined;
  if (wrong === undefined) return undefined;
  const near = options.find((option) => isNear(wrong, option));
  if (near !== undefined) return `Did you mean ${near}?`;
  return issue.code === 'invalid_value' ? `Say one of: ${options.slice(0, 30).join(', ')}` : undefined;
}

/** Two words of the same letters but for at most two. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a.toLowerCase()].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b.toLowerCase()].entries())
      next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return (row.at(-1) ?? 9) <= 2 && a.length > 3;
}
