import { connect } from 'node:net';
import { join } from 'node:path';
import { errorCatalogue } from '@tyrian/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operator } from '../src/operator/operations.js';
import { connectOperator } from '../src/operator/socket-client.js';
import { socketPath } from '../src/operator/socket-path.js';
import { type Running, startServer, temporaryFolder } from './_program.js';

const folder = temporaryFolder();
const data = join(folder.path, 'data');
const path = socketPath(data);
const CODES = new Set(errorCatalogue().map(({ code }) => code));
let server: Running;
let client: Operator;

beforeAll(async () => {
  server = await startServer(data);
  client = connectOperator(path);
}, 60_000);
afterAll(async () => {
  await server.stop('SIGKILL');
  folder.dispose();
});

/** What comes back for these bytes; the other side is waited for only where it has all that it wants. */
function exchange(pieces: readonly Uint8Array[], waits: boolean): Promise<string> {
  return new Promise((resolve) => {
    const sent = connect(path);
    let answer = '';
    sent.on('data', (data) => {
      answer += data.toString('latin1');
      if (waits) sent.end();
    });
    sent.on('error', () => resolve(answer));
    sent.on('close', () => resolve(answer));
    for (const piece of pieces) sent.write(piece);
    if (!waits) setImmediate(() => sent.destroy());
  });
}

const framed = (body: string) =>
  Buffer.from(
    `POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );

async function faultOf(body: string): Promise<{ status: number; code: string } | undefined> {
  const answer = await exchange([framed(body)], true);
  const { error } = JSON.parse(
    answer.slice(answer.indexOf('\r\n\r\n') + 4).replace(/^[0-9a-f]+\r\n|\r\n0\r\n\r\n$/g, ''),
  );
  return error && { status: Number(answer.split(' ')[1]), code: error.code };
}

async function expectServing(): Promise<void> {
  expect(await client('case.list', { limit: 1 })).toEqual([]);
}

describe('the operator socket', () => {
  it('answers what is no call with the reason', async () => {
    const body = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.nat({ max: 100_000 }).map((depth) => '['.repeat(depth)),
    );
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        expect(['BODY_NOT_JSON', 'INVALID_INPUT', 'NOT_FOUND']).toContain((await faultOf(text))?.code);
      }),
      { numRuns: 100 },
    );
    await expectServing();
  });

  it.each([
    'key.create',
    'key.list',
    'key.rotate',
    'case.list',
    'case.show',
    'case.open',
    'case.decide',
    'case.campaigns',
    'audit.verify',
    'policy.active',
    'policy.activate',
    'policy.rollback',
    'policy.promote',
    'backup.note',
  ])('answers %s with any input by its result or an error of ours', async (name) => {
    const field = fc.oneof(
      fc.constantFrom('id', 'by', 'note', 'limit', 'tenant', 'json', 'hash', 'name', '__proto__'),
      fc.string(),
    );
    const input = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.dictionary(field, fc.jsonValue({ maxDepth: 1 })));
    await fc.assert(
      fc.asyncProperty(input, async (given) => {
        const fault = await faultOf(JSON.stringify({ name, input: given }));
        if (fault) expect([CODES.has(fault.code), fault.code]).toEqual([true, expect.not.stringMatching('INTERNAL')]);
      }),
      { numRuns: 20 },
    );
  });

  it('goes on serving others while some send what is no HTTP, half a call, or hang up', async () => {
    const whole = framed(JSON.stringify({ name: 'case.list', input: { limit: 1 } }));
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.nat({ max: whole.length }).map((end) => whole.subarray(0, end)),
      fc.nat({ max: 40_000 }).map((length) => Buffer.from(`POST / HTTP/1.1\r\nx: ${'y'.repeat(length)}`)),
      fc.constant(Buffer.from('POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nffffffff\r\n')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { minLength: 1, maxLength: 3 }), async (pieces) => {
        await Promise.all([exchange(pieces, false), expectServing()]);
      }),
      { numRuns: 60 },
    );
  });
});
