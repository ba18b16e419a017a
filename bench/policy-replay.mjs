/**
 * How long a policy takes to replay over what is recorded: fills a store with varied records and replays them.
 * `node bench/policy-replay.mjs [--json] [--records 100000]`; PostgreSQL is measured where TYRIAN_TEST_POSTGRES names
 * one (a schema of its own is made and dropped).
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { newId } from '../packages/contracts/dist/index.js';
import { createReplayReporter, loadPolicy, withMode } from '../packages/guard/dist/index.js';
import { memoryKeys, openStore } from '../packages/storage/dist/index.js';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, records: { type: 'string', default: '100000' } },
});
const count = Number(values.records);
const shipped = (id) => readFileSync(new URL(`../packages/guard/policies/${id}.yaml`, import.meta.url), 'utf8');
const judged = withMode(loadPolicy(shipped('open-chat'), 'open-chat', shipped), 'observe');
const candidate = loadPolicy(shipped('children'), 'children', shipped);

/** The same numbers each time. */
let state = 1;
function random() {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}
const pick = (list) => list[Math.floor(random() * list.length)];
const SEEN = [
  ...['S1', 'S2', 'S10', 'S11', 'prompt-injection', 'hidden-text'].map((name) => ({ kind: 'hazard', name })),
  ...['fiction', 'education', 'help-seeking'].map((name) => ({ kind: 'attribute', name })),
  ...[1, 2, 3].map((degree) => ({ kind: 'maturity', name: pick(['violence', 'drugs']), degree })),
];

function signal(stage) {
  const start = Math.floor(random() * 900);
  return {
    ...pick(SEEN),
    score: Math.round(random() * 100) / 100,
    place: stage === 'input' ? `messages[${Math.floor(random() * 4)}].content` : 'choices[0].message.content',
    role: stage === 'input' ? 'user' : 'assistant',
    stage,
    spans: [[start, start + 8]],
    via: ['raw'],
    detector: 'lexicon',
    version: '1.1.0+eaac192b',
    rule: `rule.${Math.floor(random() * 50)}`,
  };
}

/** A prompt or the answer to it; two of three have nothing in them. */
function payloadOf(generation, stage, before) {
  const signals = random() < 0.66 ? [] : Array.from({ length: 1 + Math.floor(random() * 8) }, () => signal(stage));
  const payload = {
    verdict: newId('verdict'),
    generation,
    stage,
    door: 'openai.chat',
    model: 'demo',
    choice: stage === 'input' ? null : 0,
    decision: 'allow',
    proposed: 'allow',
    ...(before > 0 && { before }),
    score: 0,
    audience: pick(['adult', 'teen', 'unknown', 'child']),
    policy: { id: 'open-chat', version: '1.0.0', hash: judged.hash, mode: 'observe' },
    reasons: [],
    signals,
    coverage: ['lexicon', 'hidden-text', 'prompt-injection'].map((detector) => ({
      detector,
      status: 'scanned',
      places: 1 + Math.floor(random() * 4),
    })),
    characters: Math.floor(random() * 4_000),
    tookMs: 0.4,
  };
  return payload;
}

async function fill(store) {
  let made = 0;
  while (made < count) {
    const records = [];
    for (; records.length < 500 && made < count; made += 2) {
      const generation = newId('generation');
      const input = payloadOf(generation, 'input', 0);
      const subject = { value: `p${Math.floor(random() * 5_000)}`.padEnd(43, 'x'), keyId: 'pseudonym-1' };
      for (const payload of [input, payloadOf(generation, 'output', input.signals.length)]) {
        const at = Date.now();
        records.push({
          id: newId('record', at),
          type: `generation.${payload.stage}`,
          at,
          tenant: 'default',
          subject,
          payload,
        });
      }
    }
    await store.records.append({ records });
  }
}

async function measure(engine, database) {
  const store = await openStore({ database, keys: memoryKeys() });
  await fill(store);
  globalThis.gc?.();
  const cpu = process.cpuUsage();
  const started = performance.now();
  const reporter = createReplayReporter(candidate);
  let longestMs = 0;
  for await (const batch of store.records.scan({ types: ['generation.input', 'generation.output'] })) {
    const from = performance.now();
    for (const record of batch) reporter.add(record);
    longestMs = Math.max(longestMs, performance.now() - from);
  }
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpu);
  const { records, changed, inexact } = reporter.report();
  await store.close();
  return {
    engine,
    records,
    seconds: Number(seconds.toFixed(2)),
    recordsPerSecond: Math.round(records / seconds),
    cpuSeconds: Number(((used.user + used.system) / 1e6).toFixed(2)),
    longestBatchMs: Number(longestMs.toFixed(1)),
    changed: changed.count,
    inexact,
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  };
}

async function inSchema(url, run) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('drop schema if exists tyrian_replay cascade');
  await client.query('create schema tyrian_replay');
  const own = new URL(url);
  own.searchParams.set('options', '-c search_path=tyrian_replay');
  const result = await run(own.href);
  await client.query('drop schema tyrian_replay cascade');
  await client.end();
  return result;
}

const folder = mkdtempSync(join(tmpdir(), 'tyrian-bench-'));
const results = [];
try {
  results.push(await measure('pglite', { kind: 'embedded', folder: join(folder, 'db') }));
  const url = process.env.TYRIAN_TEST_POSTGRES;
  if (url) results.push(await inSchema(url, (own) => measure('postgresql', { kind: 'postgres', url: own })));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const report = { records: count, load: loadavg()[0], results };
console.log(values.json ? JSON.stringify(report) : report);
