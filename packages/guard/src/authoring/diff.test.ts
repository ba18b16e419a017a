import { it } from 'vitest';
import { shippedPolicy } from '../../tests/shipped.js';
import { diffPolicies } from './diff.js';

it('x', () => {
  const t = performance.now();
  const d = diffPolicies(shippedPolicy('open-chat').policy, shippedPolicy('children').policy);
  console.log(
    performance.now() - t,
    d.compared,
    d.outcomes.length,
    JSON.stringify(d.rules),
    JSON.stringify(d.settings),
  );
  for (const o of d.outcomes.slice(0, 60))
    console.log(
      o.what.join('; ').slice(0, 200),
      '|',
      o.stages.join(),
      '|',
      o.audiences.join(),
      '|',
      o.scores.from,
      o.scores.to,
      '|',
      o.before,
      '->',
      o.after,
    );
  for (const n of ['workplace', 'image-network']) {
    const t2 = performance.now();
    const e = diffPolicies(shippedPolicy('open-chat').policy, shippedPolicy(n).policy);
    console.log(performance.now() - t2, e.compared, e.outcomes.length);
  }
});
