import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordedGeneration, signals } from '../tests/samples.js';
import { Coverage } from './coverage.js';
import { GenerationRecord, RecordedSignal, summariseCoverage } from './generation-record.js';

const at = {
  detector: fc.constantFrom('lexicon', 'hidden-text', 'prompt-injection'),
  place: fc.constantFrom('messages[0].content', 'messages[1].content', 'tools[0].description'),
};
const coverage: fc.Arbitrary<Coverage> = fc.oneof(
  fc.record({ status: fc.constant('scanned' as const), ...at }),
  fc.record({
    status: fc.constant('not-covered' as const),
    ...at,
    gap: fc.constantFrom('language' as const, 'modality' as const, 'axis' as const, 'hazard' as const),
  }),
  fc.record({ status: fc.constant('failed' as const), ...at, code: fc.constantFrom('DETECTOR_FAILED', 'TIMEOUT') }),
);

/** What became of it, as a person would say it: the reference that the summary is held against. */
function outcome(entry: Coverage): string {
  if (entry.status === 'failed') return `${entry.detector} failed ${entry.code}`;
  if (entry.status === 'not-covered') return `${entry.detector} not-covered ${entry.gap}`;
  return `${entry.detector} scanned`;
}

describe('summariseCoverage', () => {
  it('counts every content once, under what its detector did with it', () => {
    fc.assert(
      fc.property(fc.array(coverage, { maxLength: 40 }), (entries) => {
        const summary = summariseCoverage(entries);
        expect(summary.reduce((sum, { places }) => sum + places, 0)).toBe(entries.length);
        const named = summary.map(({ detector, status, detail }) =>
          [detector, status, detail].filter(Boolean).join(' '),
        );
        expect(new Set(named).size).toBe(named.length);
        summary.forEach(({ places }, index) => {
          expect(entries.filter((entry) => outcome(entry) === named[index])).toHaveLength(places);
        });
      }),
    );
  });

  it('keeps a failure apart from what was scanned by the same detector', () => {
    const entries: Coverage[] = [
      { status: 'scanned', detector: 'd', place: 'a' },
      { status: 'failed', detector: 'd', place: 'b', code: 'DETECTOR_TIMEOUT' },
      { status: 'scanned', detector: 'd', place: 'c' },
      { status: 'not-covered', detector: 'd', place: 'e', gap: 'language' },
      { status: 'not-covered', detector: 'd', place: 'f', gap: 'modality' },
    ];
    expect(summariseCoverage(entries)).toEqual([
      { detector: 'd', status: 'scanned', places: 2 },
      { detector: 'd', status: 'failed', detail: 'DETECTOR_TIMEOUT', places: 1 },
      { detector: 'd', status: 'not-covered', detail: 'language', places: 1 },
      { detector: 'd', status: 'not-covered', detail: 'modality', places: 1 },
    ]);
  });

  it('is empty where nothing was looked at', () => {
    expect(summariseCoverage([])).toEqual([]);
  });

  it('leaves what it was given as it was, and its groups fit the record', () => {
    fc.assert(
      fc.property(fc.array(coverage, { maxLength: 20 }), (entries) => {
        const before = JSON.stringify(entries);
        const summary = summariseCoverage(entries);
        expect(JSON.stringify(entries)).toBe(before);
        expect(GenerationRecord.shape.coverage.parse(summary)).toEqual(summary);
      }),
    );
  });
});

describe('Coverage', () => {
  it.each([
    { status: 'failed', detector: 'd', place: 'p' },
    { status: 'not-covered', detector: 'd', place: 'p' },
    { status: 'not-covered', detector: 'd', place: 'p', gap: 'weather' },
    { status: 'clean', detector: 'd', place: 'p' },
    { status: 'scanned', detector: 'd' },
  ])('is not %j: whoever did not judge says why and where', (entry) => {
    expect(Coverage.safeParse(entry).success).toBe(false);
  });
});

describe('GenerationRecord', () => {
  it('is read back from its JSON as it was written', () => {
    expect(GenerationRecord.parse(JSON.parse(JSON.stringify(recordedGeneration)))).toEqual(recordedGeneration);
  });

  it('counts like signals from two on: one needs no count', () => {
    for (const signal of signals) {
      expect(RecordedSignal.safeParse(signal).success).toBe(true);
      expect(RecordedSignal.safeParse({ ...signal, count: 2 }).success).toBe(true);
      expect(RecordedSignal.safeParse({ ...signal, count: 1 }).success).toBe(false);
      expect(RecordedSignal.safeParse({ ...signal, count: 2.5 }).success).toBe(false);
    }
  });

  it('drops a text that stands in it by mistake', () => {
    const parsed = GenerationRecord.parse({ ...recordedGeneration, text: 'zorblax' });
    expect(JSON.stringify(parsed)).not.toContain('zorblax');
  });

  it('says of what was left out that it was, or says nothing', () => {
    expect(GenerationRecord.safeParse({ ...recordedGeneration, truncated: true }).success).toBe(true);
    expect(GenerationRecord.safeParse({ ...recordedGeneration, truncated: false }).success).toBe(false);
  });
});
