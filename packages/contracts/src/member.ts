import { z } from 'zod';
import { MemberId, TenantId } from './ids.js';

/** What a person of the platform can be allowed to do. Which role has which stands in one table, in access. */
export const CAPABILITIES = [
  'overview.see',
  'records.see',
  'cases.see',
  /** Opens sealed evidence; every opening goes on record. */
  'cases.open',
  'cases.decide',
  /** Takes cases from others, moves them between queues, decides what was escalated. */
  'cases.lead',
  /** Everything of child safety: besides any other capability, never instead of it. */
  'child-safety.see',
  'conduct.see',
  'conduct.lift',
  'notices.see',
  'notices.decide',
  'policies.see',
  'policies.change',
  'guard.try',
  'guard.change',
  'keys.see',
  'keys.change',
  'audit.see',
  'members.see',
  'members.change',
  'settings.see',
] as const;
export const Capability = z.enum(CAPABILITIES);
export type Capability = z.infer<typeof Capability>;

/** What somebody is on the team; one may be several. */
export const MEMBER_ROLES = ['admin', 'lead', 'reviewer', 'child-safety', 'policy', 'analyst', 'auditor'] as const;
export const MemberRole = z.enum(MEMBER_ROLES);
export type MemberRole = z.infer<typeof MemberRole>;

/** What somebody signs in with: no spaces around it, nothing that cannot be seen. */
export const MemberName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u, 'holds characters that cannot be seen');

/** Two names with the same key are one name. */
export function memberNameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** Somebody who works at the platform, as others on the team see them: without secrets. */
export const Member = z.object({
  id: MemberId,
  /** What they sign in with; unique whatever its case. */
  name: MemberName,
  roles: z.array(MemberRole).min(1),
  /** Whose cases and records they see; null: of all tenants. */
  tenant: TenantId.nullable(),
  /** Agreed to see matters of child safety; without it the role alone shows nothing of them. */
  acceptsChildSafety: z.boolean(),
  /** Languages that they read, as BCP 47 tags. */
  languages: z.array(z.string().min(2).max(20)).max(40),
  hasPassword: z.boolean(),
  hasOneTimeCodes: z.boolean(),
  createdAt: z.number().int(),
  disabledAt: z.number().int().nullable(),
});
export type Member = z.infer<typeof Member>;

/** Whose matters an asker sees, and whether those of child safety: part of every query that a member asks. */
export interface Scope {
  /** Null: of all tenants. */
  readonly tenant: TenantId | null;
  readonly childSafety: boolean;
}

/** Who asks: a member with what they may do now. */
export interface Actor {
  readonly member: MemberId;
  readonly name: string;
  readonly roles: readonly MemberRole[];
  readonly tenant: TenantId | null;
  readonly capabilities: ReadonlySet<Capability>;
  readonly languages: readonly string[];
}
