import { useQuery } from '@tanstack/react-query';
import { question } from '../api/queries';
import { KeyActions } from '../key/key-actions';
import { AUDIENCES, budgetOf, type Key } from '../key/key-choices';
import { MakeKey } from '../key/make-key';
import { useMay } from '../shell/session';
import { DialogButton } from '../ui/dialog-button';
import { Empty, Fault, Page } from '../ui/page';
import { TableFrame } from '../ui/table-frame';
import { Time } from '../ui/time';

/** Who may call, as which tenant and for whom. */
export function Keys() {
  const { data, error } = useQuery(question('key.list', {}));
  const mayChange = useMay()('keys.change');
  return (
    <Page
      title="API keys"
      about="Who may call the gateway, as which tenant and for whom. Secrets are shown once and kept as hashes."
      actions={
        mayChange && (
          <DialogButton label="Make a key" tone="main">
            {() => <MakeKey />}
          </DialogButton>
        )
      }
    >
      <Fault fault={error} />
      {data?.length === 0 && (
        <Empty title="No keys yet">
          <p>Each product that calls gets a key of its own, so that one can be revoked without the others.</p>
        </Empty>
      )}
      {data && data.length > 0 && <KeyTable keys={data} mayChange={mayChange} />}
    </Page>
  );
}

function KeyTable({ keys, mayChange }: { keys: readonly Key[]; mayChange: boolean }) {
  return (
    <TableFrame label="Keys">
      <table>
        <thead>
          <tr>
            <th>Name</th>
            <th>Tenant</th>
            <th>Begins with</th>
            <th>For</th>
            <th>Policy</th>
            <th>Server</th>
            <th>Budget</th>
            <th>Since</th>
            <th>State</th>
            {mayChange && (
              <th>
                <span className="hidden-text">What you can do</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {keys.map((one) => (
            <tr key={one.id}>
              <td>{one.name}</td>
              <td>{one.tenant}</td>
              <td>
                <code>{one.hint}…</code>
              </td>
              <td>{AUDIENCES[one.audience]}</td>
              <td>{one.policy ?? 'in force'}</td>
              <td>{one.upstream ?? 'any that fits'}</td>
              <td>{budgetOf(one)}</td>
              <td>
                <Time at={one.createdAt} />
              </td>
              <td>
                <State one={one} />
              </td>
              {mayChange && <td>{one.revokedAt === null && <KeyActions one={one} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function State({ one: { revokedAt, expiresAt } }: { one: Key }) {
  if (revokedAt !== null)
    return (
      <>
        <span className="tag refuse">revoked</span> <Time at={revokedAt} />
      </>
    );
  if (expiresAt === null) return <span className="tag allow">in use</span>;
  return (
    <>
      <span className={`tag ${expiresAt > Date.now() ? 'allow' : 'refuse'}`}>
        {expiresAt > Date.now() ? 'in use until' : 'expired'}
      </span>{' '}
      <Time at={expiresAt} />
    </>
  );
}
