import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { queries } from '../api/queries';
import { useMay } from '../shell/session';
import { Button } from '../ui/button';
import { Choices } from '../ui/choices';
import { Field } from '../ui/field';
import { Card, Fault } from '../ui/page';
import { Time } from '../ui/time';
import { Outcome } from './outcome';
import type { Shown } from './shown';

/** What each decision does, in plain words. */
const EFFECTS: Record<string, string> = {
  release: 'Let it through: the same content by the same account passes from now on.',
  refuse: 'It stays refused.',
  lift: 'End the step against the account, on all machines at once.',
  uphold: 'It stays as it is.',
  overturn: 'The refusal was wrong; the strike is taken back.',
  dismiss: 'No campaign: nothing more is done.',
  confirm: 'A campaign: it stays marked as one.',
};

export function Decide({ shown }: { shown: Shown }) {
  const may = useMay();
  const { case: one } = shown;
  if (one.status !== 'open') return <Decided shown={shown} />;
  if (one.kind === 'notice' || one.kind === 'appeal') return may('notices.decide') ? <Outcome shown={shown} /> : null;
  if (!may('cases.decide')) return null;
  return <DecideForm shown={shown} />;
}

function DecideForm({ shown: { case: one, decisions, cluster } }: { shown: Shown }) {
  const [decision, choose] = useState<(typeof decisions)[number]>();
  const [all, setAll] = useState(false);
  const decide = useMutation({
    mutationFn: async (form: FormData) => {
      if (!decision) return;
      const statement = String(form.get('statement') ?? '').trim();
      const ruling = { id: one.id, decision, reason: String(form.get('reason')), ...(statement && { statement }) };
      await (all ? ask('case.decide-cluster', ruling) : ask('case.decide', ruling));
    },
    onSettled: () => queries.invalidateQueries(),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    decide.mutate(new FormData(event.currentTarget));
  };
  return (
    <Card title="Decide">
      <form className="stack" onSubmit={submit}>
        <Choices
          name="decision"
          legend="Decision"
          choices={decisions}
          effects={EFFECTS}
          chosen={decision}
          onChoose={choose}
        />
        <Field label="Why" hint="For your colleagues and the record. It is not sent to anybody.">
          {(ids) => <textarea {...ids} name="reason" rows={2} required maxLength={2_000} />}
        </Field>
        <Field label="What the person is told (optional)">
          {(ids) => <textarea {...ids} name="statement" rows={2} maxLength={4_000} />}
        </Field>
        {cluster.size > 1 && (
          <label className="row">
            <input type="checkbox" checked={all} onChange={({ target }) => setAll(target.checked)} />
            The same for all {cluster.size}
            {cluster.isMore && '+'} open cases with this text
          </label>
        )}
        <Fault fault={decide.error} />
        <Button tone="main" type="submit" disabled={decide.isPending}>
          {decide.isPending ? 'One moment…' : 'Decide'}
        </Button>
      </form>
    </Card>
  );
}

/** A decision, and for a while the way back. */
function Decided({ shown: { case: one, undoableUntil } }: { shown: Shown }) {
  const undo = useMutation({
    mutationFn: () => ask('case.undo', one.batch ? { batch: one.batch } : { id: one.id }),
    onSettled: () => queries.invalidateQueries(),
  });
  if (one.status === 'expired')
    return (
      <Card title="Expired">
        <p className="soft">Nobody decided in time, so it stays refused.</p>
      </Card>
    );
  return (
    <Card title={`Decided: ${one.decision ?? ''}`}>
      <div className="stack">
        <p role="status">
          By {one.decidedBy}, {one.decidedAt !== null && <Time at={one.decidedAt} />}
          {one.reason && `: ${one.reason}`}
        </p>
        <Fault fault={undo.error} />
        {undoableUntil !== null && (
          <div className="row">
            <Button onClick={() => undo.mutate()} disabled={undo.isPending}>
              Undo{one.batch && ' all of this batch'}
            </Button>
            <span className="small soft">
              possible until <Time at={undoableUntil} />
            </span>
          </div>
        )}
      </div>
    </Card>
  );
}
