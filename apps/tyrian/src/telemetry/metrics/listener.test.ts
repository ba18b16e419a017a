import { afterAll, describe, expect, it } from 'vitest';
import type { ReadinessDetail } from '../../readiness/readiness.js';
import { METRICS } from './definitions.js';
import { createInstruments } from './instruments.js';
import { listenForOperators } from './listener.js';

const detail: ReadinessDetail = {
  status: 'not ready',
  database: 'silent',
  outboxWaiting: null,
  undeliveredTo: 2,
  keys: 'readable',
  upstreams: [{ name: 'one', apis: ['openai'], state: 'down', outstanding: 0, lastFault: 'HTTP 503' }],
  guardModels: [{ name: 'llama', state: 'open' }],
};
const readiness = { detail: async () => detail, stop: () => undefined };
const listener = await listenForOperators({ host: '127.0.0.1', port: 0 }, createInstruments(), readiness);
afterAll(() => listener.close());

describe("the operator's own address", () => {
  it('gives every metric that is defined, each with its help', async () => {
    const text = await (await fetch(`${listener.url}/metrics`)).text();
    for (const { name, type } of Object.values(METRICS)) expect(text).toContain(`# TYPE ${name} ${type}`);
    expect(text).toContain('tyrian_ready 0');
    expect(text).toContain('tyrian_upstream_up{upstream="one"} 0');
    expect(text).toContain('tyrian_guard_model_up{model="llama"} 0');
    expect(text).toContain('tyrian_undelivered_endpoints 2');
  });

  it('says in full how everything stands, and live even where it is not ready', async () => {
    const ready = await fetch(`${listener.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([503, detail]);
    expect((await fetch(`${listener.url}/healthz`)).status).toBe(200);
  });

  it('answers nothing else', async () => {
    expect((await fetch(`${listener.url}/v1/chat/completions`)).status).toBe(404);
    expect((await fetch(`${listener.url}/metrics`, { method: 'POST' })).status).toBe(405);
  });

  it('says which setting is wrong where it is taken', async () => {
    const port = Number(new URL(listener.url).port);
    await expect(listenForOperators({ host: '127.0.0.1', port }, createInstruments(), readiness)).rejects.toThrow(
      /metrics: 127.0.0.1/,
    );
  });
});
