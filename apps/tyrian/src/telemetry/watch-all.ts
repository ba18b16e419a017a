import type { Telemetry, Watch } from '@tyrian/gateway';

/** Several that watch as one; undefined where there is none. */
export function watchAll(all: readonly Telemetry[]): Telemetry | undefined {
  if (all.length < 2) return all[0];
  return {
    open(arrival): Watch {
      const watches = all.map((one) => one.open(arrival));
      return {
        readsUsage: watches.some(({ readsUsage }) => readsUsage),
        entered: (entry) => watches.forEach((watch) => void watch.entered(entry)),
        judged: (sight) => watches.forEach((watch) => void watch.judged(sight)),
        concealed: (stage, decision) => watches.forEach((watch) => void watch.concealed(stage, decision)),
        asked: () => watches.map((watch) => watch.asked()).find((headers) => headers !== undefined),
        used: (usage) => watches.forEach((watch) => void watch.used(usage)),
        heard: () => watches.forEach((watch) => void watch.heard()),
        firstLeft: () => watches.forEach((watch) => void watch.firstLeft()),
        failed: (code) => watches.forEach((watch) => void watch.failed(code)),
        ended: (ending) => watches.forEach((watch) => void watch.ended(ending)),
      };
    },
  };
}
