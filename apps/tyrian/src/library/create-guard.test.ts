import { describe, expect, it } from 'vitest';
import { createGuard } from './create-guard.js';

describe('createGuard', () => {
  it('judges like the server, with adults and open-chat where nothing is said', async () => {
    const guard = await createGuard();
    const verdict = await guard.check('How do I bake bread?');
    expect(verdict).toMatchObject({
      decision: 'allow',
      audience: 'adult',
      policy: { id: 'open-chat', mode: 'enforce' },
    });
    expect(guard.coverage().map(({ detector }) => detector)).toEqual([
      'lexicon',
      'hidden-text',
      'prompt-injection',
      'personal-data',
      'secrets',
      'links',
      'classifier',
    ]);
  });

  it('judges an answer with its prompt', async () => {
    const guard = await createGuard({ policy: 'children', audience: 'child' });
    const verdict = await guard.check({
      as: 'output',
      prompt: 'Tell me about otters.',
      text: 'Otters hold hands when they sleep.',
    });
    expect(verdict).toMatchObject({ stage: 'output', decision: 'allow', audience: 'child' });
  });

  it('refuses a policy that there is not', async () => {
    await expect(createGuard({ policy: 'nowhere' })).rejects.toMatchObject({ code: 'POLICY_UNKNOWN' });
    await expect(createGuard({ policy: 'core' })).rejects.toMatchObject({ code: 'POLICY_UNKNOWN' });
  });
});
