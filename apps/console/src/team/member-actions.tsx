import { useMutation } from '@tanstack/react-query';
import { ask, type Input } from '../api/ask';
import { queries } from '../api/queries';
import { ConfirmedForm } from '../pages/confirmed-form';
import { said } from '../pages/sign-in';
import { DialogButton } from '../ui/dialog-button';
import { Field } from '../ui/field';
import { Invitation } from './invitation';
import { Reach, reachIn } from './reach';
import { type Member, RoleChoices, rolesIn } from './roles';

const refresh = () => queries.invalidateQueries();

/** What can be done about a member; shutting out is for others, since who is last cannot undo it. */
export function MemberActions({ member, isYou }: { member: Member; isYou: boolean }) {
  const { name, disabledAt } = member;
  return (
    <div className="row">
      {disabledAt === null && (
        <DialogButton label="Change" title={`Change ${name}`}>
          {(close) => <Change member={member} onDone={close} />}
        </DialogButton>
      )}
      {!isYou && (
        <DialogButton label="New code" title={`New code for ${name}`}>
          {() => <NewCode member={member} />}
        </DialogButton>
      )}
      {!isYou && disabledAt === null && (
        <>
          <DialogButton label="Sign out" title={`Sign out ${name} everywhere`}>
            {(close) => <EndSessions member={member} onDone={close} />}
          </DialogButton>
          <DialogButton label="Disable" title={`Disable ${name}`} tone="danger">
            {(close) => <Disable member={member} onDone={close} />}
          </DialogButton>
        </>
      )}
    </div>
  );
}

function Change({ member, onDone }: { member: Member; onDone: () => void }) {
  const send = useMutation({
    mutationFn: (change: Input<'member.change'>) => ask('member.change', change),
    onSuccess: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <ConfirmedForm
      label="Change"
      read={(form) => ({ id: member.id, roles: rolesIn(form), ...reachIn(form) })}
      send={send}
    >
      <RoleChoices chosen={member.roles} />
      <Reach {...member} />
    </ConfirmedForm>
  );
}

function NewCode({ member: { id, name } }: { member: Member }) {
  const send = useMutation({
    mutationFn: (one: Input<'member.reset'>) => ask('member.reset', one),
    onSuccess: refresh,
  });
  if (send.data) return <Invitation {...send.data} />;
  return (
    <ConfirmedForm label="Make a new code" read={() => ({ id })} send={send}>
      <p>For who is locked out or comes back: password, one-time codes and sessions of {name} are gone at once.</p>
    </ConfirmedForm>
  );
}

function EndSessions({ member: { id, name }, onDone }: { member: Member; onDone: () => void }) {
  const send = useMutation({
    mutationFn: (one: Input<'member.revoke-sessions'>) => ask('member.revoke-sessions', one),
    onSuccess: onDone,
  });
  return (
    <ConfirmedForm label="Sign out" read={() => ({ id })} send={send}>
      <p>{name} is signed out on all devices, and may sign in again.</p>
    </ConfirmedForm>
  );
}

function Disable({ member: { id, name }, onDone }: { member: Member; onDone: () => void }) {
  const send = useMutation({
    mutationFn: (wanted: Input<'member.disable'>) => ask('member.disable', wanted),
    onSuccess: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <ConfirmedForm label="Disable" tone="danger" read={(form) => ({ id, why: said(form, 'why') })} send={send}>
      <p>{name} is shut out at once. A new code lets them in again.</p>
      <Field label="Why" hint="It stays on record: name nobody in it.">
        {(ids) => <textarea {...ids} name="why" rows={2} required maxLength={500} />}
      </Field>
    </ConfirmedForm>
  );
}
