import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answer, ask, type Input } from '../api/ask';
import { isSomebodyThere } from '../api/somebody';
import { Button } from '../ui/button';
import { DecisionTag } from '../ui/decision';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { Empty, Fault, Page } from '../ui/page';
import { Raw } from '../ui/raw';
import { TableFrame } from '../ui/table-frame';
import { Time } from '../ui/time';

type Shown = Answer<'record.list'>['records'][number];
type Filter = Pick<Input<'record.list'>, 'type' | 'decision' | 'subject'>;
const TYPES = [
  ['generation.input', 'What went in'],
  ['generation.output', 'What came out'],
  ['request.rejected', 'Requests not taken'],
  ['case.opened', 'Cases opened'],
  ['case.decided', 'Cases decided'],
  ['evidence.opened', 'Sealed content opened'],
  ['conduct.stepped', 'Steps against accounts'],
  ['policy.activated', 'Policies activated'],
  ['session.opened', 'Members signed in'],
] as const;

/** What has happened, newest first. */
export function Records() {
  const [filter, setFilter] = useState<Filter>({});
  const [open, setOpen] = useState<Shown>();
  const { data, error, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['record.list', filter],
    queryFn: ({ pageParam, signal }) =>
      ask(
        'record.list',
        { ...filter, limit: 50, ...(pageParam && { before: pageParam }) },
        { signal, byItself: !isSomebodyThere() },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const records = data?.pages.flatMap((page) => page.records) ?? [];
  return (
    <Page
      title="Records"
      about="Every verdict, decision, view and change, chained so that what is altered shows. They hold ids and scores, no text."
    >
      <form className="row end stack-after" onSubmit={(event) => event.preventDefault()}>
        <Filters filter={filter} onFilter={setFilter} />
      </form>
      <Fault fault={error} />
      {data && records.length === 0 && !hasNextPage ? (
        <Empty title="No record fits">
          <p className="soft">Records appear as soon as something is checked, decided or changed.</p>
        </Empty>
      ) : (
        <RecordTable records={records} onOpen={setOpen} />
      )}
      {hasNextPage && (
        <Button onClick={() => fetchNextPage()} disabled={isFetching}>
          {isFetching ? 'Reading…' : 'Older ones'}
        </Button>
      )}
      <Dialog title={open?.type ?? ''} isOpen={open !== undefined} onClose={() => setOpen(undefined)}>
        {open && <Whole record={open} />}
      </Dialog>
    </Page>
  );
}

function Filters({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const change = (part: Partial<Record<keyof Filter, string>>) => {
    const next = Object.entries({ ...filter, ...part }).filter(([, value]) => value);
    onFilter(Object.fromEntries(next) as Filter);
  };
  return (
    <>
      <Field label="What">
        {(ids) => (
          <select {...ids} value={filter.type ?? ''} onChange={({ target }) => change({ type: target.value })}>
            <option value="">everything</option>
            {TYPES.map(([type, name]) => (
              <option key={type} value={type}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Decision">
        {(ids) => (
          <select {...ids} value={filter.decision ?? ''} onChange={({ target }) => change({ decision: target.value })}>
            <option value="">any</option>
            <option value="allow">allowed</option>
            <option value="repair">repaired</option>
            <option value="hold">held</option>
            <option value="refuse">refused</option>
          </select>
        )}
      </Field>
      <Field label="Account (pseudonym)">
        {(ids) => (
          <input
            {...ids}
            data-search
            type="search"
            value={filter.subject ?? ''}
            onChange={({ target }) => change({ subject: target.value })}
          />
        )}
      </Field>
    </>
  );
}

function RecordTable({ records, onOpen }: { records: readonly Shown[]; onOpen: (record: Shown) => void }) {
  return (
    <TableFrame label="Records">
      <table>
        <thead>
          <tr>
            <th>When</th>
            <th>What</th>
            <th>Decision</th>
            <th>By rule</th>
            <th>Whose</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              <td>
                <Time at={record.at} />
              </td>
              <td>
                <button type="button" className="link" onClick={() => onOpen(record)}>
                  {record.type}
                </button>
              </td>
              <td>
                {typeof record.payload?.decision === 'string' && <DecisionTag decision={record.payload.decision} />}
              </td>
              <td className="small">{rulesOf(record)}</td>
              <td className="mono small">{record.subject?.slice(0, 12) ?? record.tenant}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function rulesOf({ payload }: Shown): string {
  const reasons = Array.isArray(payload?.reasons) ? (payload.reasons as { rule?: string }[]) : [];
  return reasons.map(({ rule }) => rule ?? '').join(', ');
}

function Whole({ record: { payload, ...chain } }: { record: Shown }) {
  return (
    <div className="stack">
      <dl className="facts">
        {Object.entries(chain).map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd className="mono">{name === 'at' ? new Date(Number(value)).toISOString() : String(value ?? '–')}</dd>
          </div>
        ))}
      </dl>
      {payload === null ? (
        <p className="notice-line watch">Erased: what it said is gone, its place in the chain still verifies.</p>
      ) : (
        <Raw label="What it says" value={payload} />
      )}
    </div>
  );
}
