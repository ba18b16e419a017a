import { useQuery } from '@tanstack/react-query';
import { question } from '../api/queries';
import { Empty, Fault, Page } from '../ui/page';
import { Time } from '../ui/time';

/** What waits for a person. */
export function Cases() {
  const { data, error } = useQuery({
    ...question('case.list', { status: 'open', limit: 200 }),
    refetchInterval: 5_000,
  });
  return (
    <Page title="Cases" about="What a person decides. A case holds no content: that is sealed, and opened only here.">
      <Fault fault={error} />
      {data?.length === 0 && (
        <Empty title="Nothing waits for a person">
          <p className="soft">
            Held content, steps against accounts, notices and appeals will stand here. Holding is off by default: a
            policy turns it on.
          </p>
        </Empty>
      )}
      {data && data.length > 0 && (
        <div className="table-wrap">
          <table>
            <thead>
              <tr>
                <th>Opened</th>
                <th>About</th>
                <th>Rules</th>
                <th>Expires</th>
              </tr>
            </thead>
            <tbody>
              {data.map(({ id, openedAt, expiresAt, kind, rules }) => (
                <tr key={id}>
                  <td>
                    <Time at={openedAt} ago />
                  </td>
                  <td>{kind}</td>
                  <td className="small">{rules.join(', ')}</td>
                  <td>
                    <Time at={expiresAt} ago />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}
