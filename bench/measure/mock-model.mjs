// A model server for benchmarks, in a process of its own: mock-model.mjs [CHARACTERS]. Sends its port to its parent.
import { createServer } from 'node:http';

const characters = Number(process.argv[2] ?? 600);
const SENTENCE = 'A river otter sleeps in its holt, swims before breakfast, and plays with stones on a mossy bank. ';
const text = SENTENCE.repeat(Math.ceil(characters / SENTENCE.length)).slice(0, characters);
const named = { id: 'chatcmpl-mock', created: 1_750_000_000, model: 'mock-1', system_fingerprint: 'fp_mock' };
const whole = JSON.stringify({
  ...named,
  object: 'chat.completion',
  choices: [
    { index: 0, message: { role: 'assistant', content: text, refusal: null }, logprobs: null, finish_reason: 'stop' },
  ],
  usage: { prompt_tokens: 150, completion_tokens: 150, total_tokens: 300 },
});
const chunk = (delta, finish_reason = null) => {
  const choices = [{ index: 0, delta, logprobs: null, finish_reason }];
  return `data: ${JSON.stringify({ ...named, object: 'chat.completion.chunk', choices })}\n\n`;
};
const pieces = [
  chunk({ role: 'assistant', content: '', refusal: null }),
  ...(text.match(/.{1,6}/g) ?? []).map((content) => chunk({ content })),
  chunk({}, 'stop'),
];
const open = new Set();

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const { stream, user, messages } = JSON.parse(Buffer.concat(parts).toString());
    if (!stream) {
      // The number that a prompt begins with stands in its answer as well.
      const [number] = /^\d{8}/.exec(messages[0].content) ?? [];
      const answer = number === undefined ? whole : whole.replace(text.slice(0, 8), number);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(whole) });
      return response.end(answer);
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    // A stream for `hold` goes on until somebody sends `drop` to this process.
    if (user === 'hold') {
      open.add(response);
      response.on('close', () => open.delete(response));
      return;
    }
    for (const piece of pieces) response.write(piece);
    response.end('data: [DONE]\n\n');
  });
});
setInterval(() => {
  for (const response of open) response.write(chunk({ content: 'and the water was calm. ' }));
}, 500).unref();
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port, characters: text.length }));
