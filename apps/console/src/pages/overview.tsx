import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../api/ask';
import { question } from '../api/queries';
import { useMay } from '../shell/session';
import { Card, Empty, Fault, Page } from '../ui/page';
import { Time } from '../ui/time';
import { TrafficChart } from '../ui/traffic-chart';

const HOUR = 3_600_000;
const SPANS = [
  { name: 'Last hour', ms: HOUR, periodMs: 300_000 },
  { name: 'Last 24 hours', ms: 24 * HOUR, periodMs: 1_800_000 },
  { name: 'Last 7 days', ms: 7 * 24 * HOUR, periodMs: 6 * HOUR },
  { name: 'Last 30 days', ms: 30 * 24 * HOUR, periodMs: 24 * HOUR },
] as const;
/** The question changes with the minute, not with every look. */
const MINUTE = 60_000;

type State = Answer<'overview.read'>;

/** How the platform stands. */
export function Overview() {
  const [span, setSpan] = useState<(typeof SPANS)[number]>(SPANS[1]);
  const now = Math.floor(Date.now() / MINUTE) * MINUTE;
  const { data, error } = useQuery({
    ...question('overview.read', { since: now - span.ms }),
    refetchInterval: 10_000,
    placeholderData: (before) => before,
  });
  return (
    <Page
      title="Overview"
      about="What was checked, what was decided, and what waits for a person."
      actions={
        <label className="row small soft">
          Show
          <select
            value={span.name}
            onChange={({ target }) => setSpan(SPANS.find(({ name }) => name === target.value) ?? SPANS[1])}
          >
            {SPANS.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      }
    >
      <Fault fault={error} />
      {data && <Standing state={data} since={now - span.ms} until={now} periodMs={span.periodMs} />}
    </Page>
  );
}

function Standing({ state, ...span }: { state: State; since: number; until: number; periodMs: number }) {
  const { traffic, cases, undelivered } = state;
  const all = sum(traffic, () => true);
  const tookMs = traffic.reduce((total, { tookMs }) => total + tookMs, 0);
  return (
    <div className="stack">
      <div className="cards">
        <Figure name="Verdicts" value={all} />
        <Figure name="Refused" value={sum(traffic, (one) => one === 'refuse')} of={all} />
        <Figure name="Repaired" value={sum(traffic, (one) => one === 'repair')} of={all} />
        <Figure name="Held" value={sum(traffic, (one) => one === 'hold')} of={all} />
        <div className="card figure">
          <span className="soft">Guard, a verdict</span>
          <strong>{all > 0 ? `${(tookMs / all).toFixed(1)} ms` : '–'}</strong>
          {all > 0 && (
            <span className="small soft">
              slowest {Math.max(...traffic.map(({ slowestMs }) => slowestMs)).toFixed(0)} ms
            </span>
          )}
        </div>
        <div className="card figure">
          <span className="soft">Waiting for a person</span>
          <strong>{cases.open}</strong>
          {cases.oldestAt !== null && (
            <span className="small soft">
              oldest <Time at={cases.oldestAt} ago /> · <Link to="/cases">look</Link>
            </span>
          )}
        </div>
      </div>
      <Alarms failed={traffic.reduce((total, { failed }) => total + failed, 0)} undelivered={undelivered} />
      <Card title="Decisions over time">{all > 0 ? <TrafficChart points={traffic} {...span} /> : <NoTraffic />}</Card>
      <div className="columns">
        <InForce state={state} />
        <NotProtected lines={state.notProtected} />
      </div>
      <p className="small soft">Counted from the records, some 15 seconds behind them. Database: {state.database}</p>
    </div>
  );
}

function Figure({ name, value, of }: { name: string; value: number; of?: number }) {
  return (
    <div className="card figure">
      <span className="soft">{name}</span>
      <strong>{value.toLocaleString()}</strong>
      {of !== undefined && of > 0 && <span className="small soft">{((value / of) * 100).toFixed(1)} %</span>}
    </div>
  );
}

function Alarms({ failed, undelivered }: { failed: number; undelivered: number }) {
  return (
    <>
      {failed > 0 && (
        <p className="notice-line" role="status">
          At {failed.toLocaleString()} verdicts a detector failed, so they were refused. The log says which.
        </p>
      )}
      {undelivered > 0 && (
        <p className="notice-line" role="status">
          {undelivered} messages to your own systems were not delivered. See <code>tyrian webhook status</code>.
        </p>
      )}
    </>
  );
}

function NoTraffic() {
  const may = useMay();
  return (
    <Empty title="Nothing was checked in this time">
      <p>
        Point a client at this server and what it asks appears here: the same address and path as before, with a key of
        Tyrian. The demo model answers until you name yours.
      </p>
      <pre>{`curl ${window.location.origin}/v1/chat/completions \\
  -H "authorization: Bearer $TYRIAN_KEY" -H "content-type: application/json" \\
  -d '{"model":"demo","messages":[{"role":"user","content":"Tell me about otters."}]}'`}</pre>
      {may('guard.try') && (
        <p>
          Or <Link to="/test">try a text in the test box</Link>: nothing of it is kept.
        </p>
      )}
    </Empty>
  );
}

function InForce({ state }: { state: State }) {
  return (
    <Card title="In force" side={<Link to="/policies">Policies</Link>}>
      <dl className="facts">
        {state.policies.map(({ tenant, policy, since }) => (
          <PolicyFact key={tenant ?? ''} tenant={tenant} policy={policy} since={since} />
        ))}
      </dl>
    </Card>
  );
}

function PolicyFact({ tenant, policy, since }: Pick<State['policies'][number], 'tenant' | 'policy' | 'since'>) {
  return (
    <>
      <dt>{tenant ?? 'everybody'}</dt>
      <dd>
        {policy.id} {policy.version} <span className="tag accent">{policy.mode}</span>
        {since !== null && (
          <span className="small soft">
            {' '}
            since <Time at={since} ago />
          </span>
        )}
      </dd>
    </>
  );
}

function NotProtected({ lines }: { lines: readonly string[] }) {
  return (
    <Card title="Not protected">
      <ul className="small">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  );
}

function sum(traffic: State['traffic'], is: (decision: string) => boolean): number {
  return traffic.reduce((total, { decision, verdicts }) => total + (is(decision) ? verdicts : 0), 0);
}
