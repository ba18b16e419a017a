import { Policy, TyrianError } from '@tyrian/contracts';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { loadPolicy, type PolicySource } from '../../policy/load.js';
import type { Goldens } from '../goldens.js';
import type { Check, Finding, Linted, Severity } from './finding.js';
import { loosening } from './loosening.js';
import { unfounded, unreachable } from './reach.js';
import { schemaFindings } from './schema.js';
import { assurance, hazards, outcomes } from './settings.js';
import { shadowed } from './shadows.js';
import { untested } from './tested.js';
import { wording } from './wording.js';

const CHECKS: readonly Check[] = [
  unreachable,
  unfounded,
  shadowed,
  outcomes,
  loosening,
  untested,
  hazards,
  assurance,
  wording,
];
const ORDER: readonly Severity[] = ['error', 'warning', 'hint'];

export interface PolicyFile {
  readonly yaml: string;
  readonly name: string;
  readonly source: PolicySource;
  readonly goldens?: Goldens | undefined;
}

/** Looks for what is wrong with a policy, most severe first. One that does not load has that as its only finding. */
export function lintPolicy({ yaml, name, source, goldens }: PolicyFile): readonly Finding[] {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const lineOf = (offset: number | undefined) => (offset === undefined ? undefined : lines.linePos(offset).line);
  let policy: Policy;
  try {
    policy = loadPolicy(yaml, name, source).policy;
  } catch (fault) {
    if (!(fault instanceof TyrianError)) throw fault;
    const bySchema = schemaFindings(document).map(({ offset, ...finding }) => ({ ...finding, line: lineOf(offset) }));
    return bySchema.length > 0 ? bySchema : [faultFinding(fault, lineOf(document.errors[0]?.pos[0]))];
  }
  const given: unknown = document.toJS({ maxAliasCount: 100 });
  const linted = { ...lintedOf(policy, Policy.parse(given), source), given: Object(given), goldens };
  const offsets = ruleOffsets(document.contents);
  return CHECKS.flatMap((check) => check(linted))
    .map((finding) => {
      const line = finding.rule === undefined ? undefined : lineOf(offsets.get(finding.rule));
      return line === undefined ? finding : { ...finding, line };
    })
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || (a.line ?? 0) - (b.line ?? 0));
}

function lintedOf(policy: Policy, file: Policy, source: PolicySource): Omit<Linted, 'given'> {
  const ids = new Set(file.rules.map(({ id }) => id));
  const baseYaml = file.extends === undefined ? undefined : source(file.extends);
  return {
    policy,
    own: policy.rules.filter(({ id }) => ids.has(id)),
    base: baseYaml === undefined ? undefined : loadPolicy(baseYaml, file.extends ?? '', source).policy,
  };
}

/** Where each rule begins. */
function ruleOffsets(contents: unknown): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  const rules = isMap(contents) ? contents.get('rules') : undefined;
  for (const rule of isSeq(rules) ? rules.items : []) {
    const id = isMap(rule) ? rule.get('id') : undefined;
    if (isMap(rule) && typeof id === 'string' && rule.range) offsets.set(id, rule.range[0]);
  }
  return offsets;
}

function faultFinding({ code, message }: TyrianError, line: number | undefined): Finding {
  const isLocked = code === 'POLICY_LOOSENS_LOCKED';
  return {
    severity: 'error',
    code: isLocked ? 'loosens-locked' : 'does-not-load',
    line,
    message,
    todo: isLocked
      ? 'Give the rule an id of its own: locked rules stay as they are, more rules can be added'
      : 'Correct it; docs/reference/policy.md names every field',
  };
}
