import { wordOf } from '../ui/decision';
import { Card } from '../ui/page';
import { TableFrame } from '../ui/table-frame';
import type { Shown } from './shown';

type Judgement = NonNullable<Shown['records'][number]['record']>;
/** Weaker than this, a signal that no rule named is for the record. */
const WORTH = 0.3;

/** What the guard made of one stage: decision, rules, signals, versions; without a word of the text. */
export function Judged({ record }: { record: Judgement }) {
  const { stage, decision, judged, reasons, signals, policy, coverage, model, door, score } = record;
  const named = new Set(reasons.flatMap((reason) => reason.signals));
  const shown = signals.filter((signal, index) => named.has(index) || signal.score >= WORTH);
  return (
    <Card title={stage === 'input' ? 'What went in' : 'What came out'}>
      <div className="stack">
        <section className={`decision ${judged ?? decision}`} aria-label="Decision">
          <strong>{wordOf(judged ?? decision)}</strong>
          {judged && judged !== decision && <span>done: {wordOf(decision).toLowerCase()}</span>}
          <span>score {score.toFixed(2)}</span>
          {reasons.map(({ rule, subject, locked }) => (
            <span key={rule} className="tag">
              {rule}
              {subject && ` · ${subject}`}
              {locked && ' · locked'}
            </span>
          ))}
        </section>
        <TableFrame label={`Signals of ${stage}`}>
          <table>
            <thead>
              <tr>
                <th className="number">Score</th>
                <th>Seen</th>
                <th>Where</th>
                <th>By</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((signal, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: signals have no name of their own and never move.
                <tr key={index}>
                  <td className="number">{signal.score.toFixed(2)}</td>
                  <td>
                    {signal.name} <span className="soft">{signal.kind}</span>
                  </td>
                  <td className="mono small">{signal.place}</td>
                  <td className="small">
                    {signal.detector} {signal.version}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
        <dl className="facts small">
          <dt>Policy</dt>
          <dd>
            {policy.id} {policy.version}, {policy.mode} <span className="mono soft">{policy.hash.slice(0, 12)}</span>
          </dd>
          <dt>Model</dt>
          <dd>
            {model ?? 'unknown'} through {door}
          </dd>
          <dt>Who looked</dt>
          <dd>
            {coverage
              .map(({ detector, status, detail }) =>
                status === 'scanned' ? detector : `${detector}: ${status} (${detail})`,
              )
              .join(', ')}
          </dd>
        </dl>
      </div>
    </Card>
  );
}
