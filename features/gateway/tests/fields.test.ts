import { describe, expect, it } from 'vitest';
import { describeFields } from '../src/fields/describe.js';
import { SOURCES } from './_forms.js';
import { routeOf } from './_routes.js';
import { sendDocument } from './_sending.js';
import { scriptedUpstream, startServer, type TestServer } from './_server.js';

const WORD = 'wobblewump';
const MEDIA = ['image', 'audio', 'file'];
const rows = describeFields()
  // Files and batches take several requests: files.test.ts. MCP has servers of its own: mcp-fields.test.ts.
  .filter((row) => row.checked && !/^(?:openai\.(?:files|batch)|mcp\.)/.test(row.door))
  .map((row) => ({ ...row, title: `${row.door} ${row.direction} ${row.path}` }));
type Row = (typeof rows)[number];

function hasGot(server: TestServer, stage: string, wanted: string): boolean {
  const contents = server.guard.checked.flatMap(({ generation }) => generation.contents);
  return contents.some(
    (one) => one.stage === stage && (one.modality === 'text' ? one.text.includes(wanted) : wanted.includes(one.source)),
  );
}

/** What to look for: the word, or any medium of the document. */
const wantedOf = ({ kind }: Row, text: string) => (MEDIA.includes(kind) ? [text, ...SOURCES].join('') : WORD);

describe('every checked field of every door, over HTTP', () => {
  it.each(rows.filter((row) => row.direction === 'request'))('request: $title', async (row) => {
    const server = await startServer();
    const body = { ...(row.example(WORD) as object) };
    const answer = await sendDocument(server, routeOf(row.door), body);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(hasGot(server, 'input', wantedOf(row, JSON.stringify(body)))).toBe(true);
  });

  it.each(rows.filter((row) => row.direction === 'answer'))('answer: $title', async (row) => {
    const body = JSON.stringify(row.example(WORD));
    const server = await startServer({ upstream: scriptedUpstream([body]) });
    const route = routeOf(row.door);
    expect((await sendDocument(server, route, route.ask)).statusCode).toBe(200);
    expect(hasGot(server, 'output', wantedOf(row, body))).toBe(true);
  });

  it.each(rows.filter((row) => row.direction === 'stream'))('stream: $title', async (row) => {
    const body = JSON.stringify(row.example(WORD));
    const route = routeOf(row.door);
    const { streamType: type = 'text/event-stream' } = route;
    const events = route.streamWith?.(JSON.parse(body)) ?? `data: ${body}\n\ndata: ${JSON.stringify(route.finish)}\n\n`;
    const server = await startServer({ upstream: scriptedUpstream([events], { type }) });
    expect((await sendDocument(server, route, { ...route.ask, ...route.streamed })).statusCode).toBe(200);
    expect(hasGot(server, 'output', wantedOf(row, body))).toBe(true);
  });

  it.each(rows.filter((row) => row.direction === 'error'))('error: $title', async (row) => {
    const body = JSON.stringify(row.example(WORD));
    const server = await startServer({ upstream: scriptedUpstream([body], { status: 400 }) });
    const route = routeOf(row.door);
    expect((await sendDocument(server, route, route.ask)).statusCode).toBe(400);
    expect(hasGot(server, 'output', WORD)).toBe(true);
  });
});
