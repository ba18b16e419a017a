import { z } from 'zod';
import { Audience } from './audience.js';
import { ApiKeyId, TenantId } from './ids.js';
import { KeyBinding } from './key-binding.js';

/** What a refusal looks like in a chat: an error, or a message of the assistant. */
export const RefusalStyle = z.enum(['error', 'message']);
export type RefusalStyle = z.infer<typeof RefusalStyle>;

/** An API key as it is kept: its secret only as a hash. */
export const ApiKey = z.object({
  id: ApiKeyId,
  tenant: TenantId,
  name: z.string().min(1).max(100),
  /** Hex of SHA-256 of the secret; the secret has 192 random bits, so that a plain hash is enough. */
  hash: z.string(),
  /** The first characters, so that a person can tell keys apart. */
  hint: z.string(),
  audience: Audience,
  refusal: RefusalStyle,
  ...KeyBinding.shape,
  createdAt: z.number().int(),
  revokedAt: z.number().int().nullable(),
  /** The secret before the last rotation, and until when it still counts, in milliseconds since 1970. */
  previous: z.object({ hash: z.string(), until: z.number().int() }).nullable().default(null),
});
export type ApiKey = z.infer<typeof ApiKey>;
