import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { queries } from '../api/queries';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { Fault } from '../ui/page';

/** Something that takes a reason: asked for where it is done. */
export function WithReason({
  id,
  how,
  label,
  about,
}: {
  id: string;
  how: 'case.skip' | 'case.escalate';
  label: string;
  about: string;
}) {
  const [isOpen, open] = useState(false);
  const send = useMutation({
    mutationFn: (why: string) => ask(how, { id, why }),
    onSuccess: () => {
      open(false);
      void queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send.mutate(String(new FormData(event.currentTarget).get('why')));
  };
  return (
    <>
      <Button onClick={() => open(true)}>{label}</Button>
      <Dialog title={label} isOpen={isOpen} onClose={() => open(false)}>
        <form className="stack" onSubmit={submit}>
          <Field label="Why" hint={about}>
            {(ids) => <textarea {...ids} name="why" rows={3} required maxLength={2_000} />}
          </Field>
          <Fault fault={send.error} />
          <Button tone="main" type="submit" disabled={send.isPending}>
            {label}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
