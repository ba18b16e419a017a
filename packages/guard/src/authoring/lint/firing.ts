import { AUDIENCES, type Policy, type Rule, Stage } from '@tyrian/contracts';
import { countsFrom } from '../../policy/bands.js';
import type { Setting } from '../../policy/condition.js';
import type { Evidence } from '../../policy/evidence.js';
import { compileRule } from '../../policy/rule.js';
import { type Atom, type Sketch, sketchesOf } from '../sketch.js';
import { ROLES_OF_STAGE, stageEvidence } from '../stage-evidence.js';

/** Sketches of one rule that are tried; rules with more alternatives are judged by the first ones. */
const TRIED_MAX = 60;

export function settingsOf(policy: Policy): readonly Setting[] {
  return Stage.options.flatMap((stage) =>
    AUDIENCES.map((given) => ({
      policy,
      stage,
      given,
      audience: given === 'unknown' ? policy.unknownAudience : given,
      excusing: false,
    })),
  );
}

/** The least evidence, in every role and split between prompt and answer, on which a rule fires in a setting. */
export function* firingEvidence(rule: Rule, setting: Setting): Generator<Evidence> {
  const compiled = compileRule(rule, setting);
  if (!compiled) return;
  const scoreOf = ({ sees }: Atom) =>
    countsFrom('hazard' in sees ? sees.hazard : undefined, { ...setting, atLeast: rule.atLeast });
  for (const sketch of sketchesOf(rule.when).slice(0, TRIED_MAX))
    for (const role of ROLES_OF_STAGE[setting.stage])
      for (const before of splits(sketch, setting)) {
        const evidence = stageEvidence(sketch, { stage: setting.stage, scoreOf, role, before });
        if (evidence && compiled.fire(evidence)) yield evidence;
      }
}

/** All of it in the answer, or one content of it there and the rest in the prompt. */
function splits({ contents }: Sketch, { stage }: Setting): ReadonlySet<number>[] {
  const whole = new Set<number>();
  if (stage === 'input' || contents.length < 2) return [whole];
  return [
    whole,
    ...contents.map((_, own) => new Set(contents.map((_, other) => other).filter((other) => other !== own))),
  ];
}

/** Whether a rule can fire in any setting. */
export function canFire(rule: Rule, policy: Policy): boolean {
  return settingsOf(policy).some((setting) => !firingEvidence(rule, setting).next().done);
}
