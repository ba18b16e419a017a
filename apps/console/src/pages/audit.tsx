import { useMutation } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { Button } from '../ui/button';
import { Card, Fault, Page } from '../ui/page';
import { Raw } from '../ui/raw';

/** Whether the records are as they were written. */
export function Audit() {
  const verify = useMutation({ mutationFn: () => ask('audit.verify', {}) });
  const sign = useMutation({ mutationFn: () => ask('audit.export', {}) });
  const report = verify.data;
  return (
    <Page
      title="Audit"
      about="Every record is chained to the one before. Walking the chains shows what was altered, left out or put in between."
    >
      <div className="columns">
        <Card title="The chains">
          <div className="stack">
            <div className="row">
              <Button tone="main" onClick={() => verify.mutate()} disabled={verify.isPending}>
                {verify.isPending ? 'Walking the chains…' : 'Verify now'}
              </Button>
            </div>
            <Fault fault={verify.error} />
            {report && (
              <div className="stack" aria-live="polite">
                <p className={`notice-line ${report.intact ? 'good' : ''}`}>
                  {report.intact ? 'Nothing in the chains was altered.' : 'The chains are not as they were written.'}
                </p>
                <dl className="facts">
                  <dt>Records</dt>
                  <dd>{report.records.toLocaleString()}</dd>
                  <dt>Erased, as the law or retention asked</dt>
                  <dd>{report.erased.toLocaleString()}</dd>
                  <dt>Writers</dt>
                  <dd>{report.writers}</dd>
                  <dt>Signed checkpoints</dt>
                  <dd>{report.checkpoints}</dd>
                  <dt>After the last checkpoint</dt>
                  <dd>{report.uncheckpointed.toLocaleString()}</dd>
                </dl>
                {report.faults.length > 0 && (
                  <ul>
                    {report.faults.map(({ kind, message }) => (
                      <li key={message}>
                        <strong>{kind}</strong>: {message}
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            )}
          </div>
        </Card>
        <Card title="For somebody outside">
          <div className="stack">
            <p className="soft">
              A signed checkpoint, kept by somebody who does not run this server, shows later whether anything before it
              was altered. Whoever has none can only trust the one who runs the database.
            </p>
            <div className="row">
              <Button onClick={() => sign.mutate()} disabled={sign.isPending}>
                Sign a checkpoint
              </Button>
            </div>
            <Fault fault={sign.error} />
            {sign.data && <Raw label="Signed checkpoint" value={sign.data} />}
          </div>
        </Card>
      </div>
    </Page>
  );
}
