import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Answer, ask } from '../api/ask';
import { queries } from '../api/queries';
import { useMay } from '../shell/session';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Card, Fault } from '../ui/page';
import { Time } from '../ui/time';
import type { Shown } from './shown';

type CaseEvent = Answer<'case.show'>['events'][number];

/** What was done with the case, and what colleagues say about it. */
export function Events({ one, events }: { one: Shown['case']; events: readonly CaseEvent[] }) {
  const may = useMay();
  return (
    <Card title="What was done">
      <ol className="events">
        {events.map(({ id, type, at, by, details }) => (
          <li key={id}>
            <strong>{type}</strong> {by && `by ${by}`}{' '}
            <span className="small soft">
              <Time at={at} />
            </span>
            {typeof (details.text ?? details.why) === 'string' && <p>{String(details.text ?? details.why)}</p>}
          </li>
        ))}
      </ol>
      {may('cases.decide') && <Comment id={one.id} />}
    </Card>
  );
}

function Comment({ id }: { id: string }) {
  const [text, setText] = useState('');
  const send = useMutation({
    mutationFn: () => ask('case.comment', { id, text }),
    onSuccess: () => {
      setText('');
      void queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field label="Say something to your colleagues" hint="Quote nothing of the content here.">
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            value={text}
            required
            maxLength={2_000}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <Fault fault={send.error} />
      <div className="row">
        <Button type="submit" disabled={send.isPending}>
          Say it
        </Button>
      </div>
    </form>
  );
}
