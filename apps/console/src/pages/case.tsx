import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { question } from '../api/queries';
import { AccountHistory } from '../case/account-history';
import { CaseFacts } from '../case/case-facts';
import { CaseState } from '../case/case-table';
import { Decide } from '../case/decide';
import { Events } from '../case/events';
import { Judged } from '../case/judged';
import { Lease } from '../case/lease';
import { Sealed } from '../case/sealed';
import type { Shown } from '../case/shown';
import { useMay } from '../shell/session';
import { Fault, Page } from '../ui/page';

/** One matter, whole: what it is about, what the guard saw, what was done with it, and what can be done. */
export function CasePage() {
  const { id } = useParams({ from: '/cases/$id' });
  const { data, error } = useQuery({ ...question('case.show', { id }), refetchInterval: 10_000 });
  if (!data)
    return (
      <Page title="Case">
        <Fault fault={error} />
      </Page>
    );
  return (
    <Page title={titleOf(data)} about={<Link to="/cases">All cases</Link>} actions={<CaseState one={data.case} />}>
      <Whole shown={data} />
    </Page>
  );
}

function Whole({ shown }: { shown: Shown }) {
  const may = useMay();
  const { case: one, events, records } = shown;
  const isOpen = one.status === 'open';
  return (
    <div className="columns">
      <div className="stack">
        {one.evidence !== null && may('cases.open') && <Sealed shown={shown} />}
        {records.map(({ id, record }) => record && <Judged key={id} record={record} />)}
        <AccountHistory id={one.id} />
      </div>
      <div className="stack">
        {isOpen && may('cases.decide') && <Lease one={one} />}
        <Decide shown={shown} />
        <CaseFacts shown={shown} />
        <Events one={one} events={events} />
      </div>
    </div>
  );
}

const TITLES: Record<string, string> = {
  hold: 'Something is held',
  conduct: 'Somebody’s conduct',
  feedback: 'A refusal that many call wrong',
  campaign: 'A campaign',
  notice: 'A notice from outside',
  appeal: 'An appeal',
};

function titleOf({ case: { kind } }: Shown): string {
  return TITLES[kind] ?? 'A case';
}
