import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { queries } from '../api/queries';
import { Button } from '../ui/button';
import { Choices } from '../ui/choices';
import { Field } from '../ui/field';
import { Card, Fault } from '../ui/page';
import type { Shown } from './shown';

/** What each outcome says, to whom gave the notice or appealed. */
const OF_NOTICE = {
  removed: 'It is taken down.',
  restricted: 'It stays, but fewer can see it.',
  rejected: 'Nothing is done: it is not against the law or the rules.',
  forwarded: 'It goes to whom it concerns.',
} as const;
const OF_APPEAL = {
  reversed: 'They are right: what was decided is taken back.',
  upheld: 'What was decided stays.',
} as const;
type NoticeOutcome = keyof typeof OF_NOTICE;
type AppealOutcome = keyof typeof OF_APPEAL;

/** The outcome of a notice or an appeal: nothing else closes it, since a clock runs on it. */
export function Outcome({ shown: { case: one } }: { shown: Shown }) {
  const outcomes = one.kind === 'notice' ? OF_NOTICE : OF_APPEAL;
  const [outcome, choose] = useState<string>();
  const give = useMutation({
    mutationFn: async (form: FormData) => {
      // The case of a notice or an appeal names it where others name their verdict.
      const said = { id: one.verdict, reason: String(form.get('reason')), statement: String(form.get('statement')) };
      const isUnfounded = form.get('unfounded') === 'on';
      if (one.kind === 'notice')
        return ask('notice.decide', {
          ...said,
          outcome: outcome as NoticeOutcome,
          ...(isUnfounded && { isUnfounded }),
        });
      return ask('appeal.decide', { ...said, outcome: outcome as AppealOutcome });
    },
    onSettled: () => queries.invalidateQueries(),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    give.mutate(new FormData(event.currentTarget));
  };
  return (
    <Card title="Give the outcome">
      <form className="stack" onSubmit={submit}>
        <Choices
          name="outcome"
          legend="Outcome"
          choices={Object.keys(outcomes)}
          effects={outcomes}
          chosen={outcome}
          onChoose={choose}
        />
        {outcome === 'rejected' && (
          <label className="row">
            <input type="checkbox" name="unfounded" /> Manifestly unfounded: more of the kind from there comes later
          </label>
        )}
        <Field label="Why" hint="For your colleagues and the record. It is not sent to anybody.">
          {(ids) => <textarea {...ids} name="reason" rows={2} required maxLength={2_000} />}
        </Field>
        <Field label="What they are told" hint="It stands on their status page.">
          {(ids) => <textarea {...ids} name="statement" rows={3} required maxLength={2_000} />}
        </Field>
        <Fault fault={give.error} />
        <Button tone="main" type="submit" disabled={give.isPending}>
          {give.isPending ? 'One moment…' : 'Give the outcome'}
        </Button>
      </form>
    </Card>
  );
}
