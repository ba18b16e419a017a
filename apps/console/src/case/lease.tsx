import { useMutation, useQuery } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { queries, question } from '../api/queries';
import { Button } from '../ui/button';
import { Card, Fault } from '../ui/page';
import { Time } from '../ui/time';
import type { Shown } from './shown';
import { WithReason } from './with-reason';

/** Whose the case is now: one person's alone, for a while. */
export function Lease({ one }: { one: Shown['case'] }) {
  const { data: session } = useQuery(question('session', {}));
  const change = useMutation({
    mutationFn: (how: 'case.take' | 'case.renew' | 'case.hand-back') => ask(how, { id: one.id }),
    onSettled: () => queries.invalidateQueries(),
  });
  const isHeld = one.lease !== null && one.lease.until > Date.now();
  const isMine = isHeld && one.lease?.by === session?.member.name;
  return (
    <Card title={isMine ? 'You hold this case' : 'Nobody else decides while you hold it'}>
      <div className="stack">
        {isHeld && one.lease && (
          <p className="soft">
            {isMine ? 'Yours' : `${one.lease.by} holds it`} until <Time at={one.lease.until} />.
          </p>
        )}
        <Fault fault={change.error} />
        <div className="row">
          {!isHeld && (
            <Button tone="main" onClick={() => change.mutate('case.take')}>
              Take it
            </Button>
          )}
          {isMine && (
            <>
              <Button onClick={() => change.mutate('case.renew')}>Keep it longer</Button>
              <Button onClick={() => change.mutate('case.hand-back')}>Hand it back</Button>
              <WithReason
                id={one.id}
                how="case.skip"
                label="Skip"
                about="It goes to somebody else, not to you again."
              />
              <WithReason id={one.id} how="case.escalate" label="Escalate" about="Whoever leads decides it." />
            </>
          )}
        </div>
      </div>
    </Card>
  );
}
