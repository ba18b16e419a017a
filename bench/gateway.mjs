/**
 * The gateway in front of a model server, against the bare model server and Portkey with its three checks, interleaved in
 * one run: 600 characters in and out. `npm run bench:gateway -- [--json] [--seconds 6] [--rounds 2] [--no-rival]`.
 * Goals: 8 x the rival's requests a second, 0.5 ms CPU a request of the whole process, 2 ms more to the first token.
 */
import { fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPortkey } from './measure/portkey.mjs';
import { cpuMs, report, residentMb, round } from './measure/process.mjs';
import { dataFolder, startServer } from './measure/server.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    seconds: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '2' },
    'no-rival': { type: 'boolean', default: false },
    streams: { type: 'string', default: '1000' },
  },
});
const here = (file) => fileURLToPath(new URL(`./measure/${file}`, import.meta.url));
const model = fork(here('mock-model.mjs'), ['600']);
const { port, characters } = await new Promise((resolve) => model.once('message', resolve));

const server = await startServer(dataFolder(), ['--upstream', `http://127.0.0.1:${port}/v1`]);
const tyrian = {
  url: `${server.url}/v1/chat/completions`,
  headers: { authorization: `Bearer ${server.key}` },
  pid: server.pid,
  stop: server.stop,
};
const direct = { url: `http://127.0.0.1:${port}/v1/chat/completions`, headers: {}, pid: model.pid };
const rival = values['no-rival'] ? undefined : await startPortkey(port);

function drive(target, { connections, stream, seconds, repeat }) {
  const { url, headers, pid } = target;
  const before = cpuMs(pid);
  return new Promise((resolve, reject) => {
    const child = fork(here('gateway-client.mjs'), [
      JSON.stringify({ url, headers, connections, seconds, stream, repeat }),
    ]);
    child.once('message', (said) => resolve({ ...said, cpuMs: (cpuMs(pid) - before) / said.requests }));
    child.once('error', reject);
    child.once('exit', (code) => code !== 0 && reject(new Error(`the client ended with ${code}`)));
  });
}

const WARM_SECONDS = 20;
const targets = [['direct', direct], ['tyrian', tyrian], ...(rival ? [['portkey', rival]] : [])];
const kinds = [
  { name: 'json', connections: 50, stream: false },
  // What a gateway remembers of texts that come again, as the turns of a conversation do, shows here only.
  { name: 'repeated', connections: 50, stream: false, repeat: true },
  { name: 'firstToken', connections: 1, stream: true },
  { name: 'stream', connections: 10, stream: true },
];
// V8 needs some thousands of requests until it has compiled what they run through: the first hundred cost ten times as much.
for (const [, target] of targets) await drive(target, { connections: 50, stream: false, seconds: WARM_SECONDS });
for (const [, target] of targets) await drive(target, { connections: 2, stream: true, seconds: 2 });
const seen = new Map();
for (let turn = 0; turn < Number(values.rounds); turn++) {
  for (const { name: kind, ...how } of kinds) {
    for (const [name, target] of targets) {
      const figures = await drive(target, { ...how, seconds: Number(values.seconds) });
      const key = `${kind} ${name}`;
      seen.set(key, [...(seen.get(key) ?? []), figures]);
    }
  }
}
const mean = (kind, name, figure) => {
  const list = seen.get(`${kind} ${name}`) ?? [];
  return list.reduce((sum, one) => sum + one[figure], 0) / list.length;
};

/** Memory with many open streams: after they have opened, and twenty seconds on. */
async function openStreams(count) {
  const agent = new Agent({ maxSockets: Infinity });
  const body = JSON.stringify({
    model: 'mock-1',
    user: 'hold',
    stream: true,
    messages: [{ role: 'user', content: 'A story of otters, please.' }],
  });
  const headers = { ...tyrian.headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const before = residentMb(tyrian.pid);
  const asked = [];
  for (let at = 0; at < count; at++) {
    await new Promise((resolve, reject) => {
      const one = request(tyrian.url, { method: 'POST', agent, headers }, (response) => {
        response.resume();
        response.on('error', () => undefined);
        resolve();
      });
      one.on('error', reject);
      one.end(body);
      asked.push(one);
      if (at % 50 !== 0) resolve();
    });
  }
  const rest = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  await rest(5);
  const opened = residentMb(tyrian.pid);
  await rest(20);
  const later = residentMb(tyrian.pid);
  for (const one of asked) one.destroy();
  await rest(2);
  return { before, opened, later, after: residentMb(tyrian.pid) };
}
const streams = Number(values.streams) > 0 ? await openStreams(Number(values.streams)) : undefined;

report({
  ratio: rival ? round(mean('json', 'tyrian', 'perSecond') / mean('json', 'portkey', 'perSecond'), 1) : null,
  cpuMsPerRequest: round(mean('json', 'tyrian', 'cpuMs'), 3),
  addedTtftMs: round(mean('firstToken', 'tyrian', 'firstMs') - mean('firstToken', 'direct', 'firstMs'), 2),
  rssMb: residentMb(tyrian.pid),
  requestsPerSecond: Object.fromEntries(targets.map(([name]) => [name, round(mean('json', name, 'perSecond'), 0)])),
  repeated: {
    requestsPerSecond: round(mean('repeated', 'tyrian', 'perSecond'), 0),
    cpuMsPerRequest: round(mean('repeated', 'tyrian', 'cpuMs'), 3),
  },
  rivalCpuMsPerRequest: rival ? round(mean('json', 'portkey', 'cpuMs'), 3) : null,
  cpuRatio: rival ? round(mean('json', 'portkey', 'cpuMs') / mean('json', 'tyrian', 'cpuMs'), 1) : null,
  cpuMsPerStream: Object.fromEntries(targets.map(([name]) => [name, round(mean('stream', name, 'cpuMs'), 2)])),
  firstTokenMs: Object.fromEntries(targets.map(([name]) => [name, round(mean('firstToken', name, 'firstMs'), 2)])),
  openStreams: streams ? { count: Number(values.streams), rssMb: streams } : null,
  characters,
});
await tyrian.stop();
await rival?.stop();
model.kill();
process.exit(0);
