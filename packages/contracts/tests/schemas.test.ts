import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  Activation,
  ApiKey,
  AuditReport,
  Case,
  ChainedRecord,
  Checkpoint,
  CheckpointBody,
  Content,
  Event,
  EvidenceSummary,
  FeedbackCount,
  FeedbackRecord,
  Generation,
  GenerationRecord,
  RECORD_TYPES,
  Reason,
  Signal,
  Span,
  Verdict,
} from '../src/index.js';
import * as samples from './samples.js';

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

/** Each thing with the fields that it may go without. */
const THINGS: [name: string, schema: z.ZodType, sample: object, optional: readonly string[]][] = [
  ['hazard signal', Signal, samples.signals[0] ?? {}, ['rule']],
  ['attribute signal', Signal, samples.signals[1] ?? {}, []],
  ['maturity signal', Signal, samples.signals[2] ?? {}, []],
  ['reason', Reason, samples.reason, ['subject']],
  ['verdict', Verdict, samples.verdict, []],
  ['record of a generation', GenerationRecord, samples.recordedGeneration, []],
  ['record of feedback', FeedbackRecord, samples.feedback, ['rating', 'replaces', 'evidence']],
  ['count of feedback', FeedbackCount, samples.feedbackCount, []],
  ['activation', Activation, samples.activation, []],
  ['API key', ApiKey, samples.apiKey, ['policy', 'upstream', 'dialect', 'budget', 'claimed', 'expiresAt', 'previous']],
  ['case', Case, samples.heldCase, []],
  ['event', Event, samples.heldEvent, []],
  ['evidence', EvidenceSummary, samples.evidenceSummary, []],
  ['chained record', ChainedRecord, samples.chainedRecord, []],
  ['body of a checkpoint', CheckpointBody, samples.checkpointBody, []],
  ['checkpoint', Checkpoint, samples.checkpoint, []],
  ['audit report', AuditReport, samples.auditReport, []],
  ['generation', Generation, samples.generation, ['account']],
];

describe.each(THINGS)('%s', (_name, schema, sample, optional) => {
  it('comes back from its JSON as it went in', () => {
    expect(schema.parse(JSON.parse(JSON.stringify(sample)))).toEqual(sample);
  });

  it('may go without no field but those that say so', () => {
    const missed = Object.keys(sample).filter((field) => accepts(schema, { ...sample, [field]: undefined }));
    expect(missed).toEqual(optional);
  });

  it('has no field that takes anything whatever', () => {
    const careless = Object.keys(sample).filter((field) => accepts(schema, { ...sample, [field]: { any: ['thing'] } }));
    expect(careless).toEqual([]);
  });
});

describe('what a signal may say', () => {
  const [hazard, attribute, maturity] = samples.signals;

  it.each([-0.01, 1.01, Number.NaN, '1'])('has no score of %s', (score) => {
    expect(accepts(Signal, { ...hazard, score })).toBe(false);
  });

  it('names only what there is, each in its own kind', () => {
    expect(accepts(Signal, { ...hazard, name: 'S15' })).toBe(false);
    expect(accepts(Signal, { ...hazard, name: 'fiction' })).toBe(false);
    expect(accepts(Signal, { ...attribute, name: 'S7' })).toBe(false);
    expect(accepts(Signal, { ...maturity, name: 'sadness' })).toBe(false);
    expect(accepts(Signal, { ...maturity, degree: 5 })).toBe(false);
    expect(accepts(Signal, { ...hazard, kind: 'guess' })).toBe(false);
  });

  it('has spans of two whole offsets', () => {
    expect(accepts(Span, [0, 0])).toBe(true);
    for (const refused of [[0], [0, 1, 2], [-1, 2], [0, 1.5], [0, '1']]) expect(accepts(Span, refused)).toBe(false);
  });
});

describe('what a chain may hold', () => {
  it('starts at 1 and counts whole steps', () => {
    for (const seq of [0, -1, 1.5]) expect(accepts(ChainedRecord, { ...samples.chainedRecord, seq })).toBe(false);
    expect(accepts(CheckpointBody, { ...samples.checkpointBody, number: 0 })).toBe(false);
  });

  it('stays a record when its payload is erased, or when it is about nobody', () => {
    expect(accepts(ChainedRecord, { ...samples.chainedRecord, payload: null, salt: null, subject: null })).toBe(true);
    expect(accepts(ChainedRecord, { ...samples.chainedRecord, commitment: null })).toBe(false);
    expect(accepts(ChainedRecord, { ...samples.chainedRecord, hash: null })).toBe(false);
  });

  it('knows each type once, as subject and event', () => {
    expect(new Set(RECORD_TYPES).size).toBe(RECORD_TYPES.length);
    for (const type of RECORD_TYPES) {
      expect(type).toMatch(/^[a-z]+(-[a-z]+)?\.[a-z]+(-[a-z]+)?$/);
      expect(accepts(ChainedRecord, { ...samples.chainedRecord, type })).toBe(true);
    }
    expect(accepts(ChainedRecord, { ...samples.chainedRecord, type: 'generation.guessed' })).toBe(false);
  });

  it('lets a checkpoint of another format be read by nobody', () => {
    expect(accepts(CheckpointBody, { ...samples.checkpointBody, schemaVersion: 2 })).toBe(false);
  });

  it('has heads of writers that have written nothing yet', () => {
    const heads = [{ writer: 'w', seq: 0, hash: '0'.repeat(64) }];
    expect(accepts(CheckpointBody, { ...samples.checkpointBody, heads })).toBe(true);
  });
});

describe('what a content may be', () => {
  const [text, image] = samples.generation.contents;

  it('is a text with its text, or a medium with where it comes from', () => {
    expect(accepts(Content, text)).toBe(true);
    expect(accepts(Content, { ...text, text: undefined, source: 'x' })).toBe(false);
    for (const modality of ['image', 'audio', 'file']) expect(accepts(Content, { ...image, modality })).toBe(true);
    expect(accepts(Content, { ...image, source: undefined, text: 'x' })).toBe(false);
    expect(accepts(Content, { ...image, modality: 'smell' })).toBe(false);
  });

  it.each(['system', 'user', 'assistant', 'tool', 'document', 'definition'])('may be said by %s', (role) => {
    expect(accepts(Content, { ...text, role })).toBe(true);
  });

  it('is said by nobody else, and at no other stage', () => {
    expect(accepts(Content, { ...text, role: 'developer' })).toBe(false);
    expect(accepts(Content, { ...text, stage: 'between' })).toBe(false);
  });
});

describe('what a key may be called', () => {
  it('has a name that a person can tell it by', () => {
    expect(accepts(ApiKey, { ...samples.apiKey, name: 'x'.repeat(100) })).toBe(true);
    for (const name of ['', 'x'.repeat(101)]) expect(accepts(ApiKey, { ...samples.apiKey, name })).toBe(false);
  });

  it('is what it was where it was made before keys had bindings', () => {
    const { id, tenant, name, hash, hint, audience, refusal, createdAt, revokedAt } = samples.apiKey;
    expect(ApiKey.parse({ id, tenant, name, hash, hint, audience, refusal, createdAt, revokedAt })).toMatchObject({
      policy: null,
      upstream: null,
      dialect: 'openai',
      budget: {},
      claimed: null,
      expiresAt: null,
      previous: null,
    });
  });

  it('has a budget of whole numbers above nothing, and no limit that nobody knows', () => {
    const budget = (limits: object) => accepts(ApiKey, { ...samples.apiKey, budget: limits });
    expect(budget({ charactersPerDay: 1 })).toBe(true);
    for (const limits of [{ streams: 0 }, { requestsPerDay: 1.5 }, { tokens: 5 }]) expect(budget(limits)).toBe(false);
  });
});
