import {
  type Actor,
  CAPABILITIES,
  type Capability,
  MEMBER_ROLES,
  type Member,
  type MemberRole,
} from '@tyrian/contracts';

const REVIEWER = [
  'overview.see',
  'cases.see',
  'cases.open',
  'cases.decide',
  'conduct.see',
  'notices.see',
  'guard.try',
] as const satisfies readonly Capability[];

/** Which role may do what. An admin runs the platform; whoever looks at cases is a reviewer besides. */
export const CAPABILITIES_OF: Readonly<Record<MemberRole, readonly Capability[]>> = {
  admin: [
    'overview.see',
    'records.see',
    'cases.see',
    'conduct.see',
    'conduct.lift',
    'notices.see',
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
  ],
  lead: [...REVIEWER, 'records.see', 'cases.lead', 'conduct.lift', 'notices.decide', 'policies.see', 'members.see'],
  reviewer: REVIEWER,
  'child-safety': ['overview.see', 'child-safety.see'],
  policy: ['overview.see', 'records.see', 'policies.see', 'policies.change', 'guard.try', 'guard.change'],
  analyst: ['overview.see', 'records.see', 'conduct.see', 'policies.see', 'guard.try'],
  auditor: [
    'overview.see',
    'records.see',
    'cases.see',
    'conduct.see',
    'notices.see',
    'policies.see',
    'keys.see',
    'audit.see',
    'members.see',
    'settings.see',
  ],
};

/** What a member may do now. Matters of child safety take their own agreement besides the role. */
export function capabilitiesOf({
  roles,
  acceptsChildSafety,
}: Pick<Member, 'roles' | 'acceptsChildSafety'>): ReadonlySet<Capability> {
  const all = new Set(roles.flatMap((role) => CAPABILITIES_OF[role]));
  if (!acceptsChildSafety) all.delete('child-safety.see');
  return all;
}

/** Whether somebody may do something; throws nothing. */
export function can({ capabilities }: Pick<Actor, 'capabilities'>, capability: Capability): boolean {
  return capabilities.has(capability);
}

/** Nobody gives more than they have, but that an admin gives any role. */
export function mayGrant({ roles, capabilities }: Pick<Actor, 'roles' | 'capabilities'>, role: MemberRole): boolean {
  return roles.includes('admin') || CAPABILITIES_OF[role].every((capability) => capabilities.has(capability));
}

/** The table as people read it: a row for each capability, a column for each role. */
export function capabilityTable(): string {
  const head = ['', ...MEMBER_ROLES];
  const rows = CAPABILITIES.map((capability) => [
    `\`${capability}\``,
    ...MEMBER_ROLES.map((role) => (CAPABILITIES_OF[role].includes(capability) ? 'yes' : '')),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
