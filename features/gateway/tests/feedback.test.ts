import { errors, newId } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import type { Opinions } from '../src/ports.js';
import { post, startServer } from './_server.js';

type Taken = Parameters<Opinions['take']>;

async function startWith(take: Opinions['take']) {
  const taken: Taken[] = [];
  const server = await startServer({
    takeOpinion: (...given) => {
      taken.push(given);
      return take(...given);
    },
  });
  return { server, taken };
}

const id = newId('feedback');
const verdict = newId('verdict');
const accept: Opinions['take'] = async (opinion) => ({ id, verdict: opinion.verdict, sealed: true });

describe('POST /v1/feedback', () => {
  it('hands on what was said, with the key that said it, and answers three fields and no more', async () => {
    const { server, taken } = await startWith(accept);
    const said = {
      verdict,
      says: 'wrong-pass',
      by: 'platform',
      account: 'mod-7',
      note: 'about zorblax',
      generation: { prompt: 'a', output: 'b' },
    };
    const answer = await post(server, '/v1/feedback', said);
    expect([answer.statusCode, answer.json()]).toEqual([200, { id, verdict, sealed: true }]);
    expect(taken).toEqual([[said, { keyId: 'key_1', tenant: 'acme', requestId: expect.stringMatching(/^req_/) }]]);
    expect(server.records).toEqual([]);
  });

  const said = { verdict, says: 'wrong-refusal', by: 'user' };
  it.each([
    ['no verdict', { ...said, verdict: undefined }],
    ['another saying', { ...said, says: 'zorblax' }],
    ['nobody', { ...said, by: undefined }],
    ['another field', { ...said, rule: 'zorblax' }],
    ['an account with blanks', { ...said, account: 'ana zorblax' }],
    ['a rating of a refusal', { ...said, rating: 'teen' }],
    ['a rating that there is not', { ...said, says: 'wrong-rating', rating: 'zorblax' }],
    ['the text of a refusal', { ...said, generation: { prompt: 'zorblax' } }],
    ['a generation without text', { ...said, says: 'wrong-pass', generation: {} }],
    ['too long a note', { ...said, note: `zorblax${'x'.repeat(2_000)}` }],
    ['too long a text', { ...said, says: 'wrong-pass', generation: { output: `zorblax${'x'.repeat(200_000)}` } }],
    [
      'half of a surrogate pair',
      `{"verdict":"${verdict}","says":"wrong-refusal","by":"user","note":"zorblax \\ud800"}`,
    ],
    ['no JSON', '{"zorblax'],
  ])('takes no %s, and repeats none of it', async (_what, body) => {
    const { server, taken } = await startWith(accept);
    const answer = await post(server, '/v1/feedback', body);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      400,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(answer.body + JSON.stringify(server.records)).not.toContain('zorblax');
    expect(taken).toEqual([]);
  });

  it('takes no body over its own limit, and says what that is', async () => {
    const { server } = await startWith(accept);
    const answer = await post(server, '/v1/feedback', { ...said, note: 'x'.repeat(2 * 1024 * 1024) });
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'BODY_TOO_LARGE']);
    expect(answer.json().detail).toContain('2097152');
  });

  it('says when to come again where too much was said', async () => {
    const { server } = await startWith(async () => {
      throw errors.RATE_LIMITED(['key', 7], { retryAfter: 7 });
    });
    const answer = await post(server, '/v1/feedback', said);
    expect([answer.statusCode, answer.headers['retry-after'], answer.json().code]).toEqual([429, '7', 'RATE_LIMITED']);
    expect(server.records).toEqual([]);
  });

  it('needs a key', async () => {
    const { server, taken } = await startWith(accept);
    const answer = await post(server, '/v1/feedback', said, { authorization: 'Bearer tyr_other' });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(taken).toEqual([]);
  });
});
