import { describe, expect, it } from 'vitest';
import { Bands, Condition, Policy, Rule } from './policy.js';

const rule = { id: 'a', when: { hazard: 'S1' }, then: 'refuse' };
const policy = { schemaVersion: 1, id: 'mine', version: '1.0.0', title: 'Mine', rules: [rule] };
const accepts = (when: unknown) => Condition.safeParse(when).success;
const acceptsRule = (more: object) => Rule.safeParse({ ...rule, ...more }).success;
const acceptsPolicy = (more: object) => Policy.safeParse({ ...policy, ...more }).success;

describe('a condition', () => {
  it.each([
    ['hazard', 'S1', ['S1']],
    ['hazard', ['S1', 'prompt-injection'], ['S1', 'prompt-injection']],
    ['attribute', 'minor', ['minor']],
    ['attribute', ['news', 'art'], ['news', 'art']],
    ['gap', 'language', ['language']],
    ['gap', ['modality', 'axis', 'hazard'], ['modality', 'axis', 'hazard']],
    ['role', 'tool', ['tool']],
    ['detector', 'lexicon', ['lexicon']],
    ['rule', ['email', 'us-ssn'], ['email', 'us-ssn']],
    ['role', ['document', 'definition'], ['document', 'definition']],
    ['audience', 'child', ['child']],
    ['audience', ['teen', 'unknown'], ['teen', 'unknown']],
    ['stage', 'output', 'output'],
    ['within', 'generation', 'generation'],
    ['within', 'content', 'content'],
    ['within', 200, 200],
    ['maturity', { atLeast: 2 }, { atLeast: 2 }],
    ['maturity', { axis: 'sexual', atLeast: 3 }, { axis: ['sexual'], atLeast: 3 }],
    ['maturity', { axis: ['hate', 'drugs'], atLeast: 1 }, { axis: ['hate', 'drugs'], atLeast: 1 }],
  ])('takes %s: %j', (field, given, read) => {
    expect(Condition.parse({ [field]: given })).toEqual({ [field]: read });
  });

  it('narrows a gap by language and by what goes unseen', () => {
    expect(Condition.parse({ gap: 'language', language: 'sw', unseen: ['S1', 'S9'] })).toEqual({
      gap: ['language'],
      language: ['sw'],
      unseen: ['S1', 'S9'],
    });
    expect(accepts({ gap: 'language', language: 'Swahili' })).toBe(false);
    expect(accepts({ gap: 'language', unseen: 'minor' })).toBe(false);
  });

  it.each([
    ['hazard', 'S15'],
    ['hazard', []],
    ['hazard', ['S1', 'minor']],
    ['hazard', null],
    ['attribute', 'S1'],
    ['attribute', []],
    ['gap', 'time'],
    ['gap', []],
    ['role', 'developer'],
    ['detector', ''],
    ['rule', []],
    ['language', 'sw'],
    ['unseen', 'S1'],
    ['role', []],
    ['audience', 'everybody'],
    ['audience', []],
    ['stage', 'both'],
    ['stage', ['input', 'output']],
    ['within', 'sentence'],
    ['within', 0],
    ['within', -5],
    ['within', 1.5],
    ['maturity', {}],
    ['maturity', { axis: 'sexual' }],
    ['maturity', { axis: 'joy', atLeast: 1 }],
    ['maturity', { axis: [], atLeast: 1 }],
    ['maturity', { atLeast: 5 }],
    ['maturity', { atLeast: 1, atMost: 2 }],
    ['all', []],
    ['any', []],
    ['all', { hazard: 'S1' }],
    ['not', [{ hazard: 'S1' }]],
    ['score', 0.5],
    ['expression', 'hazard == S1'],
  ])('refuses %s: %j', (field, given) => {
    expect(accepts({ [field]: given })).toBe(false);
  });

  it('holds conditions in conditions, and looks as closely at the inner ones', () => {
    const nested = (inner: object) => ({ any: [{ hazard: 'S2' }, { all: [{ role: 'user', not: inner }] }] });
    expect(accepts(nested({ attribute: 'news', within: 50 }))).toBe(true);
    expect(accepts(nested({ attribute: 'weather' }))).toBe(false);
    expect(accepts(nested({ colour: 'red' }))).toBe(false);
  });

  it('reads one name inside another condition as a list too', () => {
    expect(Condition.parse({ all: [{ hazard: 'S1' }], not: { attribute: 'art' } })).toEqual({
      all: [{ hazard: ['S1'] }],
      not: { attribute: ['art'] },
    });
  });
});

describe('bands', () => {
  it('may touch, and not cross', () => {
    expect(Bands.safeParse({ controversial: 0.5, unsafe: 0.5 }).success).toBe(true);
    expect(Bands.safeParse({ controversial: 0, unsafe: 1 }).success).toBe(true);
    const crossed = Bands.safeParse({ controversial: 0.6, unsafe: 0.5 });
    expect(crossed.error?.issues[0]?.message).toBe('controversial must not be above unsafe');
  });

  it.each([{ controversial: -0.1, unsafe: 1 }, { controversial: 0, unsafe: 1.1 }, { unsafe: 1 }, { controversial: 0 }])(
    'refuse %j',
    (bands) => {
      expect(Bands.safeParse(bands).success).toBe(false);
    },
  );
});

describe('a rule', () => {
  it('says by default the hazard, offers no help, is not locked and replaces with nothing', () => {
    expect(Rule.parse(rule)).toEqual({
      ...rule,
      when: { hazard: ['S1'] },
      locked: false,
      explain: 'hazard',
      help: false,
      replacement: '',
      restore: false,
    });
  });

  it('is locked only with a score of its own, since bands may change', () => {
    const parsed = Rule.safeParse({ ...rule, locked: true });
    expect(parsed.error?.issues[0]?.message).toBe('a locked rule needs atLeast');
    expect(acceptsRule({ locked: true, atLeast: 0.5 })).toBe(true);
    expect(acceptsRule({ locked: true, atLeast: 0 })).toBe(true);
  });

  it.each(['a', '0', 'child-safety.image', 'a'.repeat(80)])('may be called %s', (id) => {
    expect(acceptsRule({ id })).toBe(true);
  });
  it.each(['', 'A', '-a', '.a', 'a b', 'a/b', 'a_b', 'a'.repeat(81)])('may not be called %j', (id) => {
    expect(acceptsRule({ id })).toBe(false);
  });

  it.each<object>([
    { then: 'warn' },
    { atLeast: 1.01 },
    { atLeast: -0.01 },
    { mode: 'off' },
    { explain: 'everything' },
    { help: 'yes' },
    { locked: 'true' },
    { replacement: 'x'.repeat(201) },
    { restore: true, replacement: '[{rule} {n}]' },
    { then: 'repair', restore: true },
    { then: 'repair', restore: true, replacement: '[{rule}]' },
    { then: 'repair', restore: true, replacement: '{rule} {n}' },
    { then: 'repair', restore: true, replacement: '[{n}]' },
    { then: 'repair', restore: true, replacement: '[a] {n}]' },
    { subject: 'fiction' },
    { when: undefined },
    { then: undefined },
    { severity: 3 },
  ])('refuses %j', (more) => {
    expect(acceptsRule(more)).toBe(false);
  });

  it.each<object>([
    { then: 'allow' },
    { then: 'repair', replacement: '[name]' },
    { then: 'repair', replacement: '[{rule} {n}]', restore: true },
    { then: 'repair', replacement: '[value {n}]', restore: true },
    { then: 'hold' },
    { mode: 'shadow' },
    { explain: 'nothing' },
    { help: true },
    { subject: 'S4' },
    { subject: 'sexual' },
    { title: 'What it is for' },
  ])('takes %j', (more) => {
    expect(acceptsRule(more)).toBe(true);
  });
});

describe('a policy', () => {
  it('enforces, is strict with the young, and holds nothing unless it says otherwise', () => {
    expect(Policy.parse(policy)).toMatchObject({
      mode: 'enforce',
      canaryPercent: 10,
      unknownAudience: 'teen',
      strictness: { child: 'strict', teen: 'strict', adult: 'loose' },
      bands: { default: { controversial: 0.5, unsafe: 0.8 } },
      hold: { enabled: false, dailyCap: 200, expiresAfterHours: 72 },
    });
  });

  it('fills in what a half-said block leaves out', () => {
    const { strictness, hold } = Policy.parse({ ...policy, strictness: { adult: 'strict' }, hold: { enabled: true } });
    expect(strictness).toEqual({ child: 'strict', teen: 'strict', adult: 'strict' });
    expect(hold).toEqual({ enabled: true, dailyCap: 200, expiresAfterHours: 72 });
  });

  it('may have bands of its own for every hazard, and for nothing else', () => {
    const bands = { default: { controversial: 0.5, unsafe: 0.8 } };
    const own = { controversial: 0.2, unsafe: 0.4 };
    expect(Policy.parse({ ...policy, bands: { ...bands, S11: own, 'real-person': own } }).bands).toMatchObject({
      S11: own,
      'real-person': own,
    });
    expect(acceptsPolicy({ bands: { ...bands, sexual: own } })).toBe(false);
    expect(acceptsPolicy({ bands: { S11: own } })).toBe(false);
    expect(acceptsPolicy({ bands: { ...bands, S11: { controversial: 0.9, unsafe: 0.4 } } })).toBe(false);
  });

  it.each<object>([
    { schemaVersion: 2 },
    { schemaVersion: '1' },
    { id: 'Mine' },
    { id: 'my.policy' },
    { version: '1.0' },
    { version: 'v1.0.0' },
    { version: '1.0.0-beta' },
    { version: 1 },
    { title: undefined },
    { mode: 'off' },
    { canaryPercent: 101 },
    { canaryPercent: -1 },
    { unknownAudience: 'adult' },
    { strictness: { adult: 'medium' } },
    { strictness: { unknown: 'strict' } },
    { hold: { dailyCap: 0 } },
    { hold: { dailyCap: 100_001 } },
    { hold: { expiresAfterHours: 0 } },
    { hold: { expiresAfterHours: 24 * 90 + 1 } },
    { hold: { forever: true } },
    { rules: [] },
    { rules: undefined },
    { rules: Array.from({ length: 501 }, (_, index) => ({ ...rule, id: `r${index}` })) },
    { overrides: {} },
  ])('refuses %j', (more) => {
    expect(acceptsPolicy(more)).toBe(false);
  });

  it.each<object>([
    { extends: 'core' },
    { description: 'why' },
    { mode: 'observe' },
    { mode: 'canary', canaryPercent: 0 },
    { canaryPercent: 100 },
    { unknownAudience: 'child' },
    { hold: { expiresAfterHours: 0.5 } },
  ])('takes %j', (more) => {
    expect(acceptsPolicy(more)).toBe(true);
  });
});
