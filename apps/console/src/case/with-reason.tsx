import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { ask } from '../api/ask';
import { queries } from '../api/queries';
import { Button } from '../ui/button';
import { DialogButton } from '../ui/dialog-button';
import { Field } from '../ui/field';
import { Fault } from '../ui/page';

interface Reasoned {
  readonly id: string;
  readonly how: 'case.skip' | 'case.escalate';
  readonly label: string;
  readonly about: string;
}

/** Something that takes a reason: asked for where it is done. */
export function WithReason(props: Reasoned) {
  return <DialogButton label={props.label}>{(close) => <Reason {...props} onDone={close} />}</DialogButton>;
}

function Reason({ id, how, label, about, onDone }: Reasoned & { readonly onDone: () => void }) {
  const send = useMutation({
    mutationFn: (why: string) => ask(how, { id, why }),
    onSuccess: () => {
      onDone();
      void queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send.mutate(String(new FormData(event.currentTarget).get('why')));
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field label="Why" hint={about}>
        {(ids) => <textarea {...ids} name="why" rows={3} required maxLength={2_000} />}
      </Field>
      <Fault fault={send.error} />
      <Button tone="main" type="submit" disabled={send.isPending}>
        {label}
      </Button>
    </form>
  );
}
