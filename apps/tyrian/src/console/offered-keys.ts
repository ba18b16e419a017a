import { z } from 'zod';
import { ShownKey } from '../operator/key-operations.js';
import type { Offers } from './offer.js';

const WithSecret = z.object({
  token: z.string().describe('The secret; in this answer and nowhere else'),
  key: ShownKey,
});

/** What the console may ask about API keys. */
export const OFFERED_KEYS = {
  'key.list': { capability: 'keys.see', summary: 'The API keys', output: z.array(ShownKey) },
  'key.show': { capability: 'keys.see', summary: 'One API key', output: ShownKey },
  'key.create': {
    capability: 'keys.change',
    confirmed: true,
    summary: 'Make an API key',
    output: WithSecret,
  },
  'key.revoke': {
    capability: 'keys.change',
    confirmed: true,
    summary: 'Take an API key out of use, for good',
    output: ShownKey,
  },
  'key.renew': {
    capability: 'keys.change',
    confirmed: true,
    summary: 'A new secret for the same API key; the old one counts for a while',
    output: WithSecret,
  },
} as const satisfies Offers;
