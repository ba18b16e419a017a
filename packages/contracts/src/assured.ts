import { z } from 'zod';

/** A word of a token, such as a method or who vouches: short, and nothing that could be a sentence. */
export const AssuranceName = z
  .string()
  .regex(/^[A-Za-z0-9_.:/@+-]{1,64}$/, 'up to 64 letters, digits and _ . : / @ + -');

/** Who says that a user is of an audience, and how they know. */
export const Assured = z.object({
  /** As the configuration names it. */
  issuer: z.string(),
  /** How the age was found, as the issuer names it; null where the token does not say. */
  method: AssuranceName.nullable(),
  /** Who found it. */
  assurer: AssuranceName.nullable(),
});
export type Assured = z.infer<typeof Assured>;

/** What a policy demands before a user counts as of an audience; what is not given is not demanded. */
export const AssuranceDemand = z
  .strictObject({
    methods: z.array(AssuranceName).min(1).max(100).optional(),
    assurers: z.array(AssuranceName).min(1).max(100).optional(),
  })
  .refine(({ methods, assurers }) => (methods ?? assurers) !== undefined, 'demand methods, assurers or both');
export type AssuranceDemand = z.infer<typeof AssuranceDemand>;

/** Whether what is known of a user is what a policy demands. */
export function isAssured(assured: Assured | undefined, demand: AssuranceDemand | undefined): boolean {
  if (demand === undefined) return true;
  if (assured === undefined) return false;
  const meets = (said: string | null, taken: readonly string[] | undefined) =>
    taken === undefined || (said !== null && taken.includes(said));
  return meets(assured.method, demand.methods) && meets(assured.assurer, demand.assurers);
}
