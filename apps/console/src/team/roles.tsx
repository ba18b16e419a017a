import type { Answer } from '../api/ask';

export type Member = Answer<'member.list'>[number];
export type Role = Member['roles'][number];

/** What each role is for, as somebody chooses by it. The server alone decides what it may do. */
const ROLES: Record<Role, string> = {
  admin: 'Runs the platform: team, keys, policies, settings. Sees cases, but opens and decides none.',
  lead: 'A reviewer who also decides what was escalated, moves cases, and sees records and the team.',
  reviewer: 'Takes cases, opens their sealed text and decides.',
  'child-safety': 'Besides another role: matters of child safety, once they agree to see them.',
  policy: 'Tries, changes and activates policies.',
  analyst: 'Sees traffic, records, conduct and policies, and changes nothing.',
  auditor: 'Sees everything but sealed texts, verifies the records, and changes nothing.',
};

/** Roles to choose from, each with what it includes. */
export function RoleChoices({ chosen = [] }: { chosen?: readonly Role[] }) {
  return (
    <fieldset className="choices">
      <legend className="label">Roles</legend>
      {(Object.keys(ROLES) as Role[]).map((role) => (
        <label key={role} className="choice">
          <input type="checkbox" name="roles" value={role} defaultChecked={chosen.includes(role)} />
          <span>
            <strong>{role}</strong>
            <span className="small soft">{ROLES[role]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function rolesIn(form: FormData): Role[] {
  return form.getAll('roles') as Role[];
}
