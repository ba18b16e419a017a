import type { Coverage, Role, Signal, Stage } from '@tyrian/contracts';
import type { Evidence } from '../policy/evidence.js';
import { ATOM_LENGTH, type Atom, type Sketch } from './sketch.js';

/** Roles that contents have at a stage; the usual one first. */
export const ROLES_OF_STAGE: Record<Stage, readonly [Role, ...Role[]]> = {
  input: ['user', 'system', 'assistant', 'tool', 'document', 'definition'],
  output: ['assistant'],
};

export interface Staging {
  readonly stage: Stage;
  readonly scoreOf: (atom: Atom) => number;
  /** Role of contents that may have any, where the stage has it. */
  readonly role?: Role | undefined;
  /** Contents that stand in the prompt although the stage is `output`. */
  readonly before?: ReadonlySet<number>;
}

/** A sketch as the evidence of a stage; undefined where no content of it can stand there. */
export function stageEvidence(
  sketch: Sketch,
  { stage, scoreOf, role, before = new Set() }: Staging,
): Evidence | undefined {
  const fresh: Signal[] = [];
  const earlier: Signal[] = [];
  const coverage: Coverage[] = [];
  const stages = sketch.contents.map((roles, content) => {
    if (stage === 'input') return 'input' as const;
    return before.has(content) || !(roles?.includes('assistant') ?? true) ? ('input' as const) : ('output' as const);
  });
  const roles = sketch.contents.map((allowed, content) => roleIn(stages[content] ?? stage, allowed, role));
  if (roles.some((one) => one === undefined)) return undefined;
  for (const atom of sketch.atoms) {
    const at = stages[atom.content] ?? stage;
    const place = placeOf(atom.content);
    const { sees, detector = 'stand-in', rule } = atom;
    if ('gap' in sees) {
      if (at !== stage) return undefined;
      const { gap, language } = sees;
      coverage.push({ status: 'not-covered', detector, place, gap, ...(language && { languages: [language] }) });
      continue;
    }
    const seen = {
      score: scoreOf(atom),
      place,
      role: roles[atom.content] ?? ROLES_OF_STAGE[at][0],
      stage: at,
      spans: [[atom.at, atom.at + ATOM_LENGTH] satisfies [number, number]],
      via: ['raw'],
      detector,
      version: '0',
      ...(rule !== undefined && { rule }),
    };
    (at === stage ? fresh : earlier).push(signalOf(sees, seen));
  }
  const byPlace = new Map(roles.map((one, content) => [placeOf(content), one]));
  return {
    signals: [...fresh, ...earlier],
    coverage,
    fresh: fresh.length,
    roleOf: (place) => byPlace.get(place),
  };
}

function signalOf(
  sees: Exclude<Atom['sees'], { readonly gap: unknown }>,
  seen: Omit<Extract<Signal, { kind: 'hazard' }>, 'kind' | 'name'>,
): Signal {
  if ('hazard' in sees) return { kind: 'hazard', name: sees.hazard, ...seen };
  if ('attribute' in sees) return { kind: 'attribute', name: sees.attribute, ...seen };
  return { kind: 'maturity', name: sees.maturity, degree: sees.degree, ...seen };
}

function placeOf(content: number): string {
  return `content[${content}]`;
}

function roleIn(stage: Stage, allowed: readonly Role[] | undefined, wanted: Role | undefined): Role | undefined {
  const possible = ROLES_OF_STAGE[stage].filter((one) => allowed?.includes(one) ?? true);
  return wanted && possible.includes(wanted) ? wanted : possible[0];
}
