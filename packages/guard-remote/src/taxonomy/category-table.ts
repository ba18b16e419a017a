import type { GuardModel, Hazard } from '@tyrian/contracts';

/** The categories of a model by the code or name that it answers with; `null`: our taxonomy has no hazard for it. */
export type CategoryTable = Readonly<Record<string, Hazard | null>>;

/** The hazards of named categories; `undefined` where one is unknown. */
export function hazardsOf(table: CategoryTable, names: readonly string[]): readonly (Hazard | null)[] | undefined {
  const hazards = names.map((name) => (Object.hasOwn(table, name) ? table[name] : undefined));
  return hazards.every((hazard) => hazard !== undefined) ? hazards : undefined;
}

/** What a model with these categories covers, in languages that its makers name. */
export function coverageOf(table: CategoryTable, languages: readonly string[] | 'any'): GuardModel['covers'] {
  const names = new Set(Object.values(table));
  return [...names].filter((name) => name !== null).map((name) => ({ name, languages }));
}
