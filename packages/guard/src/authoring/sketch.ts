import {
  type Attribute,
  type Condition,
  type CoverageGap,
  type Hazard,
  MATURITY_AXES,
  type MaturityAxis,
  type MaturityDegree,
  type Role,
} from '@tyrian/contracts';

/** One thing that must be seen for a condition to hold. */
export interface Atom {
  readonly sees:
    | { readonly hazard: Hazard }
    | { readonly attribute: Attribute }
    | { readonly maturity: MaturityAxis; readonly degree: MaturityDegree }
    | { readonly gap: CoverageGap; readonly language?: string | undefined };
  readonly detector?: string | undefined;
  readonly rule?: string | undefined;
  /** Which content it stands in, and where. */
  readonly content: number;
  readonly at: number;
}

/** The least that makes a condition hold: its atoms, as far apart as it allows. */
export interface Sketch {
  readonly atoms: readonly Atom[];
  /** Roles that each content may have; undefined where any will do. */
  readonly contents: readonly (readonly Role[] | undefined)[];
}

interface Narrowed {
  readonly role?: readonly Role[] | undefined;
  readonly detector?: readonly string[] | undefined;
  readonly rule?: readonly string[] | undefined;
}

/** Characters that an atom covers, and that lie between atoms that must only share a content. */
export const ATOM_LENGTH = 4;
const FAR = 10_000;

/** A condition of many alternatives has more sketches than anybody needs. */
const SKETCHES_MAX = 200;

/** Every way in which a condition can hold with as little as possible. What `not` takes away again is not asked here. */
export function sketchesOf(condition: Condition, around: Narrowed = {}): readonly Sketch[] {
  const narrowed: Narrowed = {
    role: both(condition.role, around.role),
    detector: both(condition.detector, around.detector),
    rule: both(condition.rule, around.rule),
  };
  const alone = (sees: Atom['sees']): Sketch[] =>
    isEmpty(narrowed, 'gap' in sees)
      ? []
      : [
          {
            atoms: [{ sees, detector: narrowed.detector?.[0], rule: narrowed.rule?.[0], content: 0, at: 0 }],
            contents: [narrowed.role],
          },
        ];
  const { hazard, attribute, maturity, gap, language, within = 'generation' } = condition;
  const groups: (readonly Sketch[])[] = [];
  if (hazard) groups.push(hazard.flatMap((one) => alone({ hazard: one })));
  if (attribute) groups.push(attribute.flatMap((one) => alone({ attribute: one })));
  if (maturity) {
    const axes: readonly MaturityAxis[] = maturity.axis ?? MATURITY_AXES;
    groups.push(axes.flatMap((axis) => alone({ maturity: axis, degree: maturity.atLeast })));
  }
  if (gap) groups.push(gap.flatMap((one) => alone({ gap: one, language: language?.[0] })));
  for (const part of condition.all ?? []) groups.push(sketchesOf(part, narrowed));
  if (condition.any) groups.push(condition.any.flatMap((part) => sketchesOf(part, narrowed)));
  let sketches: readonly Sketch[] = [{ atoms: [], contents: [] }];
  for (const group of groups) sketches = product(sketches, group.slice(0, SKETCHES_MAX), within);
  return sketches;
}

/** Every sketch of one list with every one of the other, as far as both can be at once and there are not too many. */
function product(ones: readonly Sketch[], others: readonly Sketch[], within: Condition['within']): Sketch[] {
  const sketches: Sketch[] = [];
  for (const one of ones)
    for (const other of others) {
      if (sketches.length >= SKETCHES_MAX) return sketches;
      const both = joined(one, other, within);
      if (both) sketches.push(both);
    }
  return sketches;
}

/** Whether selectors that exclude each other leave nothing. A gap is of a detector, and of no rule of it. */
function isEmpty({ role, detector, rule }: Narrowed, isGap: boolean): boolean {
  return role?.length === 0 || detector?.length === 0 || (!isGap && rule?.length === 0);
}

function both<Item>(own: readonly Item[] | undefined, around: readonly Item[] | undefined) {
  return own && around ? own.filter((item) => around.includes(item)) : (own ?? around);
}

/** Two sketches in one evidence, as far apart as `within` allows; undefined where they exclude each other. */
function joined(a: Sketch, b: Sketch, within: Condition['within']): Sketch | undefined {
  if (a.atoms.length === 0) return b;
  if (within === 'generation') {
    const shifted = b.atoms.map((atom) => ({ ...atom, content: atom.content + a.contents.length }));
    return { atoms: [...a.atoms, ...shifted], contents: [...a.contents, ...b.contents] };
  }
  const roles = both(a.contents[0], b.contents[0]);
  if (roles?.length === 0) return undefined;
  const offset = typeof within === 'number' ? ATOM_LENGTH + within : Math.max(...a.atoms.map(({ at }) => at)) + FAR;
  const shifted = b.atoms.map((atom) =>
    atom.content === 0 ? { ...atom, at: atom.at + offset } : { ...atom, content: atom.content + a.contents.length - 1 },
  );
  return { atoms: [...a.atoms, ...shifted], contents: [roles, ...a.contents.slice(1), ...b.contents.slice(1)] };
}
