import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { links } from '../src/detectors/links/links.js';
import { personalData } from '../src/detectors/personal-data/personal-data.js';
import { secrets } from '../src/detectors/secrets/secrets.js';
import { observe } from './reading.js';
import { generationOf } from './signals.js';

const DETECTORS = [personalData, secrets, links];
/** Pieces of what is looked for, whole and cut, between which anything may stand. */
const PIECES = [
  '4111 1111 1111 1111',
  '+44 20 7946 0958',
  'tel 020 7946',
  'DE89370400440532013000',
  'jane@blax.org',
  '81.2.69.142',
  '2a02:8070::17',
  '219-09-9998',
  'born 12.03.1985',
  '12 Blaxer Street',
  'https://zorb:q9ZkbLax77@zorb.org/',
  'token="Zq7blax9Kd02mVx4"',
  `gh${'p_'}Zq7blax9Kd02mVx4Zq7blax9Kd02mVx4abcd`,
  'paypa1.com',
  '[zorb.com](https://blax.org)',
  '![a](https://x.yz/?q=',
  '<img src="',
  '-----BEGIN ',
  'ул. Зорбова, д. 5',
  '88号',
  '٠١٢٣',
];
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES),
      fc.constantFrom(' ', '\n', ':', '@', '.', '-', '(', '+', '=', '/'),
      fc.string(),
    ),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(''));
/** No digit, and no word that says anything of what follows. */
const PROSE = `${'The lighthouse stood on a rock and the sea was calm, as it had been for a week. '.repeat(2)}\n`;

describe.each(DETECTORS.map((detector) => [detector.id, detector] as const))('%s', (_, detector) => {
  it('gives spans within the text and honest scores, whatever it reads', () => {
    fc.assert(
      fc.property(text, (subject) => {
        for (const { spans, score, rule } of observe(detector, subject, 'assistant', 'output').signals) {
          expect(rule).toBeTruthy();
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(spans.length).toBeGreaterThan(0);
          for (const [start, end] of spans) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(subject.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('sees the same behind other text, where it stands', () => {
    const see = (subject: string, shift: number) =>
      observe(detector, subject, 'assistant', 'output')
        .signals.filter(({ via }) => via.includes('raw'))
        .map(({ rule, score, spans }) => ({
          rule,
          score,
          spans: spans.map(([start, end]) => [start - shift, end - shift]),
        }));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 }), (pieces) => {
        const subject = pieces.join(' , ');
        expect(see(`${PROSE}${subject}`, PROSE.length)).toEqual(see(subject, 0));
      }),
      { numRuns: 200 },
    );
  });

  it('says nothing of prose', () => {
    expect(observe(detector, PROSE).signals).toEqual([]);
  });

  it('does not take images', () => {
    const image = { modality: 'image', place: 'a', role: 'user', stage: 'input', source: 'data:' } as const;
    expect(detector.run(image, generationOf(), new AbortController().signal)).toEqual({ signals: [], gap: 'modality' });
  });
});
