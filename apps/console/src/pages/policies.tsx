import { useQuery } from '@tanstack/react-query';
import { question } from '../api/queries';
import { Card, Fault, Page } from '../ui/page';
import { Time } from '../ui/time';

/** Which policies judge, for whom, since when. */
export function Policies() {
  const { data, error } = useQuery(question('policy.active', {}));
  return (
    <Page
      title="Policies"
      about="What turns signals into decisions: which policy judges whom, in which mode, since when."
    >
      <Fault fault={error} />
      {data && (
        <div className="stack">
          {data.applied !== data.revision && (
            <p className="notice-line watch">A change is on its way to this server.</p>
          )}
          {data.policies.map(({ tenant, policy, since, by, note, isConfigured }) => (
            <Card
              key={tenant ?? ''}
              title={tenant === null ? 'Everybody' : `Tenant ${tenant}`}
              side={<span className="tag accent">{policy.mode}</span>}
            >
              <dl className="facts">
                <dt>Policy</dt>
                <dd>
                  {policy.id} {policy.version}
                </dd>
                <dt>Hash</dt>
                <dd className="mono">{policy.hash}</dd>
                {policy.mode === 'canary' && (
                  <>
                    <dt>Canary</dt>
                    <dd>{policy.canaryPercent} % of accounts</dd>
                  </>
                )}
                <dt>Since</dt>
                <dd>{since === null ? 'not in force yet' : <Time at={since} />}</dd>
                <dt>By</dt>
                <dd>{isConfigured ? 'the configuration' : (by ?? 'unknown')}</dd>
                {note && (
                  <>
                    <dt>Note</dt>
                    <dd>{note}</dd>
                  </>
                )}
              </dl>
            </Card>
          ))}
          <p className="small soft">
            Changing a policy: <code>tyrian policy test</code>, <code>policy replay</code>, <code>policy activate</code>
            , <code>policy promote</code>, <code>policy rollback</code>.
          </p>
        </div>
      )}
    </Page>
  );
}
