/**
 * What a record costs: rows a second and CPU a row for commits that arrive together and are stored in groups.
 * `node bench/storage-commit.mjs [--json] [--rows 20000] [--callers 64]`; PostgreSQL is measured where
 * TYRIAN_TEST_POSTGRES names one (a schema of its own is made and dropped).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { newId } from '../packages/contracts/dist/index.js';
import { memoryKeys, openStore, writeSnapshot } from '../packages/storage/dist/index.js';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rows: { type: 'string', default: '20000' },
    callers: { type: 'string', default: '64' },
  },
});
const rows = Number(values.rows);
const callers = Number(values.callers);
const payload = {
  note: 'x'.repeat(100),
  signals: Array.from({ length: 5 }, (_, i) => ({
    hazard: `S${i}`,
    score: 0.123,
    place: 'messages[0].content[0].text',
  })),
};

function record() {
  const at = Date.now();
  const subject = { value: `p${Math.random().toString(36).slice(2).padEnd(12, '0')}`, keyId: 'pseudonym-1' };
  return { id: newId('record', at), type: 'generation.input', at, tenant: 'default', subject, payload };
}

/** `callers` callers, each of which commits its next record when the one before is stored. */
async function commit(store, count) {
  let left = count;
  const waits = [];
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (left-- > 0) {
        const start = performance.now();
        await store.records.append({ records: [record()] });
        waits.push(performance.now() - start);
      }
    }),
  );
  return waits.sort((a, b) => a - b);
}

async function timed(run) {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = await run();
  const used = process.cpuUsage(cpu);
  return { result, ms: performance.now() - start, cpuMs: (used.user + used.system) / 1000 };
}

async function measure(engine, database) {
  const opened = await timed(() => openStore({ database, keys: memoryKeys() }));
  const store = opened.result;
  await commit(store, Math.min(rows, 2000));
  const { result: waits, ms, cpuMs } = await timed(() => commit(store, rows));
  const audit = await timed(() => store.audit.verify());
  await store.close();
  return {
    engine,
    openMs: Math.round(opened.ms),
    rowsPerSecond: Math.round((rows / ms) * 1000),
    cpuMicrosecondsPerRow: Number(((cpuMs / rows) * 1000).toFixed(1)),
    p50Ms: Number(waits[Math.floor(waits.length * 0.5)].toFixed(2)),
    p99Ms: Number(waits[Math.floor(waits.length * 0.99)].toFixed(2)),
    verifiedPerSecond: Math.round((audit.result.records / audit.ms) * 1000),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  };
}

async function inSchema(url, run) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('drop schema if exists tyrian_bench cascade');
  await client.query('create schema tyrian_bench');
  const own = new URL(url);
  own.searchParams.set('options', '-c search_path=tyrian_bench');
  const result = await run(own.href);
  await client.query('drop schema tyrian_bench cascade');
  await client.end();
  return result;
}

const folder = mkdtempSync(join(tmpdir(), 'tyrian-bench-'));
const results = [];
try {
  const snapshot = join(folder, 'snapshot.tar');
  const made = await timed(() => writeSnapshot(snapshot));
  results.push({ engine: 'snapshot', madeMs: Math.round(made.ms) });
  results.push(
    await measure('pglite, new folder from snapshot', { kind: 'embedded', folder: join(folder, 'db'), snapshot }),
  );
  results.push(await measure('pglite, folder opened again', { kind: 'embedded', folder: join(folder, 'db') }));
  const url = process.env.TYRIAN_TEST_POSTGRES;
  if (url) results.push(await inSchema(url, (own) => measure('postgresql', { kind: 'postgres', url: own })));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const report = { rows, callers, payloadBytes: JSON.stringify(payload).length, load: loadavg()[0], results };
console.log(values.json ? JSON.stringify(report) : report);
