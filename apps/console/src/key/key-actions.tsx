import { useMutation } from '@tanstack/react-query';
import { ask, type Input } from '../api/ask';
import { queries } from '../api/queries';
import { ConfirmedForm } from '../pages/confirmed-form';
import { said } from '../pages/sign-in';
import { DialogButton } from '../ui/dialog-button';
import { type Key, OVERLAPS } from './key-choices';
import { Options } from './options';
import { Secret } from './secret';

const refresh = () => queries.invalidateQueries({ queryKey: ['key.list'] });

/** What can be done with a key that is in use. */
export function KeyActions({ one }: { one: Key }) {
  return (
    <div className="row">
      <DialogButton label="Renew" title={`Renew ${one.name}`}>
        {() => <Renew one={one} />}
      </DialogButton>
      <DialogButton label="Revoke" title={`Revoke ${one.name}`} tone="danger">
        {(close) => <Revoke one={one} onDone={close} />}
      </DialogButton>
    </div>
  );
}

function Renew({ one: { id } }: { one: Key }) {
  const send = useMutation({
    mutationFn: (wanted: Input<'key.renew'>) => ask('key.renew', wanted),
    onSuccess: refresh,
  });
  if (send.data) return <Secret made={send.data} />;
  return (
    <ConfirmedForm
      label="Make a new secret"
      read={(form) => ({ id, overlapMs: Number(said(form, 'overlap')) })}
      send={send}
    >
      <p>The same key with a new secret: its budget and its records go on.</p>
      <Options label="The old secret still counts" name="overlap" options={OVERLAPS} chosen={OVERLAPS[1]?.[0] ?? 0} />
    </ConfirmedForm>
  );
}

function Revoke({ one: { id, hint }, onDone }: { one: Key; onDone: () => void }) {
  const send = useMutation({
    mutationFn: (wanted: Input<'key.revoke'>) => ask('key.revoke', wanted),
    onSuccess: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <ConfirmedForm label="Revoke it for good" tone="danger" read={() => ({ id })} send={send}>
      <p>
        Whoever calls with <code>{hint}…</code> is let in no more, within two seconds on all machines. A revoked key
        does not come back.
      </p>
    </ConfirmedForm>
  );
}
