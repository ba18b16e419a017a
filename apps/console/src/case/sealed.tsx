import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask';
import { queries } from '../api/queries';
import { Button } from '../ui/button';
import { JudgedText, type Marked } from '../ui/judged-text';
import { Card, Fault } from '../ui/page';
import type { Shown } from './shown';
import { Veil } from './veil';

interface SealedText {
  readonly place: string;
  readonly role: string;
  readonly stage: string;
  readonly text: string;
}

/**
 * What is sealed. Nobody has to open it in order to decide; who does goes on record before anything is sent, and sees
 * text first, behind a veil.
 */
export function Sealed({ shown }: { shown: Shown }) {
  const { id } = shown.case;
  const open = useMutation({
    mutationFn: () => ask('case.open', { id, view: 'text' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case.show'] }),
    // What was opened is in this page's memory only, and gone with the page.
    gcTime: 0,
  });
  const [isShown, show] = useState(false);
  if (!open.data)
    return (
      <Card title="Sealed content">
        <div className="stack">
          <p className="soft">
            The signals below often say enough. If you need the text, open it: that you did, and when, goes on record.
          </p>
          <Fault fault={open.error} />
          <div className="row">
            <Button onClick={() => open.mutate()} disabled={open.isPending}>
              Open the text
            </Button>
          </div>
        </div>
      </Card>
    );
  const texts = textsOf(open.data);
  return (
    <Card
      title="Sealed content"
      side={
        <label className="row small">
          <input type="checkbox" checked={isShown} onChange={({ target }) => show(target.checked)} />
          Keep it uncovered
        </label>
      }
    >
      <Veil isLifted={isShown}>
        <div className="stack">
          {texts.map((one) => (
            <section key={`${one.stage} ${one.place}`} aria-label={one.place}>
              <h3>
                {one.role} <span className="soft small mono">{one.place}</span>
              </h3>
              <JudgedText text={one.text} marks={marksAt(shown, one)} />
            </section>
          ))}
          {texts.length === 0 && <p className="soft">No text is in it.</p>}
        </div>
      </Veil>
    </Card>
  );
}

/** Texts in the order in which they came: prompt before answer; of a notice or an appeal what somebody outside says. */
function textsOf(content: Record<string, unknown>): readonly SealedText[] {
  const judged = ['prompt', 'output', 'repaired'].flatMap((part) => {
    const list = content[part];
    return Array.isArray(list) ? list.filter(isText) : [];
  });
  const outside = Object.entries(OUTSIDE).flatMap(([part, role]) => {
    const said = content[part];
    if (said === undefined || said === null) return [];
    return [
      { place: part, role, stage: 'outside', text: typeof said === 'string' ? said : JSON.stringify(said, null, 2) },
    ];
  });
  return [...judged, ...outside];
}

const OUTSIDE = { text: 'What they say', about: 'What it is about', contact: 'How to reach them' };

function isText(one: unknown): one is SealedText {
  return typeof one === 'object' && one !== null && 'text' in one && typeof one.text === 'string';
}

function marksAt({ records }: Shown, { place, stage }: SealedText): readonly Marked[] {
  return records.flatMap(({ record }) =>
    record?.stage === stage
      ? record.signals.filter((signal) => signal.place === place && isOfPart(signal.spans, signal.score))
      : [],
  );
}

/** A mark on all of a text shows nothing. */
function isOfPart(spans: readonly (readonly [number, number] | readonly number[])[], score: number): boolean {
  return score >= 0.3 && spans.length > 0;
}
