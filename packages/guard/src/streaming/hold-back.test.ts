import type { TextContent } from '@tyrian/contracts';
import { ENCODED_RUN_MAX } from '@tyrian/text';
import { expect, it } from 'vitest';
import { policyWith } from '../../tests/shipped.js';
import { type Detector, defineDetector } from '../detector.js';
import { createPolicyGuard } from '../pipeline/create-guard.js';
import { createHoldBack } from './hold-back.js';

const content = (text: string, stage: TextContent['stage'] = 'output'): TextContent => ({
  modality: 'text',
  place: 'text',
  role: 'assistant',
  stage,
  text,
});
const detector = (some: Partial<Detector>) =>
  defineDetector({
    id: 'test',
    version: '1',
    accepts: { modalities: ['text'], stages: ['output'] },
    cost: 'cheap',
    reach: 10,
    covers: [],
    run: () => ({ signals: [] }),
    ...some,
  });
const PROSE = 'The keeper climbed the stairs. ';

it('lets the whole reach of a detector wait that does not say what is alive', () => {
  expect(createHoldBack([detector({})]).heldFrom(content(PROSE))).toBe(PROSE.length - 10);
  expect(createHoldBack([detector({})]).heldFrom(content('The '))).toBe(0);
});

it('lets nothing wait for a detector without bounds, or one that does not look at this', () => {
  const hold = createHoldBack([
    detector({ reach: 'unbounded' }),
    detector({ accepts: { modalities: ['image'], stages: ['output'] } }),
    detector({ accepts: { modalities: ['text'], stages: ['input'] } }),
  ]);
  expect(hold.heldFrom(content(PROSE))).toBe(PROSE.length);
  expect(hold.heldFrom(content(PROSE, 'input'))).toBe(PROSE.length - 10);
});

it('asks a detector about what reads the same whatever comes, and no further back than a finding goes', () => {
  const asked: string[] = [];
  const asks = detector({
    liveFrom: ({ text }) => {
      asked.push(text);
      return text.lastIndexOf('stairs');
    },
  });
  const long = PROSE.repeat(200);
  expect(createHoldBack([asks]).heldFrom(content(`${long}zor`))).toBe(long.lastIndexOf('stairs'));
  expect(asked).toEqual([long.slice(-1_024)]);
});

it('goes on holding a run that looks encoded, beyond what is worth waiting for', () => {
  const { heldFrom } = createHoldBack([]);
  for (const length of [40, 2_000, ENCODED_RUN_MAX, ENCODED_RUN_MAX * 2])
    expect(heldFrom(content(`${PROSE}${'QUJD'.repeat(length / 4)}`)), String(length)).toBe(PROSE.length);
});

it('is that of the detectors that a guard runs', () => {
  const policy = policyWith('  - { id: one, when: { hazard: S2 }, then: refuse }');
  const detectors = [detector({}), detector({ id: 'other', reach: 20 })];
  expect(createPolicyGuard({ policy, detectors }).heldFrom(content(PROSE))).toBe(PROSE.length - 20);
  const switches = { detectors: ['other'], lexicons: [], rules: [] };
  expect(createPolicyGuard({ policy, detectors, switches }).heldFrom(content(PROSE))).toBe(PROSE.length - 10);
});
