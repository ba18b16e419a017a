import {
  type Audience,
  type Decision,
  type Explanation,
  type Generation,
  newId,
  type Reason,
  type Stage,
  type Verdict,
} from '@tyrian/contracts';
import type { Guard } from '../guard.js';
import { compilePolicy, type Judge, type Judgement } from '../policy/evaluate.js';
import type { Evidence } from '../policy/evidence.js';
import { repairText } from '../policy/repairs.js';
import type { Expectation, GoldenCase, Goldens } from './goldens.js';
import { toEvidence } from './stand-in.js';

/** How one case went, for one stage and audience. */
export interface GoldenResult {
  readonly name: string;
  readonly stage: Stage;
  readonly audience: Audience;
  readonly decision: Decision;
  /** Rules that fired, in the policy's order. */
  readonly rules: readonly string[];
  /** What differs from what was expected; empty where the case holds. */
  readonly differences: readonly Difference[];
}

interface Difference {
  readonly field: keyof Expectation;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Runs golden tests on a guard. Stand-in signals go to its policy, texts to its detectors as well. */
export async function runGoldens({ cases }: Goldens, guard: Guard): Promise<GoldenResult[]> {
  const judge = compilePolicy(guard.policy.policy);
  const results: GoldenResult[] = [];
  for (const one of cases)
    for (const stage of one.stage)
      for (const audience of one.audience) results.push(await runCase(one, stage, audience, judge, guard));
  return results;
}

async function runCase(one: GoldenCase, stage: Stage, audience: Audience, judge: Judge, guard: Guard) {
  const judgement =
    one.signals || one.gaps
      ? judge(standInEvidence(one, stage), { stage, audience, inCanary: true })
      : await checkText(one, stage, audience, guard);
  const rules = judgement.reasons.map(({ rule }) => rule);
  const differences = compare(one.expect, judgement, one.text ?? '');
  return { name: one.name, stage, audience, decision: judgement.decision, rules, differences };
}

function standInEvidence({ signals = [], before = [], gaps = [], role, text }: GoldenCase, stage: Stage): Evidence {
  const evidence = toEvidence({ signals, before, gaps, role }, stage);
  return text === undefined ? evidence : { ...evidence, texts: new Map([['text', text]]) };
}

async function checkText(
  { text = '', prompt, role }: GoldenCase,
  stage: Stage,
  audience: Audience,
  guard: Guard,
): Promise<Verdict> {
  const generation = (at: Stage, place: string, said: string): Generation => ({
    id: newId('generation'),
    stage: at,
    audience,
    contents: [
      {
        modality: 'text',
        place,
        role: (at === stage ? role : undefined) ?? (at === 'input' ? 'user' : 'assistant'),
        stage: at,
        text: said,
      },
    ],
  });
  if (stage === 'input' || prompt === undefined) return guard.check(generation(stage, 'text', text));
  const { signals } = await guard.check(generation('input', 'prompt', prompt));
  return guard.check(generation('output', 'text', text), { before: signals });
}

function compare(expected: Expectation, judgement: Judgement, text: string): Difference[] {
  const deciding = judgement.reasons.filter(
    ({ decision, enforced }) => enforced && decision === judgement.decision && decision !== 'allow',
  );
  const got = {
    decision: judgement.decision,
    rule: judgement.reasons.map(({ rule }) => rule),
    subject: deciding.map(({ subject }) => subject),
    explain: leastTelling(deciding),
    help: judgement.reasons.some(({ enforced, help }) => enforced && help),
    repaired: repairText(text, judgement.repairs),
    level: judgement.maturity.level,
  };
  const { rule = [], notRule = [], subject, ...plain } = expected;
  const differences: Difference[] = [];
  for (const field of ['decision', 'explain', 'help', 'repaired', 'level'] as const)
    if (plain[field] !== undefined && plain[field] !== got[field])
      differences.push({ field, expected: plain[field], got: got[field] });
  if (!rule.every((id) => got.rule.includes(id))) differences.push({ field: 'rule', expected: rule, got: got.rule });
  if (notRule.some((id) => got.rule.includes(id)))
    differences.push({ field: 'notRule', expected: notRule, got: got.rule });
  if (subject !== undefined && !got.subject.some((one) => one === subject))
    differences.push({ field: 'subject', expected: subject, got: got.subject });
  return differences;
}

const TELLS: readonly Explanation[] = ['nothing', 'hazard', 'words'];

/** The reason that tells least wins; undefined where there is nothing to explain. */
function leastTelling(reasons: readonly Reason[]): Explanation | undefined {
  return TELLS.find((tier) => reasons.some(({ explanation }) => explanation === tier));
}
