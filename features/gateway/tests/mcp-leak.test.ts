import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFields } from '../src/fields/describe.js';
import { clientRequests } from '../src/fields/tables/mcp/client.js';
import { serverAnswers, serverNotifications, serverRequests } from '../src/fields/tables/mcp/server.js';
import { messagesIn, rpc, scriptedMcp, startMcp } from './_mcp.js';
import { post } from './_server.js';

const WORD = 'zorblax';
const RUNS = { numRuns: 60 };

/** JSON as a server may write it, of which some holds the word: as a text, as a key, within one, deep down. */
const key = fc.constantFrom('type', 'text', 'content', 'name', 'uri', '_meta', 'data', WORD, 'a', '__proto__', 'tools');
const leaf = fc.oneof(
  fc.constantFrom(WORD, `a ${WORD}b`, 'fine', 'text', 'resource', 'image', 'user', '', '2.0'),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const { value } = fc.letrec<{ value: unknown; list: unknown; object: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, leaf, tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(key, tie('value'), { maxKeys: 5 }),
}));
const method = fc.constantFrom(
  ...Object.keys(serverNotifications),
  ...Object.keys(serverRequests),
  'constructor',
  'weather/report',
);
const id = fc.constantFrom(1, 7, '1', null, WORD);
const message = fc.oneof(
  fc.record({ jsonrpc: fc.constant('2.0'), method, params: value }, { requiredKeys: ['method'] }),
  fc.record({ jsonrpc: fc.constant('2.0'), id, method, params: value }, { requiredKeys: ['id', 'method'] }),
  fc.record({ jsonrpc: fc.constant('2.0'), id, result: value }, { requiredKeys: ['id'] }),
  fc.record({ jsonrpc: fc.constant('2.0'), id, error: value }, { requiredKeys: ['id'] }),
);

function pieces(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const at = [0, ...new Set(cuts.map((cut) => cut % bytes.length))].sort((a, b) => a - b);
  return at.map((from, index) => bytes.subarray(from, at[index + 1]));
}

/** A request of the method that has nothing in it but what it must. */
function plainRequest(method: string): object {
  const table = Object.entries(clientRequests).find(([name]) => name === method)?.[1];
  return { ...Object(table?.minimal), id: 1 };
}

describe('a word that is refused', () => {
  // A medium holds no word.
  const rows = describeFields().filter(
    ({ checked, door, example }) => checked && door.startsWith('mcp.') && JSON.stringify(example(WORD)).includes(WORD),
  );

  it('leaves in no field of an answer', async () => {
    let said: object = {};
    const server = await startMcp(scriptedMcp(() => ({ pieces: [JSON.stringify({ ...said, id: 1 })] })));
    for (const { door, path, example, kind } of rows.filter(({ direction }) => direction === 'answer')) {
      said = Object(example(WORD));
      const { body } = await post(server, '/mcp/tools', plainRequest(door.slice('mcp.'.length)));
      expect([door, path, kind, body]).toEqual([door, path, kind, expect.not.stringContaining(WORD)]);
    }
  });

  it('leaves in no field of what a server asks or tells, and the answer behind it does', async () => {
    let said: object = {};
    const done = { jsonrpc: '2.0', id: 1, result: { content: [] } };
    const stream = () => `data: ${JSON.stringify(said)}\n\ndata: ${JSON.stringify(done)}\n\n`;
    const server = await startMcp(
      scriptedMcp(({ body }) =>
        body?.includes('"tools/call"') ? { type: 'text/event-stream', pieces: [stream()] } : { status: 202 },
      ),
    );
    for (const { door, path, example } of rows.filter(({ direction }) => direction === 'stream')) {
      said = Object(example(WORD));
      const { body } = await post(server, '/mcp/tools', plainRequest('tools/call'));
      expect([door, path, messagesIn(body)]).toEqual([door, path, [done]]);
    }
  });

  it('reaches a server in no field of what a client sends', async () => {
    const upstream = scriptedMcp(() => ({ status: 202 }));
    const server = await startMcp(upstream);
    for (const { door, path, example } of rows.filter(({ direction }) => direction === 'request')) {
      const isNotice = door.startsWith('mcp.notifications/');
      const sent = { ...Object(example(WORD)), ...(!isNotice && { id: 1 }) };
      const answer = await post(server, '/mcp/tools', sent);
      expect([door, path, answer.body]).toEqual([door, path, expect.stringContaining('content_filter')]);
    }
    expect(JSON.stringify(upstream.got)).not.toContain(WORD);
  });
});

describe('whatever a server says', () => {
  it('nothing that is refused leaves in a stream, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 8 }), fc.array(fc.nat()), async (messages, cuts) => {
        const bytes = Buffer.from(`: \n\n${messages.map((one) => `data: ${JSON.stringify(one)}\n\n`).join('')}`);
        const upstream = scriptedMcp(({ body }) =>
          body?.includes('"tools/call"') ? { type: 'text/event-stream', pieces: pieces(bytes, cuts) } : { status: 202 },
        );
        const server = await startMcp(upstream);
        const answer = await post(server, '/mcp/tools', rpc('tools/call', { name: 'f' }));
        expect(answer.body).not.toContain(WORD);
        expect(JSON.stringify(answer.headers)).not.toContain(WORD);
      }),
      RUNS,
    );
  });

  it('nothing that is refused leaves in an answer, of any method', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(serverAnswers)), value, async (asked, result) => {
        const upstream = scriptedMcp(({ body }) => ({
          pieces: [JSON.stringify({ jsonrpc: '2.0', id: JSON.parse(body ?? '{}').id, result })],
        }));
        const server = await startMcp(upstream);
        const answer = await post(server, '/mcp/tools', plainRequest(asked));
        expect([asked, answer.json().error?.code]).not.toEqual([asked, -32_602]);
        expect(answer.body).not.toContain(WORD);
      }),
      RUNS,
    );
  });
});
