import type { Spared } from '@tyrian/contracts';
import type { AskedPerson } from '../commands/person-options.js';
import { onStore, type StoreFlags } from '../commands/store-options.js';

/** Erases page by page. Killed in the middle it can be run again: what is erased stays so. */
export function erasePerson(
  flags: StoreFlags,
  asked: AskedPerson,
  about: { readonly by: string; readonly why: string },
) {
  return onStore(flags, async (operator) => {
    const done = { records: 0, evidence: 0, cases: 0 };
    const spared: Record<Spared, number> = { 'legal-hold': 0, 'open-case': 0, 'legal-duty': 0 };
    for (let after: string | null = ''; after !== null; ) {
      const page: Awaited<ReturnType<typeof operator<'person.erase'>>> = await operator('person.erase', {
        ...asked,
        after,
      });
      done.records += page.records;
      done.evidence += page.evidence;
      done.cases += page.cases;
      for (const ground of Object.keys(spared) as Spared[]) spared[ground] += page.spared[ground];
      after = page.next;
      if (after !== null) process.stderr.write(`${done.records} records\n`);
    }
    const kept = spared['legal-hold'] + spared['open-case'] + spared['legal-duty'];
    const rest = await operator('person.erased', { ...asked, ...about, counts: { ...done, kept } });
    return { ...done, ...rest, spared, isWhole: kept === 0 && !rest.held };
  });
}
