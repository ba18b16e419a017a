import { z } from 'zod';
import { Audience } from './audience.js';

const Count = z.number().int().positive().max(1_000_000_000_000);

/** What a key may use. What is not given has no limit. */
export const KeyBudget = z.strictObject({
  requestsPerMinute: Count.optional(),
  requestsPerDay: Count.optional(),
  /** UTF-16 units checked, of prompts and answers. A token of English is about four. */
  charactersPerDay: Count.optional(),
  /** Streamed answers at a time. */
  streams: z.number().int().positive().max(100_000).optional(),
});
export type KeyBudget = z.infer<typeof KeyBudget>;

/** Whose form a door's answers have where vendors differ. */
export const KeyDialect = z.enum(['openai', 'azure']);
export type KeyDialect = z.infer<typeof KeyDialect>;

/** A name of a policy or of a model server, as a key names it. */
const BoundName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case words joined by hyphens');

/** What a key ties its requests to, beside tenant, audience and refusal style. */
export const KeyBinding = z.object({
  /** A shipped policy, or the last activated one of this id, in place of the one that is in force. */
  policy: BoundName.nullable().default(null),
  /** A configured model server; null: the configured one. */
  upstream: BoundName.nullable().default(null),
  dialect: KeyDialect.default('openai'),
  budget: KeyBudget.default({}),
  /** The loosest audience that a signed claim may give; null: none looser than the key's own. */
  claimed: Audience.nullable().default(null),
  /** Milliseconds since 1970; null: until it is revoked. */
  expiresAt: z.number().int().nullable().default(null),
});
export type KeyBinding = z.infer<typeof KeyBinding>;
