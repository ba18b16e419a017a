import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask';
import { queries, question } from '../api/queries';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Card, Fault, Page } from '../ui/page';
import { TableFrame } from '../ui/table-frame';
import { Time } from '../ui/time';
import { Confirmed } from './confirmed';
import { NewPassword, said } from './sign-in';

const refresh = () => queries.invalidateQueries();

/** What a member does with their own account. */
export function You() {
  const { data } = useQuery(question('session', {}));
  if (!data) return null;
  return (
    <Page title={data.member.name} about={`Your roles: ${data.member.roles.join(', ')}.`}>
      <div className="columns">
        <div className="stack">
          <Codes isOn={data.member.hasOneTimeCodes} />
          <PasswordCard />
        </div>
        <div className="stack">
          <Sessions />
          {data.member.roles.includes('child-safety') && <ChildSafety accepts={data.member.acceptsChildSafety} />}
        </div>
      </div>
    </Page>
  );
}

function Codes({ isOn }: { isOn: boolean }) {
  const begin = useMutation({ mutationFn: () => ask('account/codes/begin', {}) });
  const confirm = useMutation({
    mutationFn: (code: string) => ask('account/codes/confirm', { code }),
    onSuccess: refresh,
  });
  if (confirm.data)
    return (
      <Card title="One-time codes are on">
        <p>Keep these where you keep spare keys. Each lets you in once, should the app be lost.</p>
        <pre className="raw">{confirm.data.recovery.join('\n')}</pre>
      </Card>
    );
  return (
    <Card title="One-time codes" side={<span className={`tag ${isOn ? 'allow' : 'hold'}`}>{isOn ? 'on' : 'off'}</span>}>
      {isOn ? (
        <p className="soft">Signing in takes your password and a code of your authenticator app.</p>
      ) : (
        <div className="stack">
          <p className="soft">A second lock: a password alone then opens nothing.</p>
          <Confirmed fault={begin.error ?? confirm.error} onConfirmed={() => begin.mutate()} />
          {begin.data ? (
            <form
              className="stack"
              onSubmit={(event) => {
                event.preventDefault();
                confirm.mutate(said(new FormData(event.currentTarget), 'code'));
              }}
            >
              <p>
                Give this secret to your authenticator app: <code>{begin.data.secret}</code>
              </p>
              <Field label="The code that it shows now">
                {(ids) => <input {...ids} name="code" type="text" autoComplete="one-time-code" required />}
              </Field>
              <Button tone="main" type="submit" disabled={confirm.isPending}>
                Turn on
              </Button>
            </form>
          ) : (
            <div className="row">
              <Button onClick={() => begin.mutate()}>Set up</Button>
            </div>
          )}
        </div>
      )}
    </Card>
  );
}

function PasswordCard() {
  const [isDone, setDone] = useState(false);
  const change = useMutation({
    mutationFn: (form: FormData) =>
      ask('account/password', { current: said(form, 'current'), next: said(form, 'next') }),
    onSuccess: () => setDone(true),
  });
  return (
    <Card title="Password">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(new FormData(event.currentTarget));
        }}
      >
        <Field label="The one you have">
          {(ids) => <input {...ids} name="current" type="password" autoComplete="current-password" required />}
        </Field>
        <NewPassword name="next" />
        <Fault fault={change.error} />
        {isDone && <p className="notice-line good">Changed. Your other sessions have ended.</p>}
        <div className="row">
          <Button type="submit" disabled={change.isPending}>
            Change
          </Button>
        </div>
      </form>
    </Card>
  );
}

function Sessions() {
  const { data } = useQuery(question('session/list', {}));
  const revoke = useMutation({ mutationFn: (id: string) => ask('session/revoke', { id }), onSuccess: refresh });
  return (
    <Card title="Where you are signed in">
      <Fault fault={revoke.error} />
      <TableFrame label="Sessions">
        <table>
          <thead>
            <tr>
              <th>Since</th>
              <th>Last seen</th>
              <th>
                <span className="hidden-text">What you can do</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data?.map(({ id, openedAt, seenAt, isThis }) => (
              <tr key={id}>
                <td>
                  <Time at={openedAt} />
                </td>
                <td>{isThis ? 'this one' : <Time at={seenAt} ago />}</td>
                <td>{!isThis && <Button onClick={() => revoke.mutate(id)}>End it</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Card>
  );
}

function ChildSafety({ accepts }: { accepts: boolean }) {
  const accept = useMutation({
    mutationFn: (next: boolean) => ask('account/accept-child-safety', { accepts: next }),
    onSuccess: refresh,
  });
  return (
    <Card title="Child safety">
      <div className="stack">
        <p className="soft">
          Your role lets you work on matters of child safety. You see them only if you agree, and can stop whenever you
          want, without a reason.
        </p>
        <Fault fault={accept.error} />
        <div className="row">
          <Button tone={accepts ? 'plain' : 'main'} onClick={() => accept.mutate(!accepts)}>
            {accepts ? 'Stop seeing them' : 'I agree to see them'}
          </Button>
        </div>
      </div>
    </Card>
  );
}
