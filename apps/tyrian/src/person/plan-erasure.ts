import type { ErasedPage, Spared } from '@tyrian/contracts';
import type { AskedPerson } from '../commands/person-options.js';
import { onStore, type StoreFlags } from '../commands/store-options.js';

/** What an erasure would do now, and what it would spare; nothing is touched. */
export function planErasure(flags: StoreFlags, asked: AskedPerson) {
  return onStore(flags, async (operator) => {
    const there = await operator('person.count', asked);
    const going = { records: 0, evidence: 0, cases: 0 };
    const spared: Record<Spared, number> = { 'legal-hold': 0, 'open-case': 0, 'legal-duty': 0 };
    for (let after: string | null = ''; after !== null; ) {
      const page: ErasedPage = await operator('person.plan', { ...asked, after });
      for (const what of Object.keys(going) as (keyof typeof going)[]) going[what] += page[what];
      for (const ground of Object.keys(spared) as Spared[]) spared[ground] += page.spared[ground];
      after = page.next;
    }
    const kept = spared['legal-hold'] + spared['open-case'] + spared['legal-duty'];
    return { ...there, going, spared, isWhole: kept === 0 && !there.held };
  });
}
