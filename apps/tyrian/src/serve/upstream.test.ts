import { describe, expect, it } from 'vitest';
import { parseConfig } from '../config/config.js';
import { loadConfig } from '../config/load.js';
import { createLog } from './log.js';
import { createUpstream, upstreamName } from './upstream.js';

const log = createLog('silent', { write: () => undefined });
const two = [
  {
    name: 'one',
    url: 'http://127.0.0.1:9/v1',
    apis: ['openai'],
    models: ['gpt-*'],
    keyFrom: 'TYRIAN_UPSTREAM_KEY_ONE',
  },
  { name: 'two', url: 'http://127.0.0.1:9', apis: ['ollama', 'anthropic'], weight: 2 },
];

describe('the upstreams of a server', () => {
  it('are the demo model, one server, or several with their states', async () => {
    const demo = createUpstream(parseConfig({}), { upstreamKeys: {} }, log);
    expect(demo.upstreams).toBeUndefined();
    const config = parseConfig({ upstreams: two });
    const pool = createUpstream(config, { upstreamKeys: { TYRIAN_UPSTREAM_KEY_ONE: 'k' } }, log);
    expect(pool.upstreams?.()).toMatchObject([
      { name: 'one', state: 'up', outstanding: 0 },
      { name: 'two', apis: ['ollama', 'anthropic'], lastFault: null },
    ]);
    expect([upstreamName(parseConfig({})), upstreamName(config)]).toEqual([
      'the built-in demo model',
      'one (http://127.0.0.1:9/v1), two (http://127.0.0.1:9)',
    ]);
    await pool.close();
  });

  it('serve no key that is bound to a name where there is only one without', async () => {
    const only = createUpstream(parseConfig({}), { upstreamKeys: {} }, log);
    const question = { api: 'openai', method: 'GET', path: '/models', accept: 'application/json' } as const;
    const { signal } = new AbortController();
    expect((await only.send({ ...question, signal })).status).toBe(200);
    await expect(only.send({ ...question, signal, upstream: 'big' })).rejects.toMatchObject({
      code: 'UPSTREAM_UNSERVED',
    });
  });

  it('take keys from the environment only, and say which one is missing', () => {
    const { secrets } = loadConfig(
      {},
      { TYRIAN_CONFIG: undefined, TYRIAN_UPSTREAM_KEY_ONE: 'k', TYRIAN_UPSTREAM_KEYS: 'x' },
    );
    expect(secrets.upstreamKeys).toEqual({ TYRIAN_UPSTREAM_KEY_ONE: 'k' });
    const open = () => createUpstream(parseConfig({ upstreams: two }), { upstreamKeys: {} }, log);
    expect(open).toThrow(/TYRIAN_UPSTREAM_KEY_ONE/);
    const named = (more: object) => () => parseConfig({ upstreams: [{ ...two[1], ...more }] });
    expect(named({ key: 'secret' })).toThrow(/key/);
    expect(named({ keyFrom: 'HOME' })).toThrow(/TYRIAN_UPSTREAM_KEY/);
  });

  it.each([
    ['two of one name', { upstreams: [two[1], two[1]] }],
    ['both settings', { upstream: 'http://127.0.0.1:9/v1', upstreams: two }],
    ['an unknown API', { upstreams: [{ ...two[1], apis: ['soap'] }] }],
    ['a weight of nothing', { upstreams: [{ ...two[1], weight: 0 }] }],
  ])('are not %s', (_what, input) => {
    expect(() => parseConfig(input)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
  });
});
