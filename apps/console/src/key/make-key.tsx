import { useMutation, useQuery } from '@tanstack/react-query';
import { ask, type Input } from '../api/ask';
import { queries, question } from '../api/queries';
import { ConfirmedForm } from '../pages/confirmed-form';
import { said } from '../pages/sign-in';
import { Field } from '../ui/field';
import { AUDIENCES, type Key, REFUSALS } from './key-choices';
import { Options } from './options';
import { Secret } from './secret';

/** For what the key is to be; then its secret. */
export function MakeKey() {
  const { data: session } = useQuery(question('session', {}));
  const send = useMutation({
    mutationFn: (wanted: Input<'key.create'>) => ask('key.create', wanted),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['key.list'] }),
  });
  if (send.data) return <Secret made={send.data} />;
  return (
    <ConfirmedForm label="Make it" read={keyIn} send={send}>
      <Field label="Name" hint="What it is for.">
        {(ids) => <input {...ids} name="name" type="text" autoComplete="off" required maxLength={100} />}
      </Field>
      <Field label="Tenant" hint="Whose it is.">
        {(ids) => (
          <input
            {...ids}
            name="tenant"
            type="text"
            autoComplete="off"
            required
            defaultValue={session?.member.tenant ?? 'default'}
          />
        )}
      </Field>
      <Options label="Who its users are" name="audience" options={Object.entries(AUDIENCES)} chosen="unknown" />
      <Options label="A refusal is" name="refusal" options={Object.entries(REFUSALS)} chosen="error" />
      <Field label="Policy" hint="By its id, as in children. Empty: the one that is in force.">
        {(ids) => <input {...ids} name="policy" type="text" autoComplete="off" maxLength={64} />}
      </Field>
      <p className="small soft">
        A budget, a model server or an end: <code>tyrian key create --help</code>.
      </p>
    </ConfirmedForm>
  );
}

function keyIn(form: FormData): Input<'key.create'> {
  return {
    name: said(form, 'name'),
    tenant: said(form, 'tenant').trim(),
    audience: said(form, 'audience') as Key['audience'],
    refusal: said(form, 'refusal') as Key['refusal'],
    policy: said(form, 'policy').trim() || null,
  };
}
