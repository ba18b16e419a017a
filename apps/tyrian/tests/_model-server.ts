import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const Asked = z.looseObject({
  model: z.string(),
  stream: z.boolean().optional(),
  n: z.number().optional(),
  messages: z.array(z.looseObject({ role: z.string(), content: z.unknown() })),
  tools: z.array(z.unknown()).optional(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).optional(),
});

export interface ModelServer {
  readonly url: string;
  /** Bodies that reached the model, oldest first. */
  readonly asked: z.infer<typeof Asked>[];
  readonly aborted: () => number;
  close(): Promise<void>;
}

/**
 * A model server of ours for tests: speaks OpenAI's chat format, JSON and streamed, and answers what it is told to
 * ("SAY ..." in the last message), so that an answer can hold what its prompt does not.
 */
export async function startModelServer(sayings: Readonly<Record<string, string>>): Promise<ModelServer> {
  const asked: ModelServer['asked'] = [];
  let aborted = 0;
  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) aborted++;
    });
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse) {
    if (request.url === '/v1/models')
      return json(response, {
        object: 'list',
        data: [{ id: 'test-model', object: 'model', created: 1, owned_by: 'tests' }],
      });
    let text = '';
    for await (const chunk of request) text += chunk;
    const body = Asked.parse(JSON.parse(text));
    asked.push(body);
    const last = body.messages.at(-1)?.content;
    const said =
      typeof last === 'string' ? (sayings[/SAY ([a-z-]+)/.exec(last)?.[1] ?? ''] ?? `You said: ${last}`) : 'I see.';
    if (said === 'HANG') return;
    const isTool = typeof last === 'string' && last.includes('CALL') && body.tools !== undefined;
    return body.stream ? stream(response, body, said, isTool) : whole(response, body, said, isTool);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    aborted: () => aborted,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const HEAD = { id: 'chatcmpl-test', created: 1_750_000_000, model: 'test-model' };
const USAGE = { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 };
const toolCall = (args: string) => ({ id: 'call_1', type: 'function', function: { name: 'look_up', arguments: args } });

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function whole(response: ServerResponse, body: z.infer<typeof Asked>, said: string, isTool: boolean): void {
  const message = isTool
    ? { role: 'assistant', content: null, refusal: null, tool_calls: [toolCall(JSON.stringify({ q: said }))] }
    : { role: 'assistant', content: said, refusal: null };
  const choices = Array.from({ length: body.n ?? 1 }, (_, index) => ({
    index,
    message: index === 0 ? message : { role: 'assistant', content: 'Another answer.', refusal: null },
    logprobs: null,
    finish_reason: isTool ? 'tool_calls' : 'stop',
  }));
  json(response, { object: 'chat.completion', ...HEAD, choices, usage: USAGE });
}

function stream(response: ServerResponse, body: z.infer<typeof Asked>, said: string, isTool: boolean): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (choices: object[], more: object = {}) =>
    response.write(`data: ${JSON.stringify({ object: 'chat.completion.chunk', ...HEAD, choices, ...more })}\n\n`);
  for (let index = 0; index < (body.n ?? 1); index++) {
    const text = index === 0 ? said : 'Another answer.';
    const delta = (content: object, finish_reason: string | null = null) =>
      send([{ index, delta: content, logprobs: null, finish_reason }]);
    delta({ role: 'assistant', content: '' });
    if (isTool && index === 0) {
      delta({ tool_calls: [{ index: 0, ...toolCall('') }] });
      for (const piece of JSON.stringify({ q: text }).match(/[\s\S]{1,5}/g) ?? [])
        delta({ tool_calls: [{ index: 0, function: { arguments: piece } }] });
    } else for (const piece of text.match(/[\s\S]{1,5}/gu) ?? []) delta({ content: piece });
    delta({}, isTool ? 'tool_calls' : 'stop');
  }
  if (body.stream_options?.include_usage) send([], { usage: USAGE });
  response.end('data: [DONE]\n\n');
}
