import { useNavigate } from '@tanstack/react-router';
import { ask } from '../api/ask';
import { Field } from '../ui/field';
import { Door, NewPassword, Step, said } from './sign-in';

/** Where an invitation leads. Its code stands behind the `#`, which no browser sends to any server. */
export function Join() {
  const navigate = useNavigate();
  const code = window.location.hash.slice(1);
  return (
    <Door title="Join the team">
      <Step
        label="Create my account"
        send={async (form) => {
          await ask('sign-in/join', { code: said(form, 'code'), password: said(form, 'password') });
          await navigate({ to: '/', hash: '' });
        }}
      >
        <Field label="Invitation" hint="The code that you were given; it works once, for three days.">
          {(ids) => <input {...ids} name="code" type="text" defaultValue={code} autoComplete="off" required />}
        </Field>
        <NewPassword />
      </Step>
    </Door>
  );
}
