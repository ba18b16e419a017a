import { type Actor, CAPABILITIES, MEMBER_ROLES, type MemberId, type MemberRole } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPABILITIES_OF, can, capabilitiesOf, capabilityTable, mayGrant } from './capabilities.js';

const someRoles = fc.uniqueArray(fc.constantFrom(...MEMBER_ROLES), { minLength: 1 });

function actorOf(roles: readonly MemberRole[], acceptsChildSafety = false): Actor {
  const capabilities = capabilitiesOf({ roles: [...roles], acceptsChildSafety });
  return { member: 'mem_1' as MemberId, name: 'Ana', roles, tenant: null, languages: [], capabilities };
}

describe('capabilities', () => {
  it('show matters of child safety to who has the role and agreed, whatever else they are, and to nobody else', () => {
    fc.assert(
      fc.property(someRoles, fc.boolean(), (roles, accepts) => {
        const sees = can(actorOf(roles, accepts), 'child-safety.see');
        expect(sees).toBe(roles.includes('child-safety') && accepts);
      }),
    );
    for (const role of MEMBER_ROLES)
      expect(CAPABILITIES_OF[role].includes('child-safety.see')).toBe(role === 'child-safety');
  });

  it('are those of all roles together, and each is in a role', () => {
    fc.assert(
      fc.property(someRoles, (roles) => {
        const { capabilities } = actorOf(roles, true);
        expect(capabilities).toEqual(new Set(roles.flatMap((role) => CAPABILITIES_OF[role])));
      }),
    );
    expect(actorOf(MEMBER_ROLES, true).capabilities).toEqual(new Set(CAPABILITIES));
  });

  it('are given on by nobody who has less, but by an admin', () => {
    fc.assert(
      fc.property(someRoles, fc.constantFrom(...MEMBER_ROLES), (roles, role) => {
        const actor = actorOf(roles);
        if (roles.includes('admin')) expect(mayGrant(actor, role)).toBe(true);
        else if (mayGrant(actor, role))
          for (const capability of CAPABILITIES_OF[role]) expect(can(actor, capability)).toBe(true);
        else expect(CAPABILITIES_OF[role].some((capability) => !can(actor, capability))).toBe(true);
      }),
    );
    expect(mayGrant(actorOf(['lead']), 'admin')).toBe(false);
    expect(mayGrant(actorOf(['lead']), 'reviewer')).toBe(true);
  });

  it('open sealed evidence to reviewers and leads alone', () => {
    const openers = MEMBER_ROLES.filter((role) => CAPABILITIES_OF[role].includes('cases.open'));
    expect(openers).toEqual(['lead', 'reviewer']);
  });

  it('are one table for people too', () => {
    const lines = capabilityTable().split('\n');
    expect(lines).toHaveLength(CAPABILITIES.length + 2);
    expect(lines[0]).toBe('|  | admin | lead | reviewer | child-safety | policy | analyst | auditor |');
    expect(lines.find((line) => line.includes('child-safety.see'))).toBe(
      '| `child-safety.see` |  |  |  | yes |  |  |  |',
    );
  });
});
