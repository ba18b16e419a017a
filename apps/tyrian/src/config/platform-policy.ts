import { type LoadedPolicy, withMode, withRules } from '@tyrian/guard';
import { choosePolicy } from '../library/choose-policy.js';
import type { Config } from './config.js';

/** The policy that a configuration asks for, in the mode that it asks for. */
export function platformPolicy({
  policy,
  adultContent,
  mode,
}: Pick<Config, 'policy' | 'adultContent' | 'mode'>): LoadedPolicy {
  const loaded = onPlatform(choosePolicy(policy), { adultContent });
  return mode ? withMode(loaded, mode) : loaded;
}

/** Any policy as this platform has it: without adult content it is refused for adults too. */
export function onPlatform(loaded: LoadedPolicy, { adultContent }: Pick<Config, 'adultContent'>): LoadedPolicy {
  const has = loaded.policy.rules.some(({ id }) => id === NO_ADULT_CONTENT);
  return adultContent || has ? loaded : withoutAdultContent(loaded);
}

const NO_ADULT_CONTENT = 'platform.no-adult-content';

function withoutAdultContent(policy: LoadedPolicy): LoadedPolicy {
  return withRules(policy, [
    {
      id: NO_ADULT_CONTENT,
      title: 'This platform has no adult content',
      when: { any: [{ maturity: { axis: ['sexual'], atLeast: 3 } }, { hazard: ['S12'] }] },
      then: 'refuse',
      explain: 'words',
    },
  ]);
}
