import { ApiKeyId, type Content, TenantId } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import type { Principal } from '../ports.js';
import { caseFacts } from './settle.js';

const pseudonyms = {
  account: (tenant: string, account: string) => ({ value: `pseudonym of ${tenant} ${account}`, keyId: 'pseudonym-1' }),
  fingerprint: (tenant: string, canonical: string) => `hash of ${tenant} ${canonical}`,
  canaryBucket: () => 0,
};
const principal = { tenant: TenantId.parse('acme'), keyId: ApiKeyId.parse('key_1') } as Principal;
const said = (text: string, more: Partial<Content> = {}): Content =>
  ({ modality: 'text', place: 'p', role: 'user', stage: 'input', text, ...more }) as Content;
const facts = (contents: Content[], account?: string) => caseFacts({ pseudonyms }, { principal, account }, contents);
const GERMAN = 'Ich habe gestern mit meinem Bruder im Garten gesessen und wir haben lange geredet.';

describe('what a case is found by', () => {
  it('is the same for equal texts after normalisation, whoever sent them and wherever they stood', () => {
    const one = facts([said('A  Zorblax\n'), said('of ｇｌａｓｓ')], 'u-1').cluster;
    expect(facts([said('a zorblax', { place: 'q' }), said('of glass')], 'u-2').cluster).toBe(one);
    expect(facts([said('a zorblax of glass')]).cluster).not.toBe(one);
    expect(facts([said('a zorblax', { stage: 'output' }), said('of glass')]).cluster).not.toBe(one);
    expect(
      facts([said('a zorblax'), said('of glass'), { ...said(''), modality: 'image', source: 'data:,x' } as Content])
        .cluster,
    ).not.toBe(one);
  });

  it('names the language of what was said, not of what the platform said before', () => {
    const english = said('You are a helpful assistant of a large shop and answer all that people ask.', {
      role: 'system',
    });
    expect(facts([english, said(GERMAN)]).language).toBe('de');
    expect(facts([said('zorblax')])).not.toHaveProperty('language');
  });

  it('names the account by its pseudonym, where there is one', () => {
    expect(facts([said('x')], 'u-1').subject).toBe('pseudonym of acme u-1');
    expect(facts([said('x')])).not.toHaveProperty('subject');
  });
});
