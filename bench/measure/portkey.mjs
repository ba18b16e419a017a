// The rival: Portkey's open gateway, pinned to versions in which it works, installed once into the system's temporary
// folder from the npm registry (without install scripts), behind loopback, with its three deterministic checks on.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = join(tmpdir(), 'tyrian-bench-portkey-1.15.2');
const MANIFEST = {
  private: true,
  dependencies: { '@portkey-ai/gateway': '1.15.2' },
  overrides: { '@hono/node-server': '1.13.5', hono: '4.9.7', '@hono/node-ws': '1.2.0' },
};
/** It listens on all interfaces; here it does on the loopback one only. */
const LOOPBACK = `const { Server } = require('node:net');
const listen = Server.prototype.listen;
Server.prototype.listen = function (...given) {
  const [first, ...rest] = given;
  const port = typeof first === 'object' && first !== null ? first.port : first;
  return listen.call(this, { port: Number(port), host: '127.0.0.1' }, rest.find((one) => typeof one === 'function'));
};`;

function install() {
  const start = join(folder, 'node_modules/@portkey-ai/gateway/build/start-server.js');
  if (existsSync(start)) return start;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, 'loopback.cjs'), LOOPBACK);
  execFileSync('npm', ['install', '--ignore-scripts', '--silent', '--no-audit'], { cwd: folder, stdio: 'inherit' });
  return start;
}

/** Resolves with { url, headers, pid, stop }. */
export async function startPortkey(modelPort, port = 18_787) {
  const start = install();
  const child = spawn(process.execPath, ['-r', join(folder, 'loopback.cjs'), start, `--port=${port}`, '--headless'], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const url = `http://127.0.0.1:${port}/v1/chat/completions`;
  for (let tries = 0; ; tries++) {
    const isUp = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (isUp) break;
    if (tries > 100) throw new Error('Portkey did not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const regexMatch = { 'default.regexMatch': { rule: '(bomb|suicide|credit card|ssn)', not: true }, deny: true };
  const config = {
    provider: 'openai',
    custom_host: `http://127.0.0.1:${modelPort}/v1`,
    api_key: 'sk-mock',
    input_guardrails: [regexMatch],
    output_guardrails: [{ ...regexMatch, 'default.containsCode': { format: 'SQL', not: true } }],
  };
  return {
    url,
    headers: { 'x-portkey-config': JSON.stringify(config), authorization: 'Bearer sk-mock' },
    pid: child.pid,
    stop: async () => void child.kill('SIGKILL'),
  };
}
