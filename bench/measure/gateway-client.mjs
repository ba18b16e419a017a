// A closed loop of chats in a process of its own; its one argument is JSON: { url, headers, connections, seconds, stream,
// repeat }. Unless `repeat`, no prompt comes twice, nor any answer of the model server, whatever a gateway remembers.
import { Agent, request } from 'node:http';
import { quantile } from './process.mjs';

const { url, headers, connections, seconds, stream, repeat } = JSON.parse(process.argv[2]);
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const SENTENCE =
  'Please write a short and friendly paragraph about how river otters spend an ordinary day by the water. ';
const text = SENTENCE.repeat(6);
let number = 1e7 * (1 + Math.floor(Math.random() * 8));
const bodyOf = (content) => JSON.stringify({ model: 'mock-1', messages: [{ role: 'user', content }], stream });
const same = bodyOf(text.slice(0, 600));
const sent = { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(same) };

function chat() {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', agent, headers: sent }, (response) => {
      let first = 0;
      response.on('data', () => {
        first ||= performance.now() - started;
      });
      response.on('end', () =>
        response.statusCode === 200
          ? resolve({ first, total: performance.now() - started })
          : reject(new Error(`status ${response.statusCode}`)),
      );
    });
    asked.on('error', reject);
    asked.end(repeat ? same : bodyOf(`${number++} ${text.slice(0, 591)}`));
  });
}

const firsts = [];
const totals = [];
const begun = performance.now();
const end = begun + seconds * 1000;
async function loop() {
  while (performance.now() < end) {
    const { first, total } = await chat();
    firsts.push(first);
    totals.push(total);
  }
}
await Promise.all(Array.from({ length: connections }, loop));
process.send(
  {
    requests: totals.length,
    perSecond: totals.length / ((performance.now() - begun) / 1000),
    firstMs: quantile(firsts, 0.5),
    p50Ms: quantile(totals, 0.5),
    p99Ms: quantile(totals, 0.99),
  },
  () => process.exit(0),
);
