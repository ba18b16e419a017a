import type { StreamingMode } from '@tyrian/contracts';
import type { Exchange } from '../../verdict/exchange.js';

/** How an answer streams, by who it is for. */
export function streamingModeOf({ guard, audience }: Exchange): StreamingMode {
  const { streaming, unknownAudience } = guard.policy.policy;
  return streaming[audience === 'unknown' ? unknownAudience : audience];
}
