import { describe, expect, it } from 'vitest';
import { parseConfig } from './config.js';
import { headersIn } from './telemetry.js';

describe('the settings of what is seen from outside', () => {
  it('are off unless given', () => {
    const config = parseConfig({});
    expect([config.metrics, config.traces, config.logRequests, config.shutdownDelay]).toEqual([
      undefined,
      undefined,
      false,
      0,
    ]);
  });

  it.each([
    ['127.0.0.1:9464', { host: '127.0.0.1', port: 9464 }],
    ['localhost:0', { host: 'localhost', port: 0 }],
    ['[::1]:9464', { host: '::1', port: 9464 }],
  ])('take the address %s', (metrics, address) => {
    expect(parseConfig({ metrics }).metrics).toEqual(address);
  });

  it.each([
    { metrics: '9464' },
    { metrics: '::1:9464' },
    { metrics: '127.0.0.1:70000' },
    { traces: { endpoint: 'file:///tmp/spans' } },
    { traces: { endpoint: 'http://127.0.0.1', ratio: 2 } },
    { shutdownDelay: -1 },
  ])('refuse %o', (input) => {
    expect(() => parseConfig(input)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
  });

  it('read headers as OpenTelemetry writes them', () => {
    expect(headersIn('api-key=a%20b=c, other=d')).toEqual({ 'api-key': 'a b=c', other: 'd' });
    expect(headersIn(undefined)).toEqual({});
  });
});
