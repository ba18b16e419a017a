import { NoticeLimits } from '@tyrian/review';
import { z } from 'zod';

const Hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be the SHA-256 of the token, 64 hexadecimal digits');

/** A body whose notices come sooner, and are not counted by address. */
const TrustedFlaggerSetting = z.strictObject({ name: z.string().min(1).max(100), tokenSha256: Hash });

const OpenSettings = z.strictObject({
  /** What the service is called on its public pages; "this service" unless given. */
  service: z.string().min(1).max(100).optional(),
  /** Where people write to. */
  contact: z.union([z.email(), z.url({ protocol: /^https$/ })]).optional(),
  limits: NoticeLimits.prefault({}),
  trustedFlaggers: z.array(TrustedFlaggerSetting).max(1_000).default([]),
  /** A file of duties with clocks in place of the one that comes along. */
  clocks: z.string().min(1).optional(),
});

/** Notices and appeals from outside, or `off`. On, since people must be able to reach who runs the platform. */
export const NoticeSettings = z.union([z.literal('off'), OpenSettings]).prefault({});
export type OpenNoticeSettings = z.infer<typeof OpenSettings>;

/** Where nothing more comes in, what is there is still decided, by the same rules. */
export function noticeSettings(settings: z.infer<typeof NoticeSettings>): OpenNoticeSettings {
  return settings === 'off' ? OpenSettings.parse({}) : settings;
}
