import { describe, expect, it } from 'vitest';
import { fieldTables } from '../src/fields/describe.js';
import type { Upstream } from '../src/upstream/upstream.js';
import { type Door, examplesOf, listeningUpstream, plantEverywhere } from './_planting.js';
import { routeOf } from './_routes.js';
import { sendDocument } from './_sending.js';
import { scriptedUpstream, startServer } from './_server.js';

/** Refused by the guard of the tests. With blanks, so that no field of ids takes it for one; and alone, so that some do. */
const PHRASE = 'a zorblax b';
const WORD = 'zorblax';
/** What a field of ids takes, and one of base64 does not: media go to the guard as media. */
const NAME = 'zorblax_1.0';
/** Credentials of the client for a server that its model server calls: no model reads them, and none of ours keeps them. */
const SECRETS = /\.(?:authorization|authorization_token|headers|domain_secrets\[\]\.value)(?::|\.|$)/;

// Files and batches take several requests, MCP has servers of its own: mcp-fields.test.ts.
const tables = fieldTables.filter(({ door }) => !/^(?:openai\.(?:files|batch)|mcp\.)/.test(door));
const of = (direction: string) => tables.filter((table) => table.direction === direction).map(({ door }) => door);

async function leaksOf(
  door: Door,
  places: ReturnType<typeof plantEverywhere>,
  try_: (document: object) => Promise<string>,
) {
  const leaks: string[] = [];
  for (const { place, document } of places) if ((await try_(document)).includes(WORD)) leaks.push(`${door} ${place}`);
  return leaks;
}

/** An answer of ours, or of the model server that was asked: never a fault without a code. */
function expectAnswer({ statusCode, body }: { statusCode: number; body: string }, place: string): void {
  if (statusCode >= 500)
    expect(body, place).toMatch(/upstream_|"UPSTREAM_|"error":"The (?:answer of the )?model server|api_error/);
  expect(body, place).not.toMatch(/internal"|INTERNAL/);
}

describe('a word that is refused, planted at every place of every document', () => {
  it.each(of('request'))('of a request to %s does not reach the model', { timeout: 120_000 }, async (door) => {
    const { upstream, heard } = listeningUpstream();
    const server = await startServer({ upstream });
    const route = routeOf(door);
    const places = plantEverywhere(examplesOf(door, 'request'), PHRASE);
    const leaks = await leaksOf(door, places, async (document) => {
      expectAnswer(await sendDocument(server, route, document), door);
      return heard();
    });
    expect(leaks.filter((place) => !SECRETS.test(place))).toEqual([]);
  });

  it.each(of('answer'))('of an answer of %s does not reach the client', { timeout: 120_000 }, async (door) => {
    const route = routeOf(door);
    let said = '';
    const upstream: Upstream = { ...scriptedUpstream([]), send: (request) => scriptedUpstream([said]).send(request) };
    const server = await startServer({ upstream });
    for (const marker of [PHRASE, NAME]) {
      const places = plantEverywhere(examplesOf(door, 'answer'), marker);
      const leaks = await leaksOf(door, places, async (document) => {
        said = JSON.stringify(document);
        const answer = await sendDocument(server, route, route.ask);
        expectAnswer(answer, door);
        return answer.body + JSON.stringify(answer.headers);
      });
      expect(leaks).toEqual([]);
    }
  });

  it.each(of('stream'))('of a stream of %s does not reach the client', { timeout: 120_000 }, async (door) => {
    const route = routeOf(door);
    const { streamType: type = 'text/event-stream' } = route;
    let said = '';
    const upstream: Upstream = {
      ...scriptedUpstream([]),
      send: (request) => scriptedUpstream([said], { type }).send(request),
    };
    const server = await startServer({ upstream });
    for (const marker of [PHRASE, NAME]) {
      const places = plantEverywhere(examplesOf(door, 'stream'), marker);
      const leaks = await leaksOf(door, places, async (document) => {
        said =
          route.streamWith?.(document) ??
          `data: ${JSON.stringify(document)}\n\ndata: ${JSON.stringify(route.finish)}\n\n`;
        const answer = await sendDocument(server, route, { ...route.ask, ...route.streamed });
        expectAnswer(answer, door);
        return answer.body + JSON.stringify(answer.headers);
      });
      expect(leaks).toEqual([]);
    }
  });

  it.each(of('error'))('of an error of %s does not reach the client', async (door) => {
    const route = routeOf(door);
    let said = '';
    const upstream: Upstream = {
      ...scriptedUpstream([]),
      send: (request) => scriptedUpstream([said], { status: 400 }).send(request),
    };
    const server = await startServer({ upstream });
    const places = [PHRASE, NAME].flatMap((marker) => plantEverywhere(examplesOf(door, 'error'), marker));
    const leaks = await leaksOf(door, places, async (document) => {
      said = JSON.stringify(document);
      return (await sendDocument(server, route, route.ask)).body;
    });
    expect(leaks).toEqual([]);
  });
});
