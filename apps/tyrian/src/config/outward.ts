import type { EventType } from '@tyrian/contracts';
import { z } from 'zod';

const EVENT_TYPES = [
  'verdict.held',
  'verdict.refused',
  'case.decided',
  'case.expired',
  'case.reopened',
  'policy.proposed',
  'alarm.raised',
] as const satisfies readonly EventType[];

const WEBHOOKS_MAX = 20;
const Address = z.email('must be a mail address');

/** One receiver of the platform; its secret is in the environment. */
export const WebhookSetting = z.strictObject({
  /** Names its queue and, in capitals, its secret. */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be small letters, digits and hyphens')
    .refine((name) => name !== 'mail', 'must not be "mail"'),
  url: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }),
  events: z
    .array(z.enum(EVENT_TYPES))
    .min(1)
    .default([...EVENT_TYPES]),
  /** Only of these; such a receiver is told of no alarms. */
  tenants: z.array(z.string().min(1).max(64)).min(1).max(1_000).optional(),
  /** The answer must name the id. */
  acknowledge: z.boolean().default(false),
  /** Addresses that are not public, and plain HTTP. */
  allowPrivate: z.boolean().default(false),
  /** How long an event is tried for. */
  retryHours: z.number().positive().max(168).default(24),
});
export type WebhookSetting = z.infer<typeof WebhookSetting>;

export const WebhookSettings = z
  .array(WebhookSetting)
  .max(WEBHOOKS_MAX)
  .refine(
    (settings) => new Set(settings.map(({ name }) => name)).size === settings.length,
    'must have a name each of its own',
  );

/** Where alarms go by mail; the password is in the environment. */
export const MailSetting = z.strictObject({
  server: z.url({ protocol: /^smtps?$/, error: 'must be smtp:// or smtps://, with a host' }),
  from: Address,
  to: z.array(Address).min(1).max(20),
  user: z.string().min(1).max(200).optional(),
});
export type MailSetting = z.infer<typeof MailSetting>;

/** The environment variable that holds the secrets of a webhook, with a space between two. */
export function secretVariable(name: string): string {
  return `TYRIAN_WEBHOOK_SECRET_${name.toUpperCase().replaceAll('-', '_')}`;
}
