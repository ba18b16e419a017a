import { Policy, TyrianError } from '@tyrian/contracts';
import { isMap, isSeq } from 'yaml';
import { loadPolicy, type PolicySource } from '../../policy/load.js';
import { type ReadYaml, readYaml, YamlError } from '../../yaml/read-yaml.js';
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
  let policy: Policy;
  try {
    policy = loadPolicy(yaml, name, source).policy;
  } catch (fault) {
    if (!(fault instanceof TyrianError)) throw fault;
    return whyNotLoaded(yaml, fault);
  }
  const { document, value: given, lineOf } = readYaml(yaml);
  const linted = { ...lintedOf(policy, Policy.parse(given), source), given: Object(given), goldens };
  const offsets = ruleOffsets(document.contents);
  return CHECKS.flatMap((check) => check(linted))
    .map((finding) => {
      const offset = finding.rule === undefined ? undefined : offsets.get(finding.rule);
      return offset === undefined ? finding : { ...finding, line: lineOf(offset) };
    })
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || (a.line ?? 0) - (b.line ?? 0));
}

/** Each field that is at fault, or where the YAML is broken. */
function whyNotLoaded(yaml: string, fault: TyrianError): readonly Finding[] {
  let read: ReadYaml;
  try {
    read = readYaml(yaml);
  } catch (cause) {
    return [faultFinding(fault, cause instanceof YamlError ? cause.line : undefined)];
  }
  const { lineOf } = read;
  const bySchema = schemaFindings(read).map(({ offset, ...finding }) => ({
    ...finding,
    line: offset === undefined ? undefined : lineOf(offset),
  }));
  return bySchema.length > 0 ? bySchema : [faultFinding(fault, undefined)];
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
