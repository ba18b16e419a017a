import { type Keys, newId } from '@tyrian/contracts';
import { createStore } from '../src/create-store.js';
import type { Database } from '../src/database/database.js';
import { heldEvent, newApiKey, newCase, newEvidence, newRecord, TENANT, tick } from './things.js';

/** Something of everything, by two writers, with an erasure and a checkpoint; gives what was sealed. */
export async function fillDatabase(database: Database, keys: Keys) {
  const store = await createStore({ ...database, close: async () => undefined }, { keys, clock: tick });
  await store.matchKeys();
  const records = Array.from({ length: 300 }, (_, at) =>
    newRecord({ payload: { at, text: 'ü "q" \\ \u0000\u001e \u{1f600} \ud800', big: 2 ** 53 - 1, n: 0.1 } }),
  );
  await store.records.append({ records });
  const evidence = newEvidence({ content: { said: 'about a zorblax', bytes: 'x'.repeat(100_000) } });
  await store.records.append({ evidence: [evidence], events: [heldEvent(evidence)] });
  const opened = newCase({ verdict: evidence.verdict, evidence: evidence.id });
  await store.cases.open(opened);
  await store.apiKeys.insert(newApiKey());
  await store.activations.activate({
    tenant: TENANT,
    by: 'ana',
    note: 'a\nnote',
    change: { kind: 'allow', phrase: 'Zorblax "Park"', on: true },
  });
  const at = tick();
  const member = {
    ...{
      id: newId('member', at),
      name: 'Ana',
      roles: ['admin' as const],
      tenant: null,
      languages: ['pt'],
      createdAt: at,
    },
    ...{ acceptsChildSafety: false, hasPassword: true, hasOneTimeCodes: false, disabledAt: null },
  };
  await store.members.invitations.setFirst('first', at + 10_000);
  await store.members.addFirst(member, 'phc', 'first');
  await store.members.invitations.setFirst('another', at + 10_000_000);
  await store.members.sessions.open({
    ...{ id: newId('session', at), member: member.id, stage: 'open', hash: 'of a session' },
    ...{ openedAt: at, seenAt: at, confirmedAt: at, endsAt: at + 10_000_000 },
  });
  await store.records.erase([records[7]?.id ?? newId('record')], 'asked for');
  await store.audit.checkpoint();
  await store.records.append({ records: [newRecord()] });
  await store.close();
  return { evidence, case: opened, record: records[3], member, signedInAt: at };
}
