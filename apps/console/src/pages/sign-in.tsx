import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ask } from '../api/ask';
import { queries, question } from '../api/queries';
import mark from '../tyrian.svg';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Fault } from '../ui/page';

const again = () => queries.resetQueries();

/** The way in: for the first member of all with the code that the server printed. */
export function SignIn({ waitsForCode }: { waitsForCode: boolean }) {
  const { data, error } = useQuery({ ...question('sign-in/begin', {}), enabled: !waitsForCode });
  if (waitsForCode) return <CodeStep />;
  if (error)
    return (
      <Door title="Tyrian">
        <Fault fault={error} />
      </Door>
    );
  if (!data) return null;
  return data.first ? <First /> : <Known />;
}

export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="door">
      <title>{`${title} · Tyrian`}</title>
      <div className="card stack">
        <img src={mark} alt="" width={36} height={36} />
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}

/** A form that asks once and says what came of it. */
export function Step({
  send,
  label,
  children,
}: {
  send: (form: FormData) => Promise<unknown>;
  label: string;
  children: ReactNode;
}) {
  const { mutate, error, isPending } = useMutation({ mutationFn: send, onSuccess: again });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    mutate(new FormData(event.currentTarget));
  };
  return (
    <form className="stack" onSubmit={submit}>
      {children}
      <Fault fault={error} />
      <Button tone="main" type="submit" disabled={isPending}>
        {isPending ? 'One moment…' : label}
      </Button>
    </form>
  );
}

export const said = (form: FormData, name: string) => String(form.get(name) ?? '');

function Known() {
  return (
    <Door title="Sign in">
      <Step
        label="Sign in"
        send={(form) => ask('sign-in', { name: said(form, 'name'), password: said(form, 'password') })}
      >
        <Field label="Name">
          {(ids) => <input {...ids} name="name" type="text" autoComplete="username" required maxLength={100} />}
        </Field>
        <Field label="Password">
          {(ids) => <input {...ids} name="password" type="password" autoComplete="current-password" required />}
        </Field>
      </Step>
      <p className="small soft">
        Locked out? Whoever runs the server makes a new invitation with <code>tyrian member reset</code>.
      </p>
    </Door>
  );
}

function First() {
  return (
    <Door title="Welcome to Tyrian">
      <p className="soft">
        Nobody has an account here yet. The server printed a code when it started: with it you become the first member,
        who runs the platform and invites the others.
      </p>
      <Step
        label="Create my account"
        send={(form) =>
          ask('sign-in/first', { code: said(form, 'code'), name: said(form, 'name'), password: said(form, 'password') })
        }
      >
        <Field label="Code of the server" hint="In the terminal, beside “console”. A new start prints a new one.">
          {(ids) => <input {...ids} name="code" type="text" autoComplete="off" required spellCheck={false} />}
        </Field>
        <Field label="Your name">
          {(ids) => <input {...ids} name="name" type="text" autoComplete="username" required maxLength={100} />}
        </Field>
        <NewPassword />
      </Step>
    </Door>
  );
}

/** A new password, with a way to see what one types. */
export function NewPassword({ name = 'password' }: { name?: string }) {
  const [isShown, show] = useState(false);
  return (
    <>
      <Field label="Password" hint="12 characters or more; a sentence is good.">
        {(ids) => (
          <input
            {...ids}
            name={name}
            type={isShown ? 'text' : 'password'}
            autoComplete="new-password"
            minLength={12}
            required
          />
        )}
      </Field>
      <label className="row small">
        <input type="checkbox" checked={isShown} onChange={({ target }) => show(target.checked)} /> Show it
      </label>
    </>
  );
}

function CodeStep() {
  return (
    <Door title="One-time code">
      <Step label="Go on" send={(form) => ask('sign-in/code', { code: said(form, 'code') })}>
        <Field label="Code" hint="From your authenticator app, or one of your recovery codes.">
          {(ids) => <input {...ids} name="code" type="text" inputMode="text" autoComplete="one-time-code" required />}
        </Field>
      </Step>
      <Button tone="plain" onClick={() => ask('sign-out', {}).finally(again)}>
        Sign in as somebody else
      </Button>
    </Door>
  );
}
