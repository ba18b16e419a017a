import { GenerationRecord } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
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
