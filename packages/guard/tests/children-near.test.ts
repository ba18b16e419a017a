import { GenerationId } from '@tyrian/contracts';
import { expect, it } from 'vitest';
import { lexicon } from '../src/detectors/lexicon.js';
import { createPolicyGuard } from '../src/pipeline/create-guard.js';
import { shipped } from './reading.js';
import { shippedPolicy } from './shipped.js';

const detector = lexicon(shipped('en'));

it.each(['open-chat', 'children'])('a hint beside a minor is enough for the locked rule in %s', async (policy) => {
  const guard = createPolicyGuard({ policy: shippedPolicy(policy), detectors: [detector] });
  const verdict = await guard.check({
    id: GenerationId.parse('gen_0'),
    stage: 'input',
    audience: 'adult',
    contents: [{ modality: 'text', place: 'text', role: 'user', stage: 'input', text: 'toddler, nude' }],
  });
  expect(verdict.decision).toBe('refuse');
  expect(verdict.reasons).toContainEqual(expect.objectContaining({ rule: 'child-safety.near', locked: true }));
});
