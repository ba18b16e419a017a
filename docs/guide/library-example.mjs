import { createGuard } from 'tyrian';

const guard = await createGuard({ policy: 'open-chat', audience: 'teen' });

const verdict = await guard.check('How do I bake bread?');
console.log(verdict.decision, verdict.maturity.level);

const answer = await guard.check({
  as: 'output',
  prompt: 'Tell me about otters.',
  text: 'Otters hold hands when they sleep.',
});
console.log(answer.decision, answer.policy.id, answer.policy.version);
