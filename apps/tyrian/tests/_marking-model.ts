import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface MarkingModel {
  readonly url: string;
  close(): Promise<void>;
}

/** A model server whose every answer, also its errors, holds a marker; it speaks OpenAI's chat format only. */
export async function startMarkingModel(marker: string, attack: string): Promise<MarkingModel> {
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    if (request.url !== '/v1/chat/completions') {
      response.writeHead(500, { 'content-type': 'application/json' });
      return void response.end(JSON.stringify({ error: { message: marker, type: marker, code: marker } }));
    }
    const content = text.includes('SAY attack') ? `${marker} ${attack}` : `Hello ${marker}.`;
    const head = { id: `chatcmpl-${marker}`, created: 1, model: marker };
    const usage = { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 };
    if (!text.includes('"stream":true')) {
      const message = { role: 'assistant', content, refusal: null };
      const choices = [{ index: 0, message, logprobs: null, finish_reason: 'stop' }];
      response.writeHead(200, { 'content-type': 'application/json' });
      return void response.end(JSON.stringify({ object: 'chat.completion', ...head, choices, usage }));
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = (delta: object, finish_reason: string | null) =>
      response.write(
        `data: ${JSON.stringify({ object: 'chat.completion.chunk', ...head, choices: [{ index: 0, delta, logprobs: null, finish_reason }] })}\n\n`,
      );
    send({ role: 'assistant', content }, null);
    send({}, 'stop');
    response.end('data: [DONE]\n\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
