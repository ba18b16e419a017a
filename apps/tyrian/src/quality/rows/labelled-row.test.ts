import { TyrianError } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRow } from './labelled-row.js';

const row = { id: 'a', text: 'zorblax', label: 1 };

function faultOf(line: string): TyrianError | undefined {
  try {
    parseRow(line);
  } catch (fault) {
    if (fault instanceof TyrianError) return fault;
    throw fault;
  }
  return undefined;
}

describe('a labelled row', () => {
  it('is read with what else is known of it; other fields are left aside', () => {
    const more = { hazards: ['S1'], kind: 'request', language: 'en', source: 'here' };
    expect(parseRow(JSON.stringify({ ...row, ...more, licence: 'MIT' }))).toEqual({ ...row, ...more });
    expect(parseRow(JSON.stringify({ ...row, id: 7, label: null, hazards: null, kind: null }))).toMatchObject({
      id: 7,
      label: null,
    });
  });

  it.each([
    ['no JSON', '{"id":', 'BODY_NOT_JSON'],
    ['a list', '[]', 'INVALID_INPUT'],
    ['a number', '3', 'INVALID_INPUT'],
    ['null', 'null', 'INVALID_INPUT'],
    ['no id', JSON.stringify({ text: 'a', label: 1 }), 'FIELD_MISSING'],
    ['no label', JSON.stringify({ id: 1, text: 'a' }), 'FIELD_MISSING'],
    ['a label that is none', JSON.stringify({ ...row, label: 2 }), 'FIELD_INVALID'],
    ['a label in words', JSON.stringify({ ...row, label: 'harmful' }), 'FIELD_INVALID'],
    ['an empty text', JSON.stringify({ ...row, text: '' }), 'FIELD_INVALID'],
    ['a text that is no text', JSON.stringify({ ...row, text: 3 }), 'FIELD_INVALID'],
    ['a kind that is too long', JSON.stringify({ ...row, kind: 'k'.repeat(101) }), 'FIELD_INVALID'],
    ['hazards that are no list', JSON.stringify({ ...row, hazards: 'S1' }), 'FIELD_INVALID'],
    ['a text over the limit', JSON.stringify({ ...row, text: 'a'.repeat(1_000_001) }), 'TEXT_TOO_LONG'],
  ])('is refused with %s', (_, line, code) => {
    expect(faultOf(line)?.code).toBe(code);
  });

  it('is never quoted by the fault', () => {
    const secret = 'quibnark';
    const broken = fc.constantFrom(
      `{"text": "${secret}`,
      JSON.stringify({ ...row, label: secret }),
      JSON.stringify({ ...row, text: secret, hazards: [secret.repeat(20)] }),
      JSON.stringify({ [secret]: secret, text: secret }),
      JSON.stringify([secret]),
      JSON.stringify(secret),
    );
    fc.assert(
      fc.property(broken, (line) => {
        const fault = faultOf(line);
        expect(fault).toBeDefined();
        expect(`${fault?.message} ${String(fault?.cause)}`).not.toContain(secret);
      }),
    );
  });
});
