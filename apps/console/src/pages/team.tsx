import { useQuery } from '@tanstack/react-query';
import { question } from '../api/queries';
import { useMay } from '../shell/session';
import { Invite } from '../team/invite';
import { MemberActions } from '../team/member-actions';
import type { Member } from '../team/roles';
import { DialogButton } from '../ui/dialog-button';
import { Fault, Page } from '../ui/page';
import { TableFrame } from '../ui/table-frame';
import { Time } from '../ui/time';

/** Who works here, as what. */
export function Team() {
  const { data, error } = useQuery(question('member.list', {}));
  const may = useMay();
  return (
    <Page
      title="Team"
      about="Who signs in here and what they may do. Every change goes on record."
      actions={
        may('members.change') && (
          <DialogButton label="Invite somebody" tone="main">
            {() => <Invite />}
          </DialogButton>
        )
      }
    >
      <Fault fault={error} />
      {data && <MemberTable members={data} mayChange={may('members.change')} />}
    </Page>
  );
}

function MemberTable({ members, mayChange }: { members: readonly Member[]; mayChange: boolean }) {
  const { data: session } = useQuery(question('session', {}));
  return (
    <TableFrame label="Members">
      <table>
        <thead>
          <tr>
            <th>Name</th>
            <th>Roles</th>
            <th>Tenant</th>
            <th>Languages</th>
            <th>Second factor</th>
            <th>Since</th>
            {mayChange && (
              <th>
                <span className="hidden-text">What you can do</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <td>
                {member.name} <Standing member={member} />
              </td>
              <td>{member.roles.join(', ')}</td>
              <td>{member.tenant ?? 'all'}</td>
              <td>{member.languages.join(', ') || 'any'}</td>
              <td>
                <span className={`tag ${member.hasOneTimeCodes ? 'allow' : 'hold'}`}>
                  {member.hasOneTimeCodes ? 'on' : 'off'}
                </span>
              </td>
              <td>
                <Time at={member.createdAt} />
              </td>
              {mayChange && (
                <td>
                  <MemberActions member={member} isYou={member.id === session?.member.id} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Standing({ member: { disabledAt, hasPassword } }: { member: Member }) {
  if (disabledAt !== null) return <span className="tag refuse">disabled</span>;
  return hasPassword ? null : <span className="tag accent">invited</span>;
}
