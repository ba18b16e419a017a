import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import { Confirmed } from './confirmed';

/** A form for what is dangerous: where the server wants the password once more, it is asked for here and sent again. */
export function ConfirmedForm<Wanted>({
  label,
  tone = 'main',
  read,
  send,
  children,
}: {
  label: string;
  tone?: 'main' | 'danger';
  read: (form: FormData) => Wanted;
  send: UseMutationResult<unknown, Error, Wanted>;
  children: ReactNode;
}) {
  return (
    <div className="stack">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate(read(new FormData(event.currentTarget)));
        }}
      >
        {children}
        <div className="row">
          <Button tone={tone} type="submit" disabled={send.isPending}>
            {label}
          </Button>
        </div>
      </form>
      <Confirmed fault={send.error} onConfirmed={() => send.variables !== undefined && send.mutate(send.variables)} />
    </div>
  );
}
