import { GenerationRecord } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { createTestGuard } from './_guard.js';
import { post, startServer } from './_server.js';

const URL = '/v1/moderations';
const IMAGE = { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } };

describe('POST /v1/moderations', () => {
  it('gives one result for each string, and one for a list of parts', async () => {
    const server = await startServer();
    const strings = await post(server, URL, { input: ['a', 'b', 'zorblax'] });
    expect(strings.json().results.map((result: { flagged: boolean }) => result.flagged)).toEqual([false, false, true]);
    const parts = await post(server, URL, {
      input: [{ type: 'text', text: 'a' }, IMAGE],
      model: 'omni-moderation-2024-09-26',
    });
    const { model, results } = parts.json();
    expect([model, results.length]).toEqual(['omni-moderation-2024-09-26', 1]);
    expect(results[0].category_applied_input_types).toMatchObject({ violence: ['text', 'image'], hate: ['text'] });
  });

  it('records every check and seals nothing, since it scores only', async () => {
    const server = await startServer();
    await post(server, URL, { input: ['fine', 'zorblax'] });
    const records = server.records.map((record) => GenerationRecord.parse(record.payload));
    expect(records.map(({ door, decision }) => [door, decision])).toEqual([
      ['openai.moderations', 'allow'],
      ['openai.moderations', 'refuse'],
    ]);
    expect([server.evidence, server.events]).toEqual([[], []]);
  });

  it('flags what has no category, and leaves one commit', async () => {
    const server = await startServer();
    const commits: number[] = [];
    server.setStorage(async ({ records = [] }) => void commits.push(records.length));
    const { results } = (await post(server, URL, { input: ['fine', 'lockrix', 'quibblex'] })).json();
    expect(results.map((result: { flagged: boolean }) => result.flagged)).toEqual([false, true, false]);
    expect(Object.values(results[1].categories)).not.toContain(true);
    expect(commits).toEqual([3]);
  });

  it('takes so many strings and no more', async () => {
    const server = await startServer();
    expect((await post(server, URL, { input: Array(256).fill('a') })).json().results).toHaveLength(256);
    const answer = await post(server, URL, { input: Array(257).fill('a') });
    expect([answer.statusCode, answer.json().error]).toMatchObject([400, { code: 'too_many', param: 'input' }]);
    expect(server.guard.checked).toHaveLength(256);
  });

  it.each([
    ['a detector fails', { status: 'failed', code: 'BROKEN' }, 500, 'detector_failed'],
    ['nothing looks at images', { status: 'not-covered', gap: 'modality' }, 400, 'field_invalid'],
  ])('has no result where %s', async (_what, outcome, status, code) => {
    const guard = createTestGuard();
    const check = guard.check;
    Object.assign(guard, {
      check: async (...given: Parameters<typeof check>) => {
        const verdict = await check(...given);
        const coverage = given[0].contents.map(({ modality, place }) =>
          modality === 'image' || code === 'detector_failed'
            ? { detector: 'd', place, ...outcome }
            : { status: 'scanned', detector: 'd', place },
        );
        return { ...verdict, coverage };
      },
    });
    const input = [{ type: 'text', text: 'a' }, IMAGE];
    const answer = await post(await startServer({ guard }), URL, { input });
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code]);
    if (status === 400) expect(answer.json().error).toMatchObject({ param: 'input[1].image_url.url' });
  });

  it.each([
    [{ input: [] }, 'input'],
    [{ input: ['a', { type: 'text', text: 'b' }] }, 'input'],
    [{ input: ['a', '\ud800'] }, 'input[1]'],
    [{ input: [{ type: 'sound' }] }, 'input[0]'],
    [{ input: 1 }, 'input'],
    [{ input: 'a', user: 'x' }, 'user'],
    [{}, 'input'],
  ])('refuses %j', async (body, param) => {
    const answer = await post(await startServer(), URL, body);
    expect([answer.statusCode, answer.json().error.param]).toEqual([400, param]);
  });
});
