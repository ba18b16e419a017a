import { type LoadedPolicy, withMode, withRules } from '@tyrian/guard';
import { choosePolicy } from '../library/choose-policy.js';
import type { Config } from './config.js';

/** The policy that a configuration asks for, in the mode that it asks for. */
export function platformPolicy({
  policy,
  adultContent,
  mode,
}: Pick<Config, 'policy' | 'adultContent' | 'mode'>): LoadedPolicy {
  const chosen = choosePolicy(policy);
  const loaded = adultContent ? chosen : withoutAdultContent(chosen);
  return mode ? withMode(loaded, mode) : loaded;
}

function withoutAdultContent(policy: LoadedPolicy): LoadedPolicy {
  return withRules(policy, [
    {
      id: 'platform.no-adult-content',
      title: 'This platform has no adult content',
      when: { any: [{ maturity: { axis: ['sexual'], atLeast: 3 } }, { hazard: ['S12'] }] },
      then: 'refuse',
      explain: 'words',
    },
  ]);
}
