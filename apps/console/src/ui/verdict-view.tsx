import { useState } from 'react';
import type { Answer } from '../api/ask';
import { wordOf } from './decision';
import { JudgedText } from './judged-text';
import { Card } from './page';
import { TableFrame } from './table-frame';

type Verdict = Answer<'guard.try'>;
type Signal = Verdict['signals'][number];

/** Surer than this, or named by a rule, a signal is worth a look; the others are there on demand. */
const WORTH = 0.3;
const AXES = ['sexual', 'violence', 'hate', 'selfHarm', 'self-harm', 'drugs'];

/** A verdict on its text: the decision, by which rules, every signal where it was seen, and what nobody looked at. */
export function VerdictView({ verdict, text }: { verdict: Verdict; text: string }) {
  const [lit, setLit] = useState<number>();
  const [showsAll, showAll] = useState(false);
  const decisive = new Set(verdict.reasons.flatMap(({ signals }) => signals));
  const shown = verdict.signals.flatMap((signal, index) =>
    showsAll || signal.score >= WORTH || decisive.has(index) ? [{ signal, index }] : [],
  );
  const left = verdict.signals.length - shown.length;
  return (
    <div className="stack" aria-live="polite">
      <Decided verdict={verdict} />
      <JudgedText
        text={text}
        marks={verdict.signals.map((signal, index) =>
          shown.some((one) => one.index === index) ? signal : { kind: signal.kind, spans: [] },
        )}
        lit={lit}
      />
      <Card title="Signals" side={<span className="small soft">{verdict.signals.length} in all</span>}>
        {verdict.signals.length === 0 && <p className="soft">No detector saw anything.</p>}
        <ul className="signals">
          {shown.map(({ signal, index }) => (
            <li key={index}>
              <SignalRow
                signal={signal}
                text={text}
                isDecisive={decisive.has(index)}
                isLit={lit === index}
                onLight={(on) => setLit(on ? index : undefined)}
              />
            </li>
          ))}
        </ul>
        {(left > 0 || showsAll) && (
          <button type="button" className="button plain" onClick={() => showAll(!showsAll)}>
            {showsAll ? 'Only what matters' : `Show ${left} weaker ones`}
          </button>
        )}
      </Card>
      <div className="columns">
        <Maturity maturity={verdict.maturity} />
        <Coverage coverage={verdict.coverage} />
      </div>
    </div>
  );
}

function Decided({ verdict: { decision, proposed, policy, score, tookMs, reasons } }: { verdict: Verdict }) {
  return (
    <section className={`decision ${decision}`} aria-label="Decision">
      <strong>{wordOf(decision)}</strong>
      <span>
        policy {policy.id} {policy.version}, score {score.toFixed(2)}, {tookMs.toFixed(1)} ms
      </span>
      {proposed !== decision && <span>would be {wordOf(proposed).toLowerCase()} if every rule were enforced</span>}
      {reasons.map(({ rule, subject, decision: asked, locked, enforced }) => (
        <span key={rule} className="tag">
          {rule}
          {subject && ` · ${subject}`} → {wordOf(asked).toLowerCase()}
          {locked && ' · locked'}
          {!enforced && ' · watches only'}
        </span>
      ))}
    </section>
  );
}

function SignalRow({
  signal,
  text,
  isDecisive,
  isLit,
  onLight,
}: {
  signal: Signal;
  text: string;
  isDecisive: boolean;
  isLit: boolean;
  onLight: (on: boolean) => void;
}) {
  const { kind, name, score, spans, via, detector } = signal;
  const views = via.filter((view) => view !== 'raw');
  return (
    <button
      type="button"
      data-lit={isLit || undefined}
      onMouseEnter={() => onLight(true)}
      onMouseLeave={() => onLight(false)}
      onFocus={() => onLight(true)}
      onBlur={() => onLight(false)}
    >
      <span className="small">
        {score.toFixed(2)}
        <meter value={score} min={0} max={1} aria-hidden="true" />
      </span>
      <span>
        <strong>{name}</strong> <span className="soft">{kind}</span>
        {isDecisive && <span className="tag accent"> a rule acts on it</span>}
      </span>
      <span className="small soft where">
        {isWhole(spans, text)
          ? 'the whole text'
          : spans.map(([start, end]) => `“${text.slice(start, end)}”`).join(' + ')}
        {views.length > 0 && ` through ${views.join(', ')}`} · {detector}
      </span>
    </button>
  );
}

function isWhole(spans: Signal['spans'], text: string): boolean {
  return spans.length === 1 && spans[0]?.[0] === 0 && spans[0][1] >= text.length && text.length > 60;
}

function Maturity({ maturity }: { maturity: Verdict['maturity'] }) {
  const axes = Object.entries(maturity).filter(([name]) => AXES.includes(name));
  return (
    <Card title={`Maturity: ${maturity.level}`}>
      <dl className="facts">
        {axes.map(([name, degree]) => (
          <Axis key={name} name={name} degree={Number(degree)} />
        ))}
      </dl>
    </Card>
  );
}

function Axis({ name, degree }: { name: string; degree: number }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <meter value={degree} min={0} max={4} aria-label={`${name}: ${degree} of 4`} /> {degree} of 4
      </dd>
    </>
  );
}

function Coverage({ coverage }: { coverage: Verdict['coverage'] }) {
  return (
    <Card title="Who looked">
      <TableFrame label="Detectors">
        <table>
          <tbody>
            {coverage.map((entry) => (
              <tr key={`${entry.detector} ${entry.place}`}>
                <td>{entry.detector}</td>
                <td>
                  {entry.status === 'scanned' && 'looked'}
                  {entry.status === 'not-covered' && <span className="tag hold">not covered: {entry.gap}</span>}
                  {entry.status === 'failed' && <span className="tag refuse">failed: {entry.code}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Card>
  );
}
