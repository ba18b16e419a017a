import {
  type Content,
  type Decision,
  type Explanation,
  type Generation,
  type Hazard,
  mostSevere,
  newId,
  Policy,
  type Reason,
  type Repair,
  type Signal,
  type Verdict,
} from '@tyrian/contracts';
import type { CheckOptions, Guard } from '@tyrian/guard';

interface StandIn {
  readonly decision: Decision;
  readonly subject: Hazard;
  readonly explanation: Explanation;
  readonly locked?: true;
  readonly help?: true;
  /** Of a repair. */
  readonly replacement?: string;
}

/** Stand-in words, and what the guard of the tests does about them. */
const STAND_INS: Readonly<Record<string, StandIn>> = {
  zorblax: { decision: 'refuse', subject: 'S2', explanation: 'words' },
  lockrix: { decision: 'refuse', subject: 'prompt-injection', explanation: 'words', locked: true },
  helprix: { decision: 'refuse', subject: 'S11', explanation: 'hazard', help: true },
  holdrix: { decision: 'hold', subject: 'S5', explanation: 'hazard' },
  lockhold: { decision: 'hold', subject: 'S5', explanation: 'hazard', locked: true },
  // Stand-ins for what is told to nobody outside.
  hushrix: { decision: 'refuse', subject: 'S4', explanation: 'nothing', locked: true },
  hushhold: { decision: 'hold', subject: 'S4', explanation: 'nothing' },
  cutrix: { decision: 'repair', subject: 'personal-data', explanation: 'hazard', replacement: '' },
  silentrix: { decision: 'refuse', subject: 'S4', explanation: 'words' },
  quibblex: { decision: 'repair', subject: 'personal-data', explanation: 'hazard' },
  // Seen, and let through.
  scorix: { decision: 'allow', subject: 'S10', explanation: 'hazard' },
};

export interface TestGuard extends Guard {
  readonly checked: { generation: Generation; options: CheckOptions }[];
}

export function createTestGuard(hold: { enabled?: boolean; dailyCap?: number } = {}): TestGuard {
  const policy = Policy.parse({
    schemaVersion: 1,
    id: 'stand-in',
    version: '1.0.0',
    title: 'Stand-in words',
    hold: { enabled: true, dailyCap: 2, ...hold },
    rules: [{ id: 'stand-in', when: { hazard: 'S2' }, then: 'refuse' }],
  });
  const checked: TestGuard['checked'] = [];
  return {
    checked,
    policy: { policy, hash: 'a'.repeat(64) },
    mode: 'enforce',
    heldFrom: ({ text }) => text.length - longestBeginning(text),
    coverage: () => [
      {
        detector: 'stand-in',
        version: '1',
        modalities: ['text'],
        cost: 'cheap',
        covers: [{ kind: 'hazard', name: 'S2', languages: 'any' }],
      },
    ],
    async check(generation, options = {}) {
      checked.push({ generation: structuredClone(generation), options });
      return judgeStandIns(generation, policy);
    },
  };
}

function judgeStandIns(generation: Generation, policy: Policy): Verdict {
  const signals: Signal[] = [];
  const reasons: Reason[] = [];
  const repairs: Repair[] = [];
  for (const content of generation.contents) {
    for (const [word, standIn] of Object.entries(STAND_INS)) {
      const spans = spansOf(content, word);
      if (spans.length === 0) continue;
      const { place, role, stage } = content;
      reasons.push({
        rule: word,
        decision: standIn.decision,
        subject: standIn.subject,
        locked: standIn.locked ?? false,
        enforced: true,
        explanation: standIn.explanation,
        help: standIn.help ?? false,
        signals: [signals.length],
      });
      signals.push({
        kind: 'hazard',
        name: standIn.subject,
        score: 0.9,
        place,
        role,
        stage,
        spans,
        via: ['raw'],
        detector: 'stand-in',
        version: '1',
      });
      if (standIn.decision === 'repair') repairs.push({ place, spans, replacement: standIn.replacement ?? '[out]' });
    }
  }
  const decision = reasons.map((reason) => reason.decision).reduce(mostSevere, 'allow');
  return {
    id: newId('verdict'),
    generation: generation.id,
    stage: generation.stage,
    decision,
    proposed: decision,
    score: signals.length > 0 ? 0.9 : 0,
    maturity: { sexual: 0, violence: 0, hate: 0, 'self-harm': 0, drugs: 0, level: 'general' },
    audience: generation.audience,
    reasons,
    repairs,
    signals,
    coverage: generation.contents.map(({ place }) => ({ status: 'scanned', detector: 'stand-in', place })),
    policy: { id: policy.id, version: policy.version, hash: 'a'.repeat(64), mode: 'enforce' },
    tookMs: 0,
  };
}

function spansOf(content: Content, word: string): [number, number][] {
  if (content.modality !== 'text') return [];
  const spans: [number, number][] = [];
  for (let at = content.text.indexOf(word); at !== -1; at = content.text.indexOf(word, at + 1))
    spans.push([at, at + word.length]);
  return spans;
}

/** How many characters at the end of a text may be the beginning of a stand-in word. */
function longestBeginning(text: string): number {
  const lengths = Object.keys(STAND_INS).flatMap((word) =>
    [...word].flatMap((_, length) => (text.endsWith(word.slice(0, length)) ? [length] : [])),
  );
  return Math.max(0, ...lengths);
}
