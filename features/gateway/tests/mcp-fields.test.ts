import { describe, expect, it } from 'vitest';
import { describeFields } from '../src/fields/describe.js';
import { isObject } from '../src/fields/field.js';
import { clientRequests } from '../src/fields/tables/mcp/client.js';
import { accepted, events, json, scriptedMcp, sentTo, startMcp } from './_mcp.js';
import { post, type TestServer } from './_server.js';

const WORD = 'wobblewump';
const MEDIA = ['image', 'audio', 'file'];
const rows = describeFields()
  .filter(({ checked, door }) => checked && door.startsWith('mcp.'))
  .map((row) => ({ ...row, title: `${row.door} ${row.direction} ${row.path}` }));
type Row = (typeof rows)[number];

/** Every text that the guard got, or where the field is a medium, its source. */
function hasGot({ guard }: TestServer, { kind }: Row, document: string): boolean {
  const contents = guard.checked.flatMap(({ generation }) => generation.contents);
  return contents.some((one) =>
    one.modality === 'text' ? one.text.includes(WORD) : MEDIA.includes(kind) && document.includes(one.source),
  );
}

/** In which roles the guard got what a server said, and at which stage. */
function rolesOf({ guard }: TestServer): Set<string> {
  const contents = guard.checked.flatMap(({ generation }) => generation.contents);
  const said = contents.filter((one) => one.modality === 'text' && one.text.includes(WORD));
  return new Set(said.map(({ role, stage }) => `${role} ${stage}`));
}

/** A stranger's words on their way into a model: for nothing else prompt injection is looked for. */
const STRANGER = expect.toSatisfy((roles: Set<string>) =>
  [...roles].every((one) => /^(?:definition|tool|document) input$/.test(one)),
);

function exampleOf(row: Row): Record<string, unknown> {
  const example = row.example(WORD);
  return isObject(example) ? example : {};
}

/** A request of the method that has nothing in it but what it must. */
function plainRequest(method: string): object {
  const table = Object.entries(clientRequests).find(([name]) => name === method)?.[1];
  return { ...(table?.minimal as object), id: 1 };
}

describe('every checked field of MCP, over HTTP', () => {
  it('is in the table for every method', () => {
    expect(rows.length).toBeGreaterThan(200);
    expect(new Set(rows.map(({ direction }) => direction))).toEqual(new Set(['request', 'answer', 'stream', 'error']));
  });

  it.each(rows.filter(({ direction }) => direction === 'request'))('request: $title', async (row) => {
    const server = await startMcp(accepted());
    const body = exampleOf(row);
    const method = row.door.slice('mcp.'.length);
    const isAsked = Object.hasOwn(clientRequests, method);
    await post(server, '/mcp/tools', isAsked || method === 'response' ? { ...body, id: 1 } : body);
    expect(hasGot(server, row, JSON.stringify(body))).toBe(true);
  });

  it.each(rows.filter(({ direction }) => direction === 'answer'))('answer: $title', async (row) => {
    const body = exampleOf(row);
    for (const say of [json, events]) {
      const server = await startMcp(scriptedMcp((sending) => say({ ...body, id: sentTo(sending).id })));
      const answer = await post(server, '/mcp/tools', plainRequest(row.door.slice('mcp.'.length)));
      expect(answer.statusCode, answer.body).toBeLessThan(503);
      expect(hasGot(server, row, JSON.stringify(body))).toBe(true);
      expect(rolesOf(server)).toEqual(STRANGER);
    }
  });

  it.each(rows.filter(({ direction }) => direction === 'stream'))('stream: $title', async (row) => {
    const body = exampleOf(row);
    const isAsked = 'id' in body || !row.door.includes('notifications/');
    const said = isAsked ? { ...body, id: 7 } : body;
    const done = (id: unknown) => ({ jsonrpc: '2.0', id, result: { content: [] } });
    const server = await startMcp(scriptedMcp((sending) => events(said, done(sentTo(sending).id))));
    await post(server, '/mcp/tools', plainRequest('tools/call'));
    expect(hasGot(server, row, JSON.stringify(body))).toBe(true);
    expect(rolesOf(server)).toEqual(STRANGER);
  });

  it.each(rows.filter(({ direction }) => direction === 'error'))('error: $title', async (row) => {
    const body = exampleOf(row);
    const server = await startMcp(scriptedMcp(() => ({ ...json(body), status: 400 })));
    await post(server, '/mcp/tools', plainRequest('tools/call'));
    expect(hasGot(server, row, JSON.stringify(body))).toBe(true);
  });
});
