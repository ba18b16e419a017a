import { GenerationRecord, type Reason, RecordedSignal, type Signal, type Verdict } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordedEvidence } from './recorded-signals.js';

function signalOf(more: Partial<Signal> = {}): Signal {
  const seen = { score: 0.5, place: 'p', role: 'user', stage: 'output', spans: [[0, 1]], via: ['raw'] };
  return { kind: 'hazard', name: 'S2', detector: 'd', version: '1', ...seen, ...more } as Signal;
}

function reasonOf(rule: string, signals: number[]): Reason {
  const told = { locked: false, enforced: true, explanation: 'hazard', help: false } as const;
  return { rule, decision: 'refuse', subject: 'S2', ...told, signals };
}

const evidenceOf = (signals: Signal[], reasons: Reason[] = []) =>
  recordedEvidence({ stage: 'output', signals, reasons } as object as Verdict);

describe('the signals of a record', () => {
  it('are those of the verdict where there are few', () => {
    const signals = [signalOf(), signalOf({ place: 'q' })];
    const reasons = [reasonOf('r', [1])];
    expect(evidenceOf(signals)).toEqual({ signals, reasons: [], count: 2, truncated: false });
    expect(
      evidenceOf(signals, reasons).reasons[0]?.signals.map((at) => evidenceOf(signals, reasons).signals[at]),
    ).toEqual([signals[1]]);
  });

  it('count like ones once, with the highest score and the first spans', () => {
    const signals = Array.from({ length: 30 }, (_, at) => signalOf({ score: at / 30, spans: [[at, at + 1]] }));
    const { signals: kept, count, truncated } = evidenceOf(signals, [reasonOf('r', [3, 29])]);
    expect(kept).toMatchObject([{ count: 30, score: 29 / 30, spans: [[0, 1]] }]);
    expect([count, truncated]).toEqual([30, true]);
    expect(RecordedSignal.parse(kept[0])).toEqual(kept[0]);
  });

  it('keep score and spans of each of a few like ones, so that a replay misses nothing', () => {
    const signals = [0.25, 0.75].map((score, at) => signalOf({ score, spans: [[at, at + 1]] }));
    const { signals: kept, truncated } = evidenceOf(signals);
    expect(truncated).toBe(false);
    expect(kept).toEqual([
      {
        ...signals[0],
        score: 0.75,
        count: 2,
        like: [
          [0.25, [[0, 1]]],
          [0.75, [[1, 2]]],
        ],
      },
    ]);
  });

  it('keep apart what is allowed or switched off from what counts', () => {
    const signals = [signalOf(), signalOf({ allowed: true }), signalOf({ muted: true })];
    expect(evidenceOf(signals).signals).toEqual(signals);
  });

  it('have of the input only what a rule named', () => {
    const signals = [signalOf(), signalOf({ stage: 'input', place: 'a' }), signalOf({ stage: 'input', place: 'b' })];
    expect(evidenceOf(signals, [reasonOf('r', [0, 2])]).signals.map(({ place }) => place)).toEqual(['p', 'b']);
  });

  it('fit into a record, and reasons point to what they pointed to', () => {
    const places = fc.integer({ min: 0, max: 400 }).map((at) => `messages[${at}].${'x'.repeat(at * 3)}`);
    const signals = fc.array(
      fc.record({
        place: places,
        score: fc.double({ min: 0, max: 1, noNaN: true }),
        count: fc.integer({ min: 1, max: 40 }),
      }),
      { maxLength: 600 },
    );
    fc.assert(
      fc.property(signals, fc.array(fc.array(fc.nat(), { maxLength: 40 }), { maxLength: 500 }), (seen, named) => {
        const all = seen.map(({ place, score, count }) =>
          signalOf({ place, score, spans: Array.from({ length: count }, (_, at): [number, number] => [at, at + 1]) }),
        );
        const reasons = named.map((indexes, at) =>
          reasonOf(`rule-${at}`, all.length === 0 ? [] : indexes.map((index) => index % all.length)),
        );
        const recorded = evidenceOf(all, reasons);
        expect(recorded.signals.length).toBeLessThanOrEqual(200);
        expect(JSON.stringify([recorded.signals, recorded.reasons]).length).toBeLessThan(200 * 1024);
        for (const reason of recorded.reasons) {
          const original = new Set(
            reasons.find(({ rule }) => rule === reason.rule)?.signals.map((index) => all[index]?.place),
          );
          for (const index of reason.signals) expect(original).toContain(recorded.signals[index]?.place);
        }
        GenerationRecord.shape.signals.parse(recorded.signals);
      }),
      { numRuns: 40 },
    );
  });
});
