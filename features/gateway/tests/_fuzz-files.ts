import { errorCatalogue } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAT, jsonl, lineOf, RESULT, sayingUpstream, startWithFiles, upload } from './_files.js';
import { documentsOf, share } from './_fuzzing.js';
import { accepted, startMcp } from './_mcp.js';
import { oddValue, writeOdd } from './_odd-values.js';
import { type Door, listeningUpstream } from './_planting.js';
import type { Answer } from './_sending.js';
import { AUTH, completion, post, type TestServer } from './_server.js';

/** As in the fuzzer of the other doors. */
const MARKER = 'a zorblax b';
const WORD = 'zorblax';
const CODES = new Set(errorCatalogue().map(({ code }) => code.toLowerCase()));
const isWhole = fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, share);
const BATCH = { input_file_id: 'file-in', endpoint: CHAT, completion_window: '24h' };

function expectOurs({ logged }: TestServer, { statusCode, body }: Answer): void {
  expect(logged.filter((entry) => 'where' in entry)).toEqual([]);
  expect(statusCode).not.toBe(500);
  if (statusCode < 400) return;
  const { error } = JSON.parse(body);
  expect(error).toMatchObject({ message: expect.any(String), type: expect.any(String) });
  if (statusCode < 500) expect([...CODES, 'content_filter', 'held_for_review']).toContain(error.code);
}

/** Uploads, starts and reads batches that are made at random, and sends such messages to an MCP server, so often each. */
export function fuzzFiles(numRuns: number): void {
  const run = { numRuns };

  describe('files made at random', () => {
    it('do not bring the word to the model server', async () => {
      const { upstream, heard } = listeningUpstream();
      const server = await startWithFiles(upstream);
      const lines = fc.oneof(
        documentsOf('openai.chat', 'request', MARKER).map((body) => lineOf(body)),
        fc
          .tuple(documentsOf('openai.batch_lines', 'request', MARKER), documentsOf('openai.chat', 'request', MARKER))
          .map(([line, body]) => lineOf(body, line)),
        oddValue(MARKER),
      );
      const purpose = fc.constantFrom('batch', 'batch', 'fine-tune', 'user_data', 'vision', 'other');
      const files = fc.tuple(documentsOf('openai.files', 'request', MARKER), purpose, fc.boolean());
      const property = fc.asyncProperty(
        fc.array(lines, { maxLength: 4 }),
        files,
        isWhole,
        async (all, [fields, named, isOdd], part) => {
          const bytes = jsonl(...all);
          const document = { ...(isOdd ? fields : {}), purpose: named };
          const answer = await upload(server, document, bytes.subarray(0, Math.ceil(part * bytes.length)));
          expect(heard()).not.toContain(WORD);
          expectOurs(server, answer);
        },
      );
      await fc.assert(property, run);
    });

    it('start no batch that brings it there', async () => {
      const { upstream, heard } = listeningUpstream();
      const server = await startWithFiles(upstream);
      const property = fc.asyncProperty(
        documentsOf('openai.batches', 'request', MARKER),
        fc.boolean(),
        isWhole,
        async (made, isFit, part) => {
          const text = writeOdd(isFit ? { ...made, ...BATCH } : made);
          const answer = await post(server, '/v1/batches', text.slice(0, Math.ceil(part * text.length)));
          expect(heard()).not.toContain(WORD);
          expectOurs(server, answer);
        },
      );
      await fc.assert(property, run);
    });

    it('from the model server do not bring it to the client', async () => {
      const { upstream, say } = sayingUpstream();
      const server = await startWithFiles(upstream);
      const line = fc
        .tuple(
          documentsOf('openai.batch_lines', 'answer', MARKER),
          documentsOf('openai.chat', 'answer', MARKER),
          fc.boolean(),
        )
        .map(([result, body, isFit]) =>
          isFit ? { ...result, ...RESULT, response: { status_code: 200, body } } : { ...result, body },
        );
      const read = fc.constantFrom(
        '/v1/files/file-out/content',
        '/v1/files/file-in',
        '/v1/files',
        '/v1/batches/batch-1',
        '/v1/batches',
      );
      const said = fc.oneof(
        fc.array(fc.oneof(line, oddValue(MARKER)), { maxLength: 3 }).map((lines) => jsonl(RESULT, ...lines)),
        fc
          .constantFrom<Door>('openai.files', 'openai.batches')
          .chain((door) => documentsOf(door, 'answer', MARKER))
          .map((one) => jsonl(one)),
        documentsOf('openai.batches', 'answer', MARKER).map((one) =>
          jsonl({ object: 'list', data: [one, { ...one, id: 'batch-1' }] }),
        ),
        documentsOf('openai.files', 'answer', MARKER).map((one) =>
          jsonl({ object: 'list', data: [one, { ...one, id: 'file-in' }] }),
        ),
      );
      const property = fc.asyncProperty(said, read, isWhole, async (bytes, url, part) => {
        say(bytes.subarray(0, Math.ceil(part * bytes.length)));
        const answer = await server.app.inject({ url, headers: AUTH });
        expect(answer.body + JSON.stringify(answer.headers)).not.toContain(WORD);
        expectOurs(server, answer);
      });
      await fc.assert(property, run);
      say(jsonl({ ...RESULT, response: { status_code: 200, body: completion('an answer') } }));
      expect((await server.app.inject({ url: '/v1/files/file-out/content', headers: AUTH })).body).toContain(
        'an answer',
      );
    });
  });

  describe('messages of MCP made at random', () => {
    it('do not bring the word to the server', async () => {
      const doors = [
        'mcp.tools/call',
        'mcp.prompts/get',
        'mcp.completion/complete',
        'mcp.initialize',
        'mcp.resources/read',
      ] as const;
      const mcp = accepted();
      const server = await startMcp(mcp);
      const messages = fc.constantFrom(...doors).chain((door) => documentsOf(door as Door, 'request', MARKER));
      const property = fc.asyncProperty(messages, fc.boolean(), isWhole, async (message, isAsked, part) => {
        const text = writeOdd(isAsked ? { ...message, id: 1 } : message);
        await post(server, '/mcp/tools', text.slice(0, Math.ceil(part * text.length)));
        expect(JSON.stringify(mcp.got.splice(0))).not.toContain(WORD);
        expect(server.logged.filter((entry) => 'where' in entry)).toEqual([]);
      });
      await fc.assert(property, run);
    });
  });
}
