import { newId, TenantId } from '@tyrian/contracts';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { parseConfig } from '../src/config/config.js';
import { loadConfig } from '../src/config/load.js';
import { choosePolicy } from '../src/library/choose-policy.js';
import { createLog } from '../src/serve/log.js';
import { openHouse } from '../src/serve/open-house.js';
import { openInMemory } from './_in-memory.js';

const DAY = 24 * 3_600_000;
const tenant = TenantId.parse('acme');
const platform = await openInMemory();
const faults: string[] = [];
let house: ReturnType<typeof openHouse> | undefined;

afterEach(async () => {
  vi.useRealTimers();
  await house?.stop();
});
afterAll(() => platform.store.close());

it('a server erases what its retention says, and raises the alarm of an overdue request, within a minute', async () => {
  const { store } = platform;
  const made = (days: number) => {
    const at = Date.now() - days * DAY;
    return { id: newId('record', at), type: 'upstream.failed' as const, at, tenant, payload: { code: 'X' } };
  };
  const [old, young] = [made(8), made(6)];
  await store.records.append({ records: [old, young] });
  const receivedAt = Date.now() - DAY;
  const request = newId('legalRequest', receivedAt);
  await store.legal.addRequest({
    ...{ id: request, kind: 'production', authority: 'a court', basis: 'an order', reference: null },
    scope: { tenant, person: null, verdicts: [], since: 0, until: null },
    ...{ jurisdiction: 'DE', content: false, receivedAt, dueAt: receivedAt + 1, addedBy: 'ana' },
    ...{ overdueAt: null, closedAt: null, closedBy: null, outcome: null },
  });
  const config = parseConfig({ retention: { failures: 7 } });
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  house = openHouse(platform, {
    ...{ config, secrets: loadConfig({}).secrets, policy: choosePolicy('open-chat'), conduct: undefined },
    log: createLog('error', { write: (line) => faults.push(line) }),
  });
  vi.advanceTimersByTime(61_000);
  await vi.waitFor(async () => expect((await store.legal.findRequest(request))?.overdueAt).not.toBeNull(), {
    timeout: 20_000,
  });
  expect((await store.records.find(old.id))?.payload).toBeNull();
  expect((await store.records.find(young.id))?.payload).not.toBeNull();
  expect((await store.records.list({ type: 'legal-request.overdue', limit: 9 })).length).toBe(1);
  expect(faults.filter((line) => !line.includes('legal-request-overdue'))).toEqual([]);
});
