import { describe, expect, it } from 'vitest';
import { AppealRequest, NoticeRequest } from './notice-request.js';

const statements = { goodFaith: true };
const contact = { name: 'Ann', email: 'ann@example.org' };
const base = {
  kind: 'rights',
  jurisdiction: 'other',
  about: { url: 'https://example.org/a' },
  text: 'a zebrafish',
  statements,
};

/** The paths that are complained of. */
function wrongIn(change: object): string[] {
  const parsed = NoticeRequest.safeParse({ ...base, ...change });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
}

describe('a notice', () => {
  it('is taken without a name where no law wants one', () => {
    expect(wrongIn({})).toEqual([]);
    expect(wrongIn({ jurisdiction: 'uk' })).toEqual([]);
    expect(wrongIn({ jurisdiction: 'eu', kind: 'child-safety' })).toEqual([]);
  });

  it('needs a name and an address in the law of the European Union, and for an intimate image in the United States', () => {
    expect(wrongIn({ jurisdiction: 'eu' })).toEqual(['contact']);
    expect(wrongIn({ jurisdiction: 'eu', contact })).toEqual([]);
    const intimate = { kind: 'intimate-image', jurisdiction: 'us' };
    expect(wrongIn(intimate)).toEqual(['contact', 'statements.isDepicted', 'statements.isWithoutConsent']);
    const confirmed = { goodFaith: true, isDepicted: true, isWithoutConsent: true };
    expect(wrongIn({ ...intimate, contact, statements: confirmed })).toEqual([]);
  });

  it('asks for nothing of the kind where a child is shown', () => {
    const shown = { kind: 'intimate-image', jurisdiction: 'us', statements: { goodFaith: true, showsMinor: true } };
    expect(wrongIn(shown)).toEqual([]);
  });

  it('says where it is, in good faith, and brings no file', () => {
    expect(wrongIn({ about: {} })).toEqual(['about.url']);
    expect(wrongIn({ about: { sha256: ['AB'.repeat(32)] } })).toEqual([]);
    expect(wrongIn({ about: { sha256: ['nonsense'] } })).toEqual(['about.sha256.0']);
    expect(wrongIn({ about: { url: 'data:image/png;base64,AAAA' } })).toEqual(['about.url']);
    expect(wrongIn({ about: { ...base.about, image: 'AAAA' } })).toEqual(['about']);
    expect(wrongIn({ statements: {} })).toEqual(['statements.goodFaith']);
    expect(wrongIn({ text: ' ' })).toEqual(['text']);
    expect(wrongIn({ text: 'x'.repeat(5_001) })).toEqual(['text']);
  });
});

describe('an appeal', () => {
  it('is against a verdict or the outcome of a notice, and against one of them', () => {
    const said = { jurisdiction: 'eu', text: 'a zebrafish' };
    const verdict = `vrd_${'0'.repeat(25)}`;
    const notice = { id: 'ntc_1', code: 'abc' };
    expect(AppealRequest.safeParse({ ...said, verdict }).success).toBe(true);
    expect(AppealRequest.safeParse({ ...said, notice }).success).toBe(true);
    expect(AppealRequest.safeParse({ ...said, notice, verdict }).success).toBe(false);
    expect(AppealRequest.safeParse(said).success).toBe(false);
  });
});
