import { describe, expect, it } from 'vitest';
import { serverAnswers } from '../../fields/tables/mcp/server.js';
import { readServerMessage } from './server-message.js';

const waiting = { id: 1, method: 'tools/call', answer: serverAnswers['tools/call'] };
const read = (message: object) => readServerMessage({ jsonrpc: '2.0', ...message }, waiting);

describe('a message of a server', () => {
  it('answers what is waited for, by its id and the type of that, or fails without one', () => {
    expect(read({ id: 1, result: {} })).toMatchObject({ kind: 'answer', method: 'tools/call' });
    expect(read({ error: { code: 1 } })).toMatchObject({ kind: 'answer' });
    for (const other of [{ id: '1', result: {} }, { id: 2, result: {} }, { result: {} }, { id: null, result: {} }]) {
      expect(read(other)).toBe('event:answer');
    }
    expect(readServerMessage({ id: 1, result: {} }, undefined)).toBe('event:answer');
  });

  it('asks where it has an id, and tells where it has none: a method is one or the other', () => {
    expect(read({ id: 1, method: 'roots/list' })).toMatchObject({ kind: 'request', method: 'roots/list' });
    expect(read({ method: 'notifications/progress' })).toMatchObject({ kind: 'notification' });
    expect(read({ method: 'roots/list' })).toBe('event:roots/list');
    expect(read({ id: 1, method: 'notifications/progress' })).toBe('event:notifications/progress');
  });

  it('is named only in words that are none of a text', () => {
    expect(read({ method: 'say it: all of it' })).toBe('event:?');
    expect(read({ method: 'constructor' })).toBe('event:constructor');
    expect(read({ method: { a: 1 } })).toBe('event:?');
  });
});
