import OpenAI, { toFile } from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Upstream, UpstreamRequest } from '../src/upstream/upstream.js';
import { PNG } from './_forms.js';
import { createTestGuard } from './_guard.js';
import { post, scriptedUpstream, startServer, type TestServer } from './_server.js';

const URL = '/v1/images/generations';
const B64 = PNG.toString('base64');

let server: TestServer;
let client: OpenAI;
beforeAll(async () => {
  server = await startServer();
  const baseURL = await server.app.listen({ port: 0, host: '127.0.0.1' });
  client = new OpenAI({ apiKey: 'tyr_test', baseURL: `${baseURL}/v1`, maxRetries: 3 });
});
afterAll(() => server.app.close());

/** A model server that answers these images, and remembers what it was asked. */
function imagesUpstream(...data: object[]): Upstream & { asked: UpstreamRequest[] } {
  const asked: UpstreamRequest[] = [];
  const inner = scriptedUpstream([JSON.stringify({ created: 1, data })]);
  return {
    ...inner,
    asked,
    send: (request) => {
      asked.push(request);
      return inner.send(request);
    },
  };
}

/** A guard that sees a stand-in in pictures of its own. */
function unseeing(rule: string) {
  const guard = createTestGuard();
  const { check } = guard;
  return Object.assign(guard, {
    check: async (...given: Parameters<typeof check>) => {
      const verdict = await check(...given);
      const unseen = given[0].contents.find(({ modality, stage }) => modality === 'image' && stage === 'output');
      if (!unseen) return verdict;
      const reason = { rule, decision: 'refuse', gap: 'modality', locked: false, enforced: true, help: false } as const;
      const gap = { status: 'not-covered', detector: 'none', place: unseen.place, gap: 'modality' } as const;
      const reasons = [{ ...reason, explanation: 'hazard' as const, signals: [] }];
      return { ...verdict, decision: 'refuse' as const, proposed: 'refuse' as const, reasons, coverage: [gap] };
    },
  });
}

describe('images, by the OpenAI SDK', () => {
  it('are made from a prompt', async () => {
    const { data, usage } = await client.images.generate({ model: 'gpt-image-1', prompt: 'a garden', n: 2 });
    expect(
      data?.map((one) =>
        Buffer.from(one.b64_json ?? '', 'base64')
          .subarray(1, 4)
          .toString(),
      ),
    ).toEqual(['PNG', 'PNG']);
    expect(usage?.total_tokens).toBeGreaterThan(0);
  });

  it('are edited, with a mask', async () => {
    const image = await toFile(PNG, 'my garden.png', { type: 'image/png' });
    const { data } = await client.images.edit({
      model: 'gpt-image-1',
      prompt: 'greener',
      image: [image, image],
      mask: image,
    });
    expect(data).toHaveLength(1);
    const inputs = server.guard.checked.findLast(({ generation }) => generation.stage === 'input');
    expect(inputs?.generation.contents.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['image[0].filename', 'image[0].data', 'image[1].data', 'mask[0].data', 'prompt']),
    );
  });

  it('are varied', async () => {
    const image = await toFile(PNG, 'a.png');
    expect((await client.images.createVariation({ image })).data).toHaveLength(1);
  });

  it('stream sketches, then the picture', async () => {
    const stream = await client.images.generate({ model: 'm', prompt: 'a garden', stream: true, partial_images: 2 });
    const types: string[] = [];
    for await (const event of stream) types.push(event.type);
    expect(types).toEqual([
      'image_generation.partial_image',
      'image_generation.partial_image',
      'image_generation.completed',
    ]);
  });

  it('are refused with their prompt, once', async () => {
    const before = server.records.length;
    await expect(client.images.generate({ model: 'm', prompt: 'zorblax' })).rejects.toMatchObject({
      status: 400,
      code: 'moderation_blocked',
      type: 'image_generation_user_error',
    });
    expect(server.records.length - before).toBe(1);
  });

  it('wait for a person with their prompt', async () => {
    await expect(client.images.generate({ model: 'm', prompt: 'holdrix' })).rejects.toMatchObject({
      status: 400,
      code: 'held_for_review',
      error: { verdict: expect.stringMatching(/^vrd_/), status_url: expect.stringContaining('/v1/verdicts/') },
    });
  });

  it('are refused in a stream without a byte of a sketch', async () => {
    const guard = unseeing('images.unseen');
    const own = await startServer({ guard });
    const ask = { prompt: 'a garden', stream: true, partial_images: 2 };
    const answer = await post(own, URL, ask);
    expect([answer.statusCode, answer.body]).toEqual([200, expect.stringMatching(/^event: error\ndata: /)]);
    expect(answer.body).toContain('"code":"moderation_blocked"');
    expect(answer.body).not.toContain('b64_json');
    expect(own.evidence).toHaveLength(1);
  });
});

describe('an image that nothing has looked at', () => {
  it('is refused, in words that say how to allow it', async () => {
    const own = await startServer({ guard: unseeing('images.unseen') });
    const answer = await post(own, URL, { prompt: 'a garden' });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['x-should-retry']).toBe('false');
    expect(answer.json().error.message).toContain('images.unseen');
    expect(own.records.map(({ type }) => type)).toEqual(['generation.input', 'generation.output']);
  });
});

describe('what becomes of images', () => {
  it('leaves out those that are refused, and keeps the others', async () => {
    const upstream = imagesUpstream(
      { b64_json: B64, revised_prompt: 'a fine one' },
      { b64_json: B64, revised_prompt: 'zorblax' },
      { b64_json: B64, revised_prompt: 'another' },
    );
    const own = await startServer({ upstream });
    const answer = await post(own, URL, { prompt: 'a garden', n: 3 });
    expect(answer.statusCode).toBe(200);
    expect(answer.json().data.map((one: { revised_prompt: string }) => one.revised_prompt)).toEqual([
      'a fine one',
      'another',
    ]);
    expect(own.evidence).toHaveLength(1);
  });

  it('repairs what is said of them', async () => {
    const own = await startServer({ upstream: imagesUpstream({ b64_json: B64, revised_prompt: 'a quibblex' }) });
    expect((await post(own, URL, { prompt: 'a garden' })).json().data[0].revised_prompt).toBe('a [out]');
  });

  it('lets none leave behind an address', async () => {
    const own = await startServer({ upstream: imagesUpstream({ url: 'https://example.org/a.png' }) });
    const answer = await post(own, URL, { prompt: 'a garden', response_format: 'url' });
    expect([answer.statusCode, answer.json().error.code]).toEqual([502, 'upstream_invalid']);
    expect(answer.body).not.toContain('example.org');
  });

  it.each([
    [{ model: 'dall-e-3', response_format: 'url' }, { response_format: 'b64_json' }],
    [{ model: 'any' }, { response_format: 'b64_json' }],
    [{ model: 'gpt-image-1', response_format: 'b64_json' }, { response_format: undefined }],
    [{ model: 'openai/gpt-image-1' }, { response_format: undefined }],
    [{ model: 'm', moderation: 'low' }, { moderation: 'auto' }],
    [{ model: 'm' }, { moderation: undefined }],
  ])('asks of the model server for %j: %j', async (more, wanted) => {
    const upstream = imagesUpstream({ b64_json: B64 });
    await post(await startServer({ upstream }), URL, { prompt: 'a garden', ...more });
    const body = JSON.parse(String(upstream.asked[0]?.body));
    expect({ response_format: body.response_format, moderation: body.moderation }).toMatchObject(wanted);
  });

  it('sends forms anew, under names of our own', async () => {
    const upstream = imagesUpstream({ b64_json: B64 });
    const own = await startServer({ upstream });
    const baseURL = `${await own.app.listen({ port: 0, host: '127.0.0.1' })}/v1`;
    const image = await toFile(PNG, 'secret plan.png');
    await new OpenAI({ apiKey: 'tyr_test', baseURL }).images.edit({ model: 'm', prompt: 'greener', image });
    await own.app.close();
    const sent = Buffer.from(upstream.asked[0]?.body as Uint8Array).toString('latin1');
    expect(sent).toContain('name="image"; filename="image-0.png"\r\ncontent-type: image/png');
    expect(sent).not.toContain('secret plan');
    expect(upstream.asked[0]?.contentType).toMatch(/^multipart\/form-data; boundary=tyrian-/);
  });

  it.each([
    [{ prompt: 'a', stream: true, n: 2 }, 'n'],
    [{ prompt: 'a', partial_images: 4 }, 'partial_images'],
    [{ prompt: 'a', moderation: 'off' }, 'moderation'],
    [{ prompt: 'a', lora: 'b' }, 'lora'],
    [{ n: 1 }, 'prompt'],
  ])('refuses %j', async (body, param) => {
    const answer = await post(await startServer(), URL, body);
    expect([answer.statusCode, answer.json().error.param]).toEqual([400, param]);
  });

  it('refuses an image that is named by the id of a file', async () => {
    const answer = await post(await startServer(), '/v1/images/edits', {
      prompt: 'a',
      images: [{ file_id: 'file-1' }],
    });
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'field_unknown']);
  });
});

describe('a stream of images', () => {
  const event = (type: string, more: object = {}) =>
    `event: ${type}\ndata: ${JSON.stringify({ type, b64_json: B64, ...more })}\n\n`;
  const streamed = async (pieces: string[], echoed = 'a garden') => {
    const own = await startServer({ upstream: scriptedUpstream(pieces, { type: 'text/event-stream' }) });
    return { own, body: (await post(own, URL, { prompt: echoed, stream: true })).body };
  };
  const partial = event('image_generation.partial_image', { partial_image_index: 0 });

  it('checks every sketch as an image of its own', async () => {
    const { own } = await streamed([partial, partial, event('image_generation.completed')]);
    const places = own.guard.checked.at(-1)?.generation.contents.map(({ place }) => place);
    expect(places).toEqual(['images[0].b64_json', 'images[1].b64_json', 'images[2].b64_json']);
  });

  it('lets no sketch leave where the picture never comes', async () => {
    const { own, body } = await streamed([partial, partial]);
    expect(body).not.toContain('b64_json');
    expect(body).toContain('upstream_cut');
    expect(own.records.map(({ type }) => type)).toContain('upstream.failed');
  });

  it('withholds events that no table knows, and errors of the model server', async () => {
    const unknown = event('image_generation.preview');
    const { own, body } = await streamed([unknown, event('image_edit.completed'), event('image_generation.completed')]);
    expect(body.match(/^event: .*$/gm)).toEqual(['event: image_generation.completed']);
    expect(own.records.at(-1)?.payload).toMatchObject({
      withheld: ['event:image_generation.preview', 'event:image_edit.completed'],
    });
    const failed = await streamed(['event: error\ndata: {"type":"error","error":{"message":"zorblax"}}\n\n']);
    expect(failed.body).not.toContain('zorblax');
  });

  it('refuses the picture whose words are refused', async () => {
    const { body } = await streamed([partial, event('image_generation.completed', { revised_prompt: 'zorblax' })]);
    expect(body).not.toContain('b64_json');
    expect(body).toContain('moderation_blocked');
  });
});
