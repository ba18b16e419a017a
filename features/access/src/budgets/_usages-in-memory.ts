import type { ApiKeyId, KeyUsages, KeyUse } from '@tyrian/contracts';

/** What several machines count together, in memory, through the port. `fail` makes the next calls fail. */
export function usagesInMemory() {
  const counted = new Map<string, KeyUse>();
  const streams = new Map<string, { key: ApiKeyId; machine: string; open: number }>();
  const state = { isDown: false, calls: 0 };
  async function look(): Promise<void> {
    state.calls++;
    if (state.isDown) throw new Error('down');
  }
  const usages: KeyUsages = {
    async add(uses) {
      await look();
      return uses.map((use) => {
        const name = `${use.key} ${use.window} ${use.startsAt}`;
        const before = counted.get(name) ?? { ...use, requests: 0, characters: 0 };
        const after = {
          ...use,
          requests: before.requests + use.requests,
          characters: before.characters + use.characters,
        };
        counted.set(name, after);
        return after;
      });
    },
    async noteStreams(machine, open) {
      await look();
      for (const { key, open: count } of open) streams.set(`${key} ${machine}`, { key, machine, open: count });
      return new Map(
        open.map(({ key }) => {
          const others = [...streams.values()].filter((one) => one.key === key && one.machine !== machine);
          return [key, others.reduce((sum, one) => sum + one.open, 0)];
        }),
      );
    },
    async forget(before) {
      for (const [name, { startsAt }] of counted) if (startsAt < before) counted.delete(name);
    },
  };
  return { usages, counted, state };
}
