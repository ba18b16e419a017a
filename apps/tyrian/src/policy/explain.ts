import { readFileSync } from 'node:fs';
import { type Audience, errors, type Generation, newId, type Policy, type Stage } from '@tyrian/contracts';
import { type Evidence, explainDecision, type PolicyExplanation, StandIn, StandInGap, toEvidence } from '@tyrian/guard';
import { parse } from 'yaml';
import { z } from 'zod';
import { choosePolicy } from '../library/choose-policy.js';
import { createEmbeddedGuard } from '../library/embedded-guard.js';
import { printJson, table, write } from '../terminal/print.js';
import { assuranceWords } from './assurance-words.js';
import { conditionWords, scopeWords } from './condition-words.js';

export interface ExplainFlags {
  readonly text?: string;
  readonly signals?: string;
  readonly audience: Audience;
  readonly as: 'prompt' | 'output';
  readonly json?: boolean;
}

const SignalsFile = z.union([
  z.array(StandIn).transform((signals) => ({ signals })),
  z.strictObject({
    signals: z.array(StandIn).optional(),
    before: z.array(StandIn).optional(),
    gaps: z.array(StandInGap).optional(),
  }),
]);

/** Prints why a policy decides as it does on a text or on signals; without either, what its rules are. */
export async function explain(nameOrPath: string, flags: ExplainFlags): Promise<void> {
  const loaded = choosePolicy(nameOrPath);
  const { policy } = loaded;
  if (flags.text === undefined && flags.signals === undefined) {
    if (flags.json) return printJson(policy.rules.map((rule) => ({ ...rule, words: conditionWords(rule.when) })));
    return write(`${rulesOf(policy)}\n`);
  }
  const stage: Stage = flags.as === 'output' ? 'output' : 'input';
  const { audience } = flags;
  const evidence =
    flags.signals === undefined
      ? await seenIn(flags.text ?? '', stage, flags, loaded)
      : toEvidence(readSignals(flags.signals), stage);
  const explained = explainDecision(policy, evidence, { stage, audience, inCanary: true });
  if (flags.json) return printJson(explained);
  await write(`${describe(explained, policy).join('\n')}\n`);
}

async function seenIn(
  text: string,
  stage: Stage,
  { audience }: ExplainFlags,
  policy: ReturnType<typeof choosePolicy>,
): Promise<Evidence> {
  const role = stage === 'input' ? 'user' : 'assistant';
  const generation: Generation = {
    id: newId('generation'),
    stage,
    audience,
    contents: [{ modality: 'text', place: 'text', role, stage, text }],
  };
  const { signals, coverage } = await createEmbeddedGuard({ policy }).check(generation);
  return { signals, coverage, fresh: signals.length, roleOf: () => role };
}

function readSignals(file: string) {
  let raw: unknown;
  try {
    raw = parse(readFileSync(file === '-' ? 0 : file, 'utf8'), { maxAliasCount: 100 });
  } catch (cause) {
    throw errors.INVALID_INPUT([`${file} cannot be read: ${cause instanceof Error ? cause.message : 'not YAML'}`], {
      cause,
    });
  }
  const parsed = SignalsFile.safeParse(raw);
  if (!parsed.success) throw errors.INVALID_INPUT([`${file} holds no signals: ${z.prettifyError(parsed.error)}`]);
  return parsed.data;
}

function describe({ judgement, nearly, milder }: PolicyExplanation, { id, version, rules }: Policy): string[] {
  const titles = new Map(rules.map((rule) => [rule.id, rule.title ?? conditionWords(rule.when)]));
  const lines = [`${judgement.decision}  (policy ${id} ${version}, audience ${judgement.audience})`];
  for (const { rule, decision, locked, enforced, help } of judgement.reasons)
    lines.push(
      `  fired: ${rule} -> ${decision}${help ? ', with help' : ''}${locked ? ', locked' : ''}${enforced ? '' : ', only watched'}: ${titles.get(rule) ?? 'a detector failed'}`,
    );
  if (judgement.reasons.length === 0) lines.push('  no rule fired');
  for (const { rule, decision, had } of nearly) lines.push(`  nearly: ${rule} -> ${decision}, had ${had}`);
  for (const { change, decision } of milder) lines.push(`  milder: ${change} -> ${decision}`);
  return lines;
}

function rulesOf({ id, version, title, assurance, rules }: Policy): string {
  const rows = rules.map((rule) => [
    rule.id,
    `${rule.then}${rule.help ? ' with help' : ''}`,
    `${scopeWords(rule)}: ${rule.title ?? conditionWords(rule.when)}`,
  ]);
  const adults = assurance?.adult ? `\nAdults: ${assuranceWords(assurance.adult)}; else the audience is unknown` : '';
  return `${title} (${id} ${version})${adults}\n\n${table(rows)}`;
}
