import {
  type Audience,
  CoverageGap,
  type Decision,
  Hazard,
  MATURITY_AXES,
  type MaturityAxis,
  mostSevere,
  type Policy,
} from '@tyrian/contracts';
import { compilePolicy, StandIn, toEvidence } from '@tyrian/guard';

/** Readers of a usage policy; who is unknown counts as one of them. */
export const READERS = ['child', 'teen', 'adult'] as const satisfies readonly Audience[];
export type Reader = (typeof READERS)[number];

type ByReader<Value> = Readonly<Record<Reader, Value>>;

/** What a policy does, found by asking it, so that no page says what the policy does not do. */
export interface Facts {
  readonly hazards: Readonly<Record<Hazard, ByReader<Decision>>>;
  /** The highest degree that passes, 0 to 4. */
  readonly maturity: Readonly<Record<MaturityAxis, ByReader<number>>>;
  readonly gaps: Readonly<Record<CoverageGap, ByReader<Decision>>>;
}

/** What the word lists do not know is what people are told of; other detectors know fewer languages. */
const KNOWS_LANGUAGES = 'lexicon';

export function factsOf(policy: Policy): Facts {
  // What a page says holds once the policy is enforced; a mode is said apart.
  const judge = compilePolicy({ ...policy, mode: 'enforce', rules: policy.rules.map(({ mode: _, ...rule }) => rule) });
  const decide = (seen: object | undefined, gap: CoverageGap | undefined, audience: Reader, score = 1) =>
    (['input', 'output'] as const)
      .map((stage) => {
        const signals = seen ? [StandIn.parse({ ...seen, score })] : [];
        const gaps = gap ? [{ gap, detector: gap === 'language' ? KNOWS_LANGUAGES : 'none', place: 'text' }] : [];
        return judge(toEvidence({ signals, gaps }, stage), { stage, audience, inCanary: true }).decision;
      })
      .reduce(mostSevere);
  const byReader = <Value>(of: (reader: Reader) => Value): ByReader<Value> => ({
    child: of('child'),
    teen: of('teen'),
    adult: of('adult'),
  });
  return {
    hazards: table(Hazard.options, (hazard) =>
      byReader((reader) => decide({ hazard }, undefined, reader, plainScore(policy, hazard))),
    ),
    maturity: table(MATURITY_AXES, (maturity) =>
      byReader((reader) => {
        const first = [1, 2, 3, 4].find((degree) => decide({ maturity, degree }, undefined, reader) !== 'allow');
        return (first ?? 5) - 1;
      }),
    ),
    gaps: table(CoverageGap.options, (gap) => byReader((reader) => decide(undefined, gap, reader))),
  };
}

/** Where a hazard is plain and no more: what only the extreme of it brings is not what a page is about. */
function plainScore({ bands }: Policy, hazard: Hazard): number {
  return (bands[hazard] ?? bands.default).unsafe;
}

function table<Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>;
}

/** The one outcome that every reader gets; undefined where it depends on the reader. */
export function forAll<Value>({ child, teen, adult }: ByReader<Value>): Value | undefined {
  return child === teen && teen === adult ? child : undefined;
}
