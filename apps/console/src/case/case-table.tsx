import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Answer } from '../api/ask';
import { isTyping } from '../shell/is-typing';
import { TableFrame } from '../ui/table-frame';
import { Time } from '../ui/time';

type Case = Answer<'case.queue'>['cases'][number];

/** Cases in the order in which they are to be looked at; j and k choose, Enter opens. */
export function CaseTable({ cases, isMore }: { cases: readonly Case[]; isMore: boolean }) {
  const [at, setAt] = useState(-1);
  useListKeys(cases, at, setAt);
  return (
    <TableFrame label="Open cases">
      <table>
        <thead>
          <tr>
            <th>Opened</th>
            <th>About</th>
            <th>Queue</th>
            <th>Rules</th>
            <th className="number">Priority</th>
            <th>Left</th>
            <th>State</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one, index) => (
            <tr key={one.id} aria-selected={index === at || undefined}>
              <td>
                <Link to="/cases/$id" params={{ id: one.id }}>
                  <Time at={one.openedAt} ago />
                </Link>
              </td>
              <td>{one.kind}</td>
              <td>{one.queue}</td>
              <td className="small">{one.rules.join(', ')}</td>
              <td className="number">{one.priority}</td>
              <td>
                <Time at={one.dueAt ?? one.expiresAt} ago />
              </td>
              <td>
                <CaseState one={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isMore && <p className="small soft">There are more. What is decided makes room.</p>}
    </TableFrame>
  );
}

export function CaseState({ one: { status, lease, escalated, decision } }: { one: Case }) {
  if (status !== 'open') return <span className="tag">{decision ?? status}</span>;
  if (escalated) return <span className="tag hold">escalated</span>;
  if (lease && lease.until > Date.now()) return <span className="tag accent">{lease.by} is at it</span>;
  return <span className="tag">free</span>;
}

function useListKeys(cases: readonly Case[], at: number, setAt: (at: number) => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey || isTyping(target)) return;
      if (key === 'j') setAt(Math.min(cases.length - 1, at + 1));
      if (key === 'k') setAt(Math.max(0, at - 1));
      const chosen = cases[at];
      if (key === 'Enter' && chosen && target === document.body)
        void navigate({ to: '/cases/$id', params: { id: chosen.id } });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [cases, at, setAt, navigate]);
}
