import { useMutation, useQuery } from '@tanstack/react-query';
import { ask, type Input } from '../api/ask';
import { queries, question } from '../api/queries';
import { ConfirmedForm } from '../pages/confirmed-form';
import { said } from '../pages/sign-in';
import { Field } from '../ui/field';
import { Invitation } from './invitation';
import { Reach, reachIn } from './reach';
import { RoleChoices, rolesIn } from './roles';

/** Who is to come, as what; then the link that lets them in. */
export function Invite() {
  const { data: session } = useQuery(question('session', {}));
  const send = useMutation({
    mutationFn: (wanted: Input<'member.invite'>) => ask('member.invite', wanted),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['member.list'] }),
  });
  if (send.data) return <Invitation {...send.data} />;
  return (
    <ConfirmedForm
      label="Invite"
      read={(form) => ({ name: said(form, 'name'), roles: rolesIn(form), ...reachIn(form) })}
      send={send}
    >
      <Field label="Name" hint="They sign in with it.">
        {(ids) => <input {...ids} name="name" type="text" autoComplete="off" required maxLength={100} />}
      </Field>
      <RoleChoices />
      <Reach tenant={session?.member.tenant ?? null} />
    </ConfirmedForm>
  );
}
