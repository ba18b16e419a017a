import { describe, expect, it } from 'vitest';
import { createReadiness } from './readiness.js';

const deliveries = { failing: async () => ['mail'] } as unknown as Parameters<
  typeof createReadiness
>[0]['store']['deliveries'];
const open = (pending: () => Promise<number>, more: object = {}) =>
  createReadiness({
    store: { outbox: { pending } as never, deliveries },
    keysFolder: '/nowhere/at/all',
    deadlineMs: 20,
    ...more,
  });

describe('whether a process is ready', () => {
  it('is so while the database answers, whatever else is wrong', async () => {
    const guardModels = () => [{ name: 'llama', state: 'open' as const }];
    expect(await open(async () => 3, { guardModels }).detail()).toEqual({
      status: 'ready',
      database: 'answers',
      outboxWaiting: 3,
      undeliveredTo: 1,
      keys: 'unreadable',
      upstreams: null,
      guardModels: [{ name: 'llama', state: 'open' }],
    });
  });

  it('is not where the database fails or is silent', async () => {
    const failing = open(() => Promise.reject(new Error('gone')));
    const silent = open(() => new Promise(() => undefined));
    for (const readiness of [failing, silent])
      expect(await readiness.detail()).toMatchObject({ status: 'not ready', database: 'silent', outboxWaiting: null });
  });

  it('is over once the process is to stop', async () => {
    const readiness = open(async () => 0);
    expect((await readiness.detail()).status).toBe('ready');
    readiness.stop();
    expect((await readiness.detail()).status).toBe('stopping');
  });

  it('asks the database once for all who ask at a time', async () => {
    let asked = 0;
    const readiness = open(async () => ++asked);
    await Promise.all([readiness.detail(), readiness.detail(), readiness.detail()]);
    await readiness.detail();
    expect(asked).toBe(1);
  });
});
