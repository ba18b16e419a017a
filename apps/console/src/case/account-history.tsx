import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { question } from '../api/queries';
import { DecisionTag } from '../ui/decision';
import { Card, Fault } from '../ui/page';
import { Time } from '../ui/time';

/** What the account did before, under its pseudonym. */
export function AccountHistory({ id }: { id: string }) {
  const { data, error } = useQuery(question('case.history', { id }));
  return (
    <Card title="The account before">
      <Fault fault={error} />
      {data?.subject === null && <p className="soft">Nobody named an account with it.</p>}
      {data && data.subject !== null && (
        <div className="stack">
          <p className="small soft mono">{data.subject}</p>
          {data.cases.length + data.strikes.length + data.steps.length === 0 && (
            <p className="soft">Nothing else is known of it.</p>
          )}
          <ul>
            {data.steps.map(({ id: step, step: name, until }) => (
              <li key={step}>
                step <strong>{name}</strong> until <Time at={until} />
              </li>
            ))}
            {data.cases.map((one) => (
              <li key={one.id}>
                <Link to="/cases/$id" params={{ id: one.id }}>
                  {one.kind}
                </Link>{' '}
                <Time at={one.openedAt} ago />, {one.decision ?? one.status}
              </li>
            ))}
            {data.strikes.map(({ verdict, at, decision, rule }) => (
              <li key={verdict}>
                <DecisionTag decision={decision} /> by {rule} <Time at={at} ago />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
