import { GenerationRecord } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { AUTH, answersOf, post, scriptedUpstream, startServer, type TestServer } from './_server.js';

const URL = '/v1/responses';
const asked = (input: unknown, more: object = {}) => ({ model: 'm', input, ...more });

interface Event extends Record<string, unknown> {
  readonly type: string;
}

function written(events: readonly Event[]): string {
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
}

function read(body: string): Event[] {
  return body
    .split('\n\n')
    .flatMap((frame) => frame.split('\n').filter((line) => line.startsWith('data: ')))
    .map((line) => JSON.parse(line.slice(6)) as Event);
}

const message = (...texts: string[]) => ({
  id: 'msg_1',
  type: 'message',
  status: 'completed',
  role: 'assistant',
  content: texts.map((text) => ({ type: 'output_text', text, annotations: [], logprobs: [] })),
});
const response = (...output: object[]) => ({
  id: 'resp_1',
  object: 'response',
  created_at: 1,
  model: 'm',
  status: 'completed',
  output,
});

/** One message in deltas, as OpenAI streams it. */
function streamOf(...deltas: string[]): Event[] {
  const at = { item_id: 'msg_1', output_index: 0, content_index: 0 };
  const text = deltas.join('');
  const begun = { ...response(), status: 'in_progress' };
  return [
    { type: 'response.created', response: begun, sequence_number: 10 },
    { type: 'response.in_progress', response: begun, sequence_number: 20 },
    { type: 'response.output_item.added', output_index: 0, item: { ...message(), status: 'in_progress' } },
    { type: 'response.content_part.added', ...at, part: { type: 'output_text', text: '', annotations: [] } },
    ...deltas.map((delta) => ({ type: 'response.output_text.delta', ...at, delta, logprobs: [], obfuscation: 'xxxx' })),
    { type: 'response.output_text.done', ...at, text, logprobs: [] },
    { type: 'response.content_part.done', ...at, part: { type: 'output_text', text, annotations: [] } },
    { type: 'response.output_item.done', output_index: 0, item: message(text) },
    { type: 'response.completed', response: response(message(text)) },
  ];
}

async function streamed(
  events: readonly Event[],
  headers = {},
): Promise<{ server: TestServer; body: string; events: Event[] }> {
  const server = await startServer({ upstream: scriptedUpstream([written(events)], { type: 'text/event-stream' }) });
  const { body } = await post(server, URL, asked('hello', { stream: true }), headers);
  return { server, body, events: read(body) };
}

describe('POST /v1/responses', () => {
  it('passes what is allowed, and hides what repeats the request', async () => {
    const body = {
      ...response(message('fine')),
      instructions: 'be kind',
      tools: [{ type: 'mcp', headers: { a: 'b' } }],
      metadata: { a: 'b' },
      user: 'jo',
      billing: { payer: 'x' },
    };
    const server = await startServer({ upstream: scriptedUpstream([JSON.stringify(body)]) });
    const answer = (await post(server, URL, asked('hello'))).json();
    expect(answer).toMatchObject({ output: [message('fine')], instructions: null, tools: [], metadata: {} });
    expect([answer.user, answer.billing]).toEqual([undefined, undefined]);
    const records = server.records.map((record) => GenerationRecord.parse(record.payload));
    expect(records.map(({ door, stage }) => [door, stage])).toEqual([
      ['openai.responses', 'input'],
      ['openai.responses', 'output'],
    ]);
    expect(records[1]?.withheld).toEqual(['billing']);
  });

  it('puts a refusal where an answer was, and seals it', async () => {
    const server = await startServer({ upstream: scriptedUpstream([JSON.stringify(response(message('a zorblax')))]) });
    const { body } = await post(server, URL, asked('hello'));
    expect(body).not.toContain('zorblax');
    expect(JSON.parse(body)).toMatchObject({
      status: 'incomplete',
      incomplete_details: { reason: 'content_filter' },
      output: [{ type: 'message', content: [{ type: 'refusal' }] }],
    });
    expect(server.evidence).toHaveLength(1);
  });

  it('refuses a prompt as an error, holds one, and answers as the assistant where the key says so', async () => {
    const server = await startServer();
    const refused = await post(server, URL, asked('zorblax'));
    expect([refused.statusCode, refused.headers['x-should-retry'], refused.json().error.code]).toEqual([
      400,
      'false',
      'content_filter',
    ]);
    expect((await post(server, URL, asked('holdrix'))).json().error.code).toBe('held_for_review');
    const headers = { authorization: 'Bearer tyr_message' };
    const spoken = (await post(server, URL, asked('zorblax'), headers)).json();
    expect(spoken).toMatchObject({ status: 'incomplete', output: [{ content: [{ type: 'output_text' }] }] });
    const events = read((await post(server, URL, asked('zorblax', { stream: true }), headers)).body);
    expect(events.map(({ type }) => type)).toEqual([
      'response.created',
      'response.output_item.added',
      'response.content_part.added',
      'response.output_text.delta',
      'response.output_text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.incomplete',
    ]);
    expect(server.asked).toEqual([]);
  });

  it.each([
    [{ prompt: { id: 'pmpt_1' } }, 'prompt'],
    [{ conversation: 'conv_1' }, 'conversation'],
    [{ input: [{ type: 'sound' }] }, 'input[0].type'],
    [
      { tools: [{ type: 'shell', environment: { type: 'container_auto', skills: [] } }] },
      'tools[0].environment.skills',
    ],
    [{ metadata: { a: 1 } }, 'metadata{0}'],
  ])('refuses %j', async (more, param) => {
    const answer = await post(await startServer(), URL, asked('hello', more));
    expect([answer.statusCode, answer.json().error.param]).toEqual([400, param]);
  });

  it('joins what is split over items, and tells who speaks', async () => {
    const server = await startServer();
    const input = [
      { role: 'user', content: 'zor' },
      { role: 'user', content: [{ type: 'input_text', text: 'blax' }] },
      { type: 'function_call_output', call_id: 'call_1', output: '{"a":"\\u0062"}' },
    ];
    expect((await post(server, URL, asked(input, { instructions: 'be kind' }))).statusCode).toBe(400);
    const contents = server.guard.checked[0]?.generation.contents.map(({ place, role }) => [place, role]);
    expect(contents).toContainEqual(['input[0..1].content#joined', 'user']);
    expect(contents).toContainEqual(['input[2].output#0', 'tool']);
    expect(contents).toContainEqual(['instructions', 'system']);
  });

  it('neither checks nor keeps credentials of tools, but passes them on', async () => {
    const server = await startServer();
    const tools = [
      {
        type: 'mcp',
        server_label: 'a',
        server_url: 'https://a.example',
        authorization: 'Bearer s3cr3t',
        headers: { 'X-Key': 's3cr3t' },
      },
    ];
    await post(server, URL, asked('zorblax', { tools }));
    await post(server, URL, asked('fine', { tools }));
    expect(JSON.stringify([server.evidence, server.records, server.guard.checked])).not.toContain('s3cr3t');
    expect(server.asked[0]).toContain('s3cr3t');
  });
});

describe('a streamed response', () => {
  it('is numbered anew and passes as it came', async () => {
    const { events, server } = await streamed(streamOf('fine ', 'words'));
    expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_, index) => index));
    const expected = streamOf('fine ', 'words').map(({ type }) => type);
    expect(events.map(({ type }) => type)).toEqual(expected);
    expect(events.at(-1)).toMatchObject({ response: { output: [message('fine words')] } });
    // Copies are not checked again.
    expect(
      answersOf(server)
        .at(-1)
        ?.generation.contents.map(({ place }) => place),
    ).toEqual(['output[0].content[0].text']);
  });

  it('rewrites every copy of what is repaired', async () => {
    const { body, events } = await streamed(streamOf('my qui', 'bblex is', ' here'));
    expect(body).not.toMatch(/quibblex|qui"|bblex/);
    expect(events.at(-1)).toMatchObject({ response: { output: [message('my [out] is here')] } });
    expect(events.find(({ type }) => type === 'response.output_text.done')?.text).toBe('my [out] is here');
    expect(
      events
        .filter(({ type }) => type.endsWith('.delta'))
        .map(({ delta }) => delta)
        .join(''),
    ).toBe('my [out] is here');
  });

  it('is cut where it is refused, and ends as clients expect', async () => {
    const { body, events, server } = await streamed(streamOf('A fine start. ', 'Then zor', 'blax and more.'));
    expect(body).not.toMatch(/zor|blax/);
    expect(events.at(-1)).toMatchObject({
      type: 'response.incomplete',
      response: { id: 'resp_1', status: 'incomplete', incomplete_details: { reason: 'content_filter' } },
    });
    expect(JSON.stringify(events.at(-1))).toContain('"refusal"');
    expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_, index) => index));
    expect(server.evidence).toHaveLength(1);
  });

  it('checks a copy that says something else than its deltas did', async () => {
    const events = streamOf('fine').map((event) =>
      event.type === 'response.completed' ? { ...event, response: response(message('zorblax')) } : event,
    );
    const { body, events: sent } = await streamed(events);
    expect(body).not.toContain('zorblax');
    expect(sent.at(-1)?.type).toBe('response.incomplete');
  });

  it('checks what only its end says', async () => {
    const { body } = await streamed([{ type: 'response.completed', response: response(message('zorblax')) }]);
    expect(body).not.toContain('zorblax');
    expect(read(body)[0]?.type).toBe('response.created');
  });

  it('withholds events and items that no table knows, and leaves no gap in the numbers of items', async () => {
    const [created, , ...rest] = streamOf('fine');
    const later = rest.map((event) => ('output_index' in event ? { ...event, output_index: 1 } : event));
    const odd: Event[] = [
      { type: 'response.mood.delta', delta: 'zorblax' },
      { type: 'response.output_item.added', output_index: 0, item: { type: 'mood', text: 'zorblax' } },
      { type: 'response.output_item.done', output_index: 0, item: { type: 'mood', text: 'zorblax' } },
    ];
    const { body, events, server } = await streamed([...(created ? [created] : []), ...odd, ...later]);
    expect(body).not.toContain('zorblax');
    const indexes = events.flatMap(({ output_index }) => (output_index === undefined ? [] : [output_index]));
    expect(new Set(indexes)).toEqual(new Set([0]));
    const record = GenerationRecord.parse(server.records.at(-1)?.payload);
    expect(record.withheld).toEqual(['event:response.mood.delta', 'output[]']);
  });

  it('checks each partial image once, in its own place', async () => {
    const at = { item_id: 'ig_1', output_index: 0 };
    const item = { id: 'ig_1', type: 'image_generation_call', status: 'completed', result: 'iVBORw0KGgo=' };
    const partial = (index: number, image: string) => ({
      type: 'response.image_generation_call.partial_image',
      ...at,
      partial_image_index: index,
      partial_image_b64: image,
    });
    const { events, server } = await streamed([
      { type: 'response.output_item.added', output_index: 0, item: { ...item, result: null } },
      partial(0, 'iVBORw0KGgo='),
      partial(1, 'UklGRiQ='),
      { type: 'response.output_item.done', output_index: 0, item },
      { type: 'response.completed', response: response(item) },
    ]);
    expect(events).toHaveLength(5);
    expect(
      answersOf(server)
        .at(-1)
        ?.generation.contents.map(({ place }) => place),
    ).toEqual(['output[0].partial_images[0]', 'output[0].partial_images[1]', 'output[0].result']);
  });

  it('that breaks off ends in an error, and that says one is no answer', async () => {
    const cut = await streamed(streamOf('fine').slice(0, -1));
    expect(cut.events.at(-1)).toMatchObject({ type: 'error', code: 'upstream_cut', error: { code: 'upstream_cut' } });
    const failed = await startServer({
      upstream: scriptedUpstream([written([{ type: 'error', message: 'zorblax' }])], { type: 'text/event-stream' }),
    });
    const answer = await post(failed, URL, asked('hello', { stream: true }));
    expect([answer.statusCode, answer.body.includes('zorblax')]).toEqual([502, false]);
  });

  it('keeps names of its own where those of the model server are not let through', async () => {
    const events = JSON.parse(JSON.stringify(streamOf('fine')).replaceAll('msg_1', 'msg_zorblax')) as Event[];
    const { body, events: sent } = await streamed(events);
    expect(body).not.toContain('zorblax');
    expect(sent.at(-1)).toMatchObject({ response: { output: [{ id: 'item_0' }] } });
    expect(sent.find(({ type }) => type.endsWith('.delta'))?.item_id).toBe('item_0');
  });
});

describe('a stored response', () => {
  it('is checked as it is read back', async () => {
    const upstream = scriptedUpstream([JSON.stringify(response(message('zorblax')))]);
    const server = await startServer({ upstream });
    const answer = await server.app.inject({ url: `${URL}/resp_1`, headers: AUTH });
    expect(answer.json()).toMatchObject({ id: 'resp_1', status: 'incomplete' });
    expect(answer.body).not.toContain('zorblax');
    const items = { object: 'list', data: [{ type: 'message', role: 'user', content: 'zorblax' }], has_more: false };
    const listed = await startServer({ upstream: scriptedUpstream([JSON.stringify(items)]) });
    const list = await listed.app.inject({ url: `${URL}/resp_1/input_items?limit=5&order=asc`, headers: AUTH });
    expect([list.statusCode, list.body.includes('zorblax')]).toEqual([200, false]);
  });

  it('can be stopped and deleted', async () => {
    const server = await startServer();
    const stopped = await server.app.inject({ method: 'POST', url: `${URL}/resp_1/cancel`, headers: AUTH });
    expect(stopped.json()).toMatchObject({ id: 'resp_1', status: 'cancelled' });
    const gone = await server.app.inject({ method: 'DELETE', url: `${URL}/resp_1`, headers: AUTH });
    expect(gone.json()).toEqual({ id: 'resp_1', object: 'response', deleted: true });
  });

  it.each(['resp_1?stream=true', 'resp_1?include[]=zorblax', 'zor%20blax', 'resp_1/secrets'])(
    'is not found at %s',
    async (path) => {
      const answer = await (await startServer()).app.inject({ url: `${URL}/${path}`, headers: AUTH });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
    },
  );
});
