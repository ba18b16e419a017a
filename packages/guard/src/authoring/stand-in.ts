import {
  Attribute,
  type Coverage,
  CoverageGap,
  Hazard,
  MaturityAxis,
  MaturityDegree,
  Role,
  type Signal,
  Span,
  type Stage,
} from '@tyrian/contracts';
import { z } from 'zod';
import type { Evidence } from '../policy/evidence.js';

/** A signal as a test or an author writes it down, in place of what a detector would see. */
export const StandIn = z
  .strictObject({
    hazard: Hazard.optional(),
    attribute: Attribute.optional(),
    maturity: MaturityAxis.optional(),
    degree: MaturityDegree.optional(),
    score: z.number().min(0).max(1).default(0.9),
    role: Role.optional(),
    place: z.string().max(200).default('text'),
    at: Span.default([0, 4]),
    detector: z.string().default('stand-in'),
    rule: z.string().optional(),
  })
  .refine(
    ({ hazard, attribute, maturity }) => [hazard, attribute, maturity].filter((one) => one !== undefined).length === 1,
    'say one of hazard, attribute or maturity',
  )
  .refine(({ maturity, degree }) => (maturity === undefined) === (degree === undefined), 'maturity needs a degree');
export type StandIn = z.infer<typeof StandIn>;

/** A gap in coverage, in place of what a detector could not judge. */
export const StandInGap = z.strictObject({
  gap: CoverageGap,
  detector: z.string().default('stand-in'),
  place: z.string().max(200).default('text'),
  languages: z.array(z.string()).optional(),
});
export type StandInGap = z.infer<typeof StandInGap>;

const ROLE_OF_STAGE: Record<Stage, Role> = { input: 'user', output: 'assistant' };

function toSignal(standIn: StandIn, stage: Stage, role: Role = ROLE_OF_STAGE[stage]): Signal | undefined {
  const { hazard, attribute, maturity, degree, score, place, at, detector, rule } = standIn;
  const seen = {
    score,
    place,
    role: standIn.role ?? role,
    stage,
    spans: [at],
    via: ['raw'],
    detector,
    version: '0',
    ...(rule !== undefined && { rule }),
  };
  if (hazard) return { kind: 'hazard', name: hazard, ...seen };
  if (attribute) return { kind: 'attribute', name: attribute, ...seen };
  return maturity && degree !== undefined ? { kind: 'maturity', name: maturity, degree, ...seen } : undefined;
}

export interface StandIns {
  readonly signals?: readonly StandIn[] | undefined;
  /** What was seen in the prompt, where the stage is `output`. */
  readonly before?: readonly StandIn[] | undefined;
  readonly gaps?: readonly StandInGap[] | undefined;
  /** Role of what names none. */
  readonly role?: Role | undefined;
}

/** The evidence that these stand-ins are. */
export function toEvidence({ signals = [], before = [], gaps = [], role }: StandIns, stage: Stage): Evidence {
  const isSignal = (one: Signal | undefined) => one !== undefined;
  const fresh = signals.map((one) => toSignal(one, stage, role)).filter(isSignal);
  const earlier = before.map((one) => toSignal(one, 'input')).filter(isSignal);
  const roles = new Map([...fresh, ...earlier].map((one) => [one.place, one.role]));
  return {
    signals: [...fresh, ...earlier],
    coverage: gaps.map(
      ({ languages, ...gap }): Coverage => ({
        status: 'not-covered',
        ...gap,
        ...(languages && { languages }),
      }),
    ),
    fresh: fresh.length,
    roleOf: (place) => roles.get(place) ?? role ?? ROLE_OF_STAGE[stage],
  };
}
