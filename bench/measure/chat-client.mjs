// A closed loop of chats in a process of its own: chat-client.mjs URL KEY CONNECTIONS SECONDS
import { Agent, request } from 'node:http';
import { quantile } from './process.mjs';

const [url, key, connections, seconds] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const SENTENCE =
  'Please write a short and friendly paragraph about how river otters spend an ordinary day by the water. ';
const prompt = SENTENCE.repeat(6).slice(0, 600);
const body = JSON.stringify({ model: 'demo', messages: [{ role: 'user', content: prompt }] });
const headers = {
  authorization: `Bearer ${key}`,
  'content-type': 'application/json',
  'content-length': Buffer.byteLength(body),
};

function chat() {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/v1/chat/completions`, { method: 'POST', agent, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(Buffer.concat(chunks))
          : reject(new Error(`${response.statusCode} ${Buffer.concat(chunks)}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const times = [];
let answer;
const end = performance.now() + Number(seconds) * 1000;
async function loop() {
  while (performance.now() < end) {
    const started = performance.now();
    answer = await chat();
    times.push(performance.now() - started);
  }
}
await Promise.all(Array.from({ length: Number(connections) }, loop));
const charactersOut = JSON.parse(answer).choices[0].message.content.length;
process.send(
  {
    requests: times.length,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    charactersIn: prompt.length,
    charactersOut,
  },
  () => process.exit(0),
);
