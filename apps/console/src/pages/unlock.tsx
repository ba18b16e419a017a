import { ask } from '../api/ask';
import { queries } from '../api/queries';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Door, Step, said } from './sign-in';

/** After a while without work the page covers itself; the password uncovers it where it was. */
export function Unlock() {
  return (
    <Door title="Locked">
      <p className="soft">Nothing was done here for a while. Your work is as you left it.</p>
      <Step label="Unlock" send={(form) => ask('sign-in/unlock', { password: said(form, 'password') })}>
        <Field label="Password">
          {(ids) => <input {...ids} name="password" type="password" autoComplete="current-password" required />}
        </Field>
      </Step>
      <Button tone="plain" onClick={() => ask('sign-out', {}).finally(() => queries.resetQueries())}>
        Sign out
      </Button>
    </Door>
  );
}
