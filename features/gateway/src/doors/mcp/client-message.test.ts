import { describe, expect, it } from 'vitest';
import { isVersion, readClientMessage, subjectOf } from './client-message.js';

const read = (message: object) => readClientMessage({ jsonrpc: '2.0', ...message });

describe('a message of a client', () => {
  it('is known by its method and by whether it wants an answer', () => {
    expect(read({ id: 1, method: 'tools/list' })).toMatchObject({ kind: 'request', method: 'tools/list' });
    expect(read({ method: 'notifications/progress' })).toMatchObject({ kind: 'notification' });
    expect(read({ id: 1, result: {} })).toMatchObject({ kind: 'response', method: 'response' });
    for (const unknown of [
      { method: 'tools/list' },
      { id: 1, method: 'notifications/progress' },
      { id: 1, method: '__proto__' },
      { id: 1, method: ['tools/list'] },
      { id: 1, method: null },
    ]) {
      expect(() => read(unknown)).toThrowError(expect.objectContaining({ code: 'MCP_METHOD_UNKNOWN' }));
    }
  });

  it('offers a revision that is described here', () => {
    const offered = (protocolVersion: unknown) =>
      read({ id: 1, method: 'initialize', params: { protocolVersion } }).body.params;
    expect(offered('2025-03-26')).toEqual({ protocolVersion: '2025-03-26' });
    expect(offered('2026-07-28')).toEqual({ protocolVersion: '2025-11-25' });
    expect(offered(7)).toEqual({ protocolVersion: 7 });
    expect([isVersion('2025-06-18'), isVersion('2024-11-05')]).toEqual([true, false]);
  });

  it('is about a tool or a prompt of its server', () => {
    const call = read({ id: 1, method: 'tools/call', params: { name: 'add' } });
    expect(subjectOf('tickets', call)).toBe('tickets/add');
    expect(subjectOf('tickets', read({ id: 1, method: 'tools/list' }))).toBe('tickets');
  });
});
