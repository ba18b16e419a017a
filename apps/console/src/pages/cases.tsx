import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Answer, ask, type Input } from '../api/ask';
import { queries, question } from '../api/queries';
import { CaseTable } from '../case/case-table';
import { useMay } from '../shell/session';
import { Button } from '../ui/button';
import { Empty, Fault, Page } from '../ui/page';
import { Time } from '../ui/time';

type Counts = Answer<'case.counts'>;
type State = NonNullable<Input<'case.queue'>['state']>;
const STATES: readonly (readonly [State, string])[] = [
  ['free', 'free to take'],
  ['taken', 'somebody is at it'],
  ['escalated', 'escalated'],
];

/** What waits for a person, by queue. */
export function Cases() {
  const [queue, setQueue] = useState<string>();
  const [state, setState] = useState<State>();
  const may = useMay();
  const counts = useQuery({ ...question('case.counts', {}), refetchInterval: 5_000 });
  const page = useQuery({
    ...question('case.queue', { ...(queue && { queue }), ...(state && { state }), limit: 100 }),
    refetchInterval: 5_000,
    placeholderData: (before) => before,
  });
  return (
    <Page
      title="Cases"
      about="What a person decides, the most urgent first. The texts themselves are sealed: a case opens them, and that goes on record."
      actions={may('cases.decide') && <TakeNext queue={queue} />}
    >
      <Fault fault={counts.error ?? page.error} />
      {counts.data && <Queues counts={counts.data} chosen={queue} onChoose={setQueue} />}
      <label className="row small soft stack-after">
        Show
        <select
          value={state ?? ''}
          onChange={({ target }) => setState((target.value || undefined) as State | undefined)}
        >
          <option value="">all that are open</option>
          {STATES.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {page.data?.cases.length === 0 && <Nothing />}
      {page.data && page.data.cases.length > 0 && (
        <CaseTable cases={page.data.cases} isMore={page.data.next !== null} />
      )}
    </Page>
  );
}

/** The next case that is free, for ten minutes nobody else's. */
function TakeNext({ queue }: { queue: string | undefined }) {
  const navigate = useNavigate();
  const [isNone, setNone] = useState(false);
  const take = useMutation({
    mutationFn: () => ask('case.take', queue ? { queue } : {}),
    onSuccess: ({ case: taken }) => {
      void queries.invalidateQueries();
      setNone(taken === null);
      if (taken) void navigate({ to: '/cases/$id', params: { id: taken.id } });
    },
  });
  return (
    <>
      <Fault fault={take.error} />
      {isNone && <span role="status">Nothing is free here.</span>}
      <Button tone="main" onClick={() => take.mutate()} disabled={take.isPending}>
        Take the next {queue && `of ${queue}`}
      </Button>
    </>
  );
}

function Queues({
  counts: { queues, oldestAt },
  chosen,
  onChoose,
}: {
  counts: Counts;
  chosen: string | undefined;
  onChoose: (queue: string | undefined) => void;
}) {
  return (
    <fieldset className="queues">
      <legend className="hidden-text">Queues</legend>
      <Button aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
        All
      </Button>
      {queues.map(({ queue, open, isMore, taken, escalated }) => (
        <Button key={queue} aria-pressed={chosen === queue} onClick={() => onChoose(queue)}>
          {queue}
          <span className="tag">
            {open}
            {isMore && '+'} open
          </span>
          {taken > 0 && <span className="small soft">{taken} taken</span>}
          {escalated > 0 && <span className="tag hold">{escalated} escalated</span>}
        </Button>
      ))}
      {oldestAt !== null && (
        <span className="small soft">
          The oldest was opened <Time at={oldestAt} ago />
        </span>
      )}
    </fieldset>
  );
}

function Nothing() {
  return (
    <Empty title="Nothing waits for a person here">
      <p>
        A case opens where a policy holds something, where an account takes a step on the ladder of conduct, where many
        say that a refusal was wrong, and where like attacks come from many accounts.
      </p>
      <p className="soft">
        Chat policies hold nothing unless you tell them to. <Link to="/policies">What is in force</Link>
      </p>
    </Empty>
  );
}
