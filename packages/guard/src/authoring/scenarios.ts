import {
  ATTRIBUTES,
  type Condition,
  CoverageGap,
  Hazard,
  MATURITY_AXES,
  type Policy,
  type Role,
} from '@tyrian/contracts';
import { sketchName } from './names.js';
import { ATOM_LENGTH, type Atom, type Sketch, sketchesOf } from './sketch.js';

/** Something that may be seen, alone or composed. */
export interface Scenario {
  readonly what: string;
  readonly sketch: Sketch;
  readonly role?: Role;
  /** Simpler scenarios that this one adds to: a change that they show as well is no news here. */
  readonly simpler: readonly string[];
}

const ELSEWHERE = 50_000;

/**
 * What policies can tell apart: everything that they have a word for, alone; what their rules compose; and each of these
 * next to, and far from, everything that their rules take for an excuse.
 */
export function scenariosOf(policies: readonly Policy[]): readonly Scenario[] {
  const rules = policies.flatMap((policy) => policy.rules);
  const found = new Map<string, Scenario>();
  const add = (scenario: Scenario) => {
    if (!found.has(scenario.what)) found.set(scenario.what, scenario);
  };
  for (const sketch of [...singles(), ...rules.flatMap(({ when }) => sketchesOf(when))]) {
    if (sketch.atoms.length === 0) continue;
    add({
      what: sketchName(sketch),
      sketch,
      simpler: sketch.atoms.length > 1 ? sketch.atoms.map((atom) => sketchName(alone(atom))) : bareOf(sketch),
    });
  }
  const plain = [...found.values()];
  for (const role of rolesIn(rules.map(({ when }) => when)))
    for (const { what, sketch } of plain)
      if (sketch.contents.some((roles) => roles?.includes(role) ?? true))
        add({ what: `${what}, in ${role}`, sketch, role, simpler: [what] });
  const excuses = excusesIn(rules.map(({ when }) => when));
  for (const { what, sketch } of plain)
    for (const sees of excuses) {
      const first = sketch.atoms[0];
      if (!first || 'gap' in first.sees) continue;
      const name = sketchName(alone({ sees, content: 0, at: 0 }));
      for (const [where, at] of [
        ['near', first.at + ATOM_LENGTH],
        ['elsewhere', ELSEWHERE],
      ] as const)
        add({
          what: `${what}, ${name} ${where}`,
          sketch: { ...sketch, atoms: [...sketch.atoms, { sees, content: first.content, at }] },
          simpler: [what],
        });
    }
  return [...found.values()];
}

function alone(atom: Atom): Sketch {
  return { atoms: [{ ...atom, content: 0, at: 0 }], contents: [undefined] };
}

/** A signal of one rule of a detector is also a signal. */
function bareOf({ atoms }: Sketch): string[] {
  return atoms.filter(({ rule }) => rule !== undefined).map((atom) => sketchName(alone({ ...atom, rule: undefined })));
}

function singles(): Sketch[] {
  const sees: Atom['sees'][] = [
    ...Hazard.options.map((hazard) => ({ hazard })),
    ...MATURITY_AXES.flatMap((maturity) => ([1, 2, 3, 4] as const).map((degree) => ({ maturity, degree }))),
    ...ATTRIBUTES.map((attribute) => ({ attribute })),
    ...CoverageGap.options.map((gap) => ({ gap })),
  ];
  return sees.map((one) => alone({ sees: one, content: 0, at: 0 }));
}

function* parts(conditions: readonly Condition[]): Generator<Condition> {
  for (const condition of conditions) {
    yield condition;
    yield* parts([...(condition.all ?? []), ...(condition.any ?? []), ...(condition.not ? [condition.not] : [])]);
  }
}

/** Roles that rules name, and one that they do not, each apart from the one that a stage usually has. */
function rolesIn(conditions: readonly Condition[]): ReadonlySet<Role> {
  const named = new Set([...parts(conditions)].flatMap(({ role }) => role ?? []));
  if (named.size === 0) return named;
  const unnamed = (['document', 'tool', 'system', 'definition', 'assistant'] as const).find((role) => !named.has(role));
  if (unnamed) named.add(unnamed);
  named.delete('user');
  return named;
}

function excusesIn(conditions: readonly Condition[]): readonly Exclude<Atom['sees'], { gap: unknown }>[] {
  const excuses = new Map<string, Exclude<Atom['sees'], { gap: unknown }>>();
  for (const { not } of parts(conditions))
    for (const { atoms } of not ? sketchesOf(not) : [])
      for (const { sees } of atoms) if (!('gap' in sees)) excuses.set(JSON.stringify(sees), sees);
  return [...excuses.values()];
}
