import { GenerationId, type Reason, type Signal, type Verdict, VerdictId } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { describeVerdict } from './describe-verdict.js';

const TEXT = 'My friend zor-blax lives here';
const seen = {
  score: 0.9,
  place: 'text',
  role: 'user',
  stage: 'input',
  spans: [
    [10, 13],
    [14, 18],
  ] as [number, number][],
  via: ['raw'],
  detector: 'lexicon',
  version: '1',
} as const;
const reason: Reason = {
  rule: 'privacy',
  decision: 'refuse',
  subject: 'S7',
  locked: false,
  enforced: true,
  explanation: 'words',
  help: false,
  signals: [0],
};

function verdictWith(fields: Partial<Verdict> = {}): Verdict {
  return {
    id: VerdictId.parse('vrd_1'),
    generation: GenerationId.parse('gen_1'),
    stage: 'input',
    decision: 'allow',
    proposed: 'allow',
    score: 0,
    maturity: { sexual: 0, violence: 0, hate: 0, 'self-harm': 0, drugs: 0, level: 'general' },
    audience: 'teen',
    reasons: [],
    repairs: [],
    signals: [],
    coverage: [],
    policy: { id: 'open-chat', version: '1.2.3', hash: 'h', mode: 'enforce' },
    tookMs: 1,
    ...fields,
  };
}
const linesOf = (fields: Partial<Verdict>) => describeVerdict(verdictWith(fields), TEXT).split('\n');

describe('a verdict for people', () => {
  it.each([
    ['allow', 'allowed'],
    ['repair', 'allowed after repair'],
    ['hold', 'held for a person'],
    ['refuse', 'refused'],
  ] as const)('begins for %s with "%s", and with what judged for whom', (decision, words) => {
    expect(linesOf({ decision })[0]).toBe(`${words}  (policy open-chat 1.2.3, audience teen)`);
  });

  it('says no more than that where nothing was seen', () => {
    expect(linesOf({})).toHaveLength(2);
    expect(linesOf({})[1]).toBe('  maturity: general');
  });

  it('names every rule, what it is about, and whether it counts', () => {
    const reasons: Reason[] = [
      reason,
      { ...reason, rule: 'child-safety', subject: 'S4', locked: true },
      { ...reason, rule: 'rated', subject: 'violence', decision: 'repair' },
      { ...reason, rule: 'watched', subject: 'minor', enforced: false },
    ];
    expect(linesOf({ reasons }).slice(1, 5)).toEqual([
      '  rule privacy: refuse for S7 privacy',
      '  rule child-safety: refuse for S4 child sexual exploitation, locked',
      '  rule rated: repair for violence',
      '  rule watched: refuse for minor, not enforced',
    ]);
    const { subject: _subject, ...aboutNothing } = reason;
    expect(linesOf({ reasons: [aboutNothing] })[1]).toBe('  rule privacy: refuse');
  });

  it('rates by the axes that are above none', () => {
    const maturity = { sexual: 0, violence: 3, hate: 1, 'self-harm': 0, drugs: 0, level: 'explicit' } as const;
    expect(linesOf({ maturity })[1]).toBe('  maturity: explicit (violence 3, hate 1)');
  });

  it('quotes the pieces that made a match, and through which view they were seen', () => {
    const signals: Signal[] = [
      { kind: 'hazard', name: 'S7', ...seen },
      { kind: 'maturity', name: 'drugs', degree: 2, ...seen, spans: [[0, 2]], via: ['raw', 'folded', 'squeezed'] },
    ];
    expect(linesOf({ signals }).slice(2)).toEqual([
      '  saw hazard S7 at 0.90: "zor" + "blax" (lexicon)',
      '  saw maturity drugs 2 at 0.90: "My" through folded, squeezed (lexicon)',
    ]);
  });

  it('keeps to one line what has line breaks and control characters in it', () => {
    const signals: Signal[] = [{ kind: 'attribute', name: 'art', ...seen, spans: [[0, 9]] }];
    const described = describeVerdict(verdictWith({ signals }), 'a\nb\u001b[31mc');
    expect(described.split('\n')).toHaveLength(3);
    expect(described).not.toContain('\u001b');
  });

  it('says what nobody looked at, and nothing of what was scanned', () => {
    const at = { place: 'text' };
    const coverage: Verdict['coverage'] = [
      { status: 'scanned', detector: 'hidden-text', ...at },
      { status: 'not-covered', detector: 'lexicon', ...at, gap: 'language' },
      { status: 'failed', detector: 'prompt-injection', ...at, code: 'DETECTOR_TIMEOUT' },
    ];
    expect(linesOf({ coverage }).slice(2)).toEqual([
      '  not covered: lexicon does not know this language',
      '  failed: prompt-injection (DETECTOR_TIMEOUT)',
    ]);
  });
});
