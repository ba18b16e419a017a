import { useMutation } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { isRefusal } from '../api/refusal';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Fault } from '../ui/page';
import { said } from './sign-in';

/** What went wrong; and where the server wants to be sure who it is, a place to give the password once more. */
export function Confirmed({ fault, onConfirmed }: { fault: unknown; onConfirmed: () => void }) {
  const confirm = useMutation({
    mutationFn: (password: string) => ask('sign-in/unlock', { password }),
    onSuccess: onConfirmed,
  });
  if (!isRefusal(fault, 'CONFIRMATION_REQUIRED') || confirm.isSuccess) return <Fault fault={fault} />;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate(said(new FormData(event.currentTarget), 'password'));
      }}
    >
      <Field label="Your password, once more" hint="What you are about to do takes it.">
        {(ids) => <input {...ids} name="password" type="password" autoComplete="current-password" required />}
      </Field>
      <Fault fault={confirm.error} />
      <Button type="submit">Go on</Button>
    </form>
  );
}
