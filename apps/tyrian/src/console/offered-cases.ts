import { BatchId, Case, CaseDecision, CaseEvent, CasePlace, ConductStep, QueueCount, Strike } from '@tyrian/contracts';
import { z } from 'zod';
import { JudgedRecord } from '../operator/case-operations.js';
import type { Offers } from './offer.js';

const Count = z.number().int();

/** What the console may ask about cases. */
export const OFFERED_CASES = {
  'case.list': { capability: 'cases.see', summary: 'Cases, newest first', output: z.array(Case).readonly() },
  'case.queue': {
    capability: 'cases.see',
    summary: 'Open cases by priority, then by the time that is left',
    output: z.object({ cases: z.array(Case).readonly(), next: CasePlace.nullable() }),
  },
  'case.counts': {
    capability: 'cases.see',
    summary: 'How many open cases wait in each queue',
    output: z.object({ queues: z.array(QueueCount).readonly(), oldestAt: Count.nullable() }),
  },
  'case.take': {
    capability: 'cases.decide',
    summary: 'The next case, or this one, for ten minutes; null where there is none',
    output: z.object({ case: Case.nullable() }),
  },
  'case.renew': { capability: 'cases.decide', summary: 'Hold a case for ten minutes more', output: Case },
  'case.hand-back': { capability: 'cases.decide', summary: 'Let go of a case', output: Case },
  'case.skip': { capability: 'cases.decide', summary: 'Let go of a case for good, and say why', output: Case },
  'case.escalate': { capability: 'cases.decide', summary: 'Leave a case to whoever leads', output: Case },
  'case.move': { capability: 'cases.lead', summary: 'Put a case into another queue, or another place', output: Case },
  'case.comment': { capability: 'cases.decide', summary: 'Say something about a case to colleagues', output: Case },
  'case.show': {
    capability: 'cases.see',
    summary: 'One case with what was done with it and what the guard made of it, without its sealed content',
    output: z.object({
      case: Case,
      events: z.array(CaseEvent).readonly(),
      cluster: z.object({ size: Count, isMore: z.boolean() }).describe('Open cases with the same text'),
      decisions: z.array(CaseDecision).readonly().describe('What can be decided of it'),
      records: z.array(JudgedRecord).describe('Of its generation, input before output'),
      undoableUntil: Count.nullable().describe('Until when whoever asks can take their decision back'),
    }),
  },
  'case.history': {
    capability: 'cases.see',
    summary: 'What the account of a case did before, by its pseudonym',
    output: z.object({
      subject: z.string().nullable(),
      cases: z.array(Case).readonly(),
      strikes: z.array(Strike.pick({ verdict: true, at: true, decision: true, weight: true, rule: true })).readonly(),
      steps: z.array(ConductStep).readonly(),
    }),
  },
  'case.open': {
    capability: 'cases.open',
    summary: 'The sealed content of a case; that it was opened goes on record',
    output: z.record(z.string(), z.unknown()),
  },
  'case.decide': { capability: 'cases.decide', summary: 'Decide a case', output: Case },
  'case.decide-cluster': {
    capability: 'cases.decide',
    summary: 'Decide all open cases with the text of this one',
    output: z.object({ batch: BatchId, decided: Count, left: Count }),
  },
  'case.undo': {
    capability: 'cases.decide',
    summary: 'Take back what one has decided in the last ten minutes, a case or a batch',
    output: z.object({
      cases: z.array(Case).readonly(),
      strikes: Count.describe('Strikes that count again'),
      steps: Count.describe('Steps that hold again'),
      stepsOver: Count.describe('Steps that stay lifted, since their time is over'),
    }),
  },
} as const satisfies Offers;
