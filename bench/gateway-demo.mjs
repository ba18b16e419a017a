// CPU time of the whole server process per chat on the demo upstream, everything recorded: about 600 characters in and
// out, 50 connections. Goal: at most 0.5 ms.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cpuMs, report, residentMb, round } from './measure/process.mjs';
import { dataFolder, startServer } from './measure/server.mjs';

const CONNECTIONS = 50;
const SECONDS = Number(process.env.SECONDS ?? 10);
const client = fileURLToPath(new URL('./measure/chat-client.mjs', import.meta.url));

const server = await startServer(dataFolder());
const drive = (seconds) =>
  new Promise((resolve, reject) => {
    const child = fork(client, [server.url, server.key, String(CONNECTIONS), String(seconds)]);
    child.once('message', resolve);
    child.once('error', reject);
  });

await drive(3);
const before = cpuMs(server.pid);
const { requests, p50, p99, charactersIn, charactersOut } = await drive(SECONDS);
const cpu = cpuMs(server.pid) - before;
report({
  connections: CONNECTIONS,
  requests,
  requestsPerSecond: round(requests / SECONDS, 0),
  cpuMsPerRequest: round(cpu / requests, 3),
  p50Ms: round(p50, 1),
  p99Ms: round(p99, 1),
  charactersIn,
  charactersOut,
  rssMb: residentMb(server.pid),
});
await server.stop();
