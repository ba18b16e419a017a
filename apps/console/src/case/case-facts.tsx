import type { ReactNode } from 'react';
import { Card } from '../ui/page';
import { Time } from '../ui/time';
import type { Shown } from './shown';

/** What is known of the case without its content. */
export function CaseFacts({ shown: { case: one, cluster } }: { shown: Shown }) {
  return (
    <Card title="About this case">
      <dl className="facts">
        <Fact name="Rules">{one.rules.join(', ')}</Fact>
        <Fact name="Queue">
          {one.queue}, priority {one.priority}
        </Fact>
        <Fact name="Alike">
          {cluster.size}
          {cluster.isMore && '+'} open with this text
        </Fact>
        <Fact name="Language">{one.language ?? 'unknown'}</Fact>
        <Fact name="Opened">
          <Time at={one.openedAt} />
        </Fact>
        {one.dueAt !== null && (
          <Fact name="Due">
            <Time at={one.dueAt} ago />
          </Fact>
        )}
        <Fact name="Closes by itself">
          <Time at={one.expiresAt} ago />
        </Fact>
        {one.escalated && (
          <Fact name="Escalated">
            {one.escalated.by}: {one.escalated.why}
          </Fact>
        )}
        <Fact name="Tenant">{one.tenant}</Fact>
        <Fact name="Case">
          <span className="mono">{one.id}</span>
        </Fact>
        <Fact name="Verdict">
          <span className="mono">{one.verdict}</span>
        </Fact>
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
