import { errorCatalogue } from '@tyrian/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldTables } from '../src/fields/describe.js';
import type { Upstream } from '../src/upstream/upstream.js';
import { share as anyShare, cutAnywhere, documentsOf, streamOf } from './_fuzzing.js';
import { writeOdd } from './_odd-values.js';
import { type Direction, type Door, listeningUpstream } from './_planting.js';
import { routeOf } from './_routes.js';
import { type Answer, sendDocument } from './_sending.js';
import { scriptedUpstream, startServer, type TestServer } from './_server.js';

/** Refused by the guard of the tests. With blanks, so that no field of ids takes it for one. */
const MARKER = 'a zorblax b';
const WORD = 'zorblax';
/** An answer of ours takes milliseconds. */
const HANG_MS = 20_000;
const CODES = new Set(errorCatalogue().map(({ code }) => code));

// Files and batches take several requests, MCP has servers of its own.
const doorsWith = (direction: Direction): Door[] =>
  fieldTables
    .filter((table) => table.direction === direction && !/^(?:openai\.(?:files|batch)|mcp\.)/.test(table.door))
    .map(({ door }) => door);

/** What is left alone by nobody: Node tells of it, and vitest names no seed. */
const rejections: unknown[] = [];
const onRejection = (reason: unknown) => void rejections.push(reason);

/** Sends what is made at random through every door, so often each way. */
export function fuzzDoors(numRuns: number): void {
  const run = { numRuns };
  beforeAll(() => void process.on('unhandledRejection', onRejection));
  afterAll(() => void process.off('unhandledRejection', onRejection));

  describe('documents made at random', () => {
    it.each(doorsWith('request'))('to %s do not bring the word to the model', async (door) => {
      const { upstream, heard } = listeningUpstream();
      const server = await startServer({ upstream });
      const route = routeOf(door);
      const bodies = documentsOf(door, 'request', MARKER);
      const isWhole = fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, anyShare);
      const property = fc.asyncProperty(bodies, isWhole, async (document, share) => {
        const answer = await inTime(sendDocument(server, route, document, share));
        expect(heard()).not.toContain(WORD);
        expectOurs(server, door, answer);
      });
      await fc.assert(property, run);
    });

    it.each(doorsWith('answer'))('from a model server of %s do not bring it to the client', async (door) => {
      const bodies = documentsOf(door, 'answer', MARKER).chain((document) => cutAnywhere(writeOdd(document)));
      await fuzzAnswers(door, bodies, { type: 'application/json' });
    });

    it.each(doorsWith('stream'))('in a stream of %s do not bring it to the client', async (door) => {
      const route = routeOf(door);
      const { streamType: type = 'text/event-stream', streamed } = route;
      const newlines = fc.constantFrom('\n', '\n', '\r\n', ...(type === 'text/event-stream' ? ['\r'] : []));
      const events = fc.array(documentsOf(door, 'stream', MARKER), { minLength: 1, maxLength: 3 });
      const bodies = fc
        .tuple(events, newlines)
        .chain(([all, newline]) => cutAnywhere(streamOf(door, route, all, newline)));
      await fuzzAnswers(door, bodies, { type }, streamed);
    });

    it.each(doorsWith('error'))('in an error of %s do not bring it to the client', async (door) => {
      const bodies = documentsOf(door, 'error', MARKER).chain((document) => cutAnywhere(writeOdd(document)));
      await fuzzAnswers(door, bodies, { type: 'application/json', status: 400 });
    });
  });

  async function fuzzAnswers(
    door: Door,
    bodies: fc.Arbitrary<readonly Uint8Array[]>,
    as: { type: string; status?: number },
    streamed: object = {},
  ): Promise<void> {
    let said: readonly Uint8Array[] = [];
    const upstream: Upstream = { ...scriptedUpstream([]), send: (asked) => scriptedUpstream(said, as).send(asked) };
    const server = await startServer({ upstream });
    const route = routeOf(door);
    const property = fc.asyncProperty(bodies, async (pieces) => {
      said = pieces;
      const answer = await inTime(sendDocument(server, route, route.ask && { ...route.ask, ...streamed }));
      expect(answer.body + JSON.stringify(answer.headers)).not.toContain(WORD);
      expectOurs(server, door, answer);
    });
    await fc.assert(property, run);
  }
}

async function inTime(answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer came')), HANG_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** In the dialect of the door, without a fault of ours, and each verdict that is named in the record. */
function expectOurs(server: TestServer, door: Door, { statusCode, headers, body }: Answer): void {
  expect(rejections).toEqual([]);
  expect(server.logged.filter((entry) => 'where' in entry)).toEqual([]);
  if (statusCode >= 400) expectDialect(door, JSON.parse(body));
  const records = server.records.splice(0);
  if (routeOf(door).isAboutModels) return;
  if (statusCode >= 500) {
    expect(records.at(-1)).toMatchObject({ type: 'upstream.failed' });
    expect(CODES).toContain(Reflect.get(records.at(-1)?.payload ?? {}, 'code'));
  }
  const recorded = records.map(({ payload }) => Reflect.get(payload ?? {}, 'verdict'));
  const named = String(headers['x-tyrian-verdict'] ?? '');
  for (const verdict of named === '' ? [] : named.split(', ')) expect(recorded).toContain(verdict);
  if (statusCode === 200 && routeOf(door).ask) expect(named).not.toBe('');
}

function expectDialect(door: Door, body: unknown): void {
  const [api] = door.split('.');
  if (api === 'ollama') expect(body).toMatchObject({ error: expect.any(String) });
  else if (api === 'anthropic')
    expect(body).toMatchObject({ type: 'error', error: { type: expect.any(String), message: expect.any(String) } });
  else expect(body).toMatchObject({ error: { message: expect.any(String), type: expect.any(String) } });
}
