/**
 * What reviewers wait for with many open cases: a page of a queue, of all queues, the counts, and taking the next case.
 * `node bench/review-queue.mjs [--json] [--cases 100000] [--times 200]`; PostgreSQL is measured where TYRIAN_TEST_POSTGRES
 * names one (a schema of its own is made and dropped).
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { createStore } from '../packages/storage/dist/create-store.js';
import { openEmbedded } from '../packages/storage/dist/database/embedded.js';
import { openPostgres } from '../packages/storage/dist/database/postgres.js';
import { memoryKeys } from '../packages/storage/dist/index.js';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    cases: { type: 'string', default: '100000' },
    times: { type: 'string', default: '200' },
  },
});
const [cases, times] = [Number(values.cases), Number(values.times)];
const HOUR = 3_600_000;
const now = Date.now();

/** Half in one queue, a tenth about child safety, of twenty tenants. */
async function fill({ db }) {
  await sql`
    insert into cases (id, tenant, kind, status, verdict, fingerprint, rules, opened_at, expires_at, quiet, queue, priority,
      language, cluster, child_safety, subject)
    select 'cas_' || lpad(n::text, 25, '0'), 'tenant-' || n % 20, 'hold', 'open', 'vrd_' || n, 'fp-' || n,
      '["test.hold"]'::jsonb, ${now}::bigint - n, ${now}::bigint + ${24 * HOUR} + (n * 7919) % ${48 * HOUR}, n % 10 = 0,
      case when n % 10 = 0 then 'child-safety' when n % 2 = 0 then 'general' else 'queue-' || n % 9 end,
      case when n % 10 = 0 then 100 when n % 2 = 0 then 50 else 60 + n % 5 end,
      (array['en', 'de', 'fr', null])[1 + n % 4], 'cluster-' || n / 7, n % 10 = 0, 'subject-' || n / 3
    from generate_series(1, ${cases}) as n`.execute(db);
  await sql`analyze cases`.execute(db);
}

async function percentiles(run) {
  const waits = [];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    await run(time);
    waits.push(performance.now() - start);
  }
  waits.sort((a, b) => a - b);
  const at = (share) => Number(waits[Math.min(times - 1, Math.floor(times * share))].toFixed(1));
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

async function measure(engine, database) {
  const store = await createStore(database, { keys: memoryKeys() });
  await fill(database);
  const all = { tenant: null, childSafety: true };
  const page = (scope, more = {}) => store.cases.page({ scope, now, limit: 50, ...more });
  const fromTheMiddle = { priority: 50, until: now + 40 * HOUR, id: 'cas_' };
  const figures = {
    'page of a queue': await percentiles(() => page(all, { queue: 'general' })),
    'page of all queues': await percentiles(() => page(all)),
    'page without child safety': await percentiles(() => page({ tenant: null, childSafety: false })),
    'page of one tenant': await percentiles((time) => page({ tenant: `tenant-${time % 20}`, childSafety: false })),
    'page far down': await percentiles(() => page(all, { queue: 'general', after: fromTheMiddle })),
    'page of a language': await percentiles(() => page(all, { language: 'de' })),
    counts: await percentiles(() => store.cases.counts(all, now)),
    take: await percentiles((time) =>
      store.cases.takeNext(
        { by: `reviewer-${time}`, at: Date.now(), isLead: false, scope: { tenant: null, childSafety: time % 2 === 0 } },
        { queue: undefined, languages: [], until: Date.now() + HOUR },
      ),
    ),
  };
  await store.close();
  return { engine, cases, figures };
}

const results = [await measure('embedded', await openEmbedded({ folder: null }))];
const url = process.env.TYRIAN_TEST_POSTGRES;
if (url) {
  const schema = `bench_queue_${process.pid}`;
  const admin = openPostgres(url);
  await sql.raw(`create schema ${schema}`).execute(admin.db);
  const inSchema = new URL(url);
  inSchema.searchParams.set('options', `-c search_path=${schema}`);
  try {
    results.push(await measure('PostgreSQL', openPostgres(inSchema.href)));
  } finally {
    await sql.raw(`drop schema ${schema} cascade`).execute(admin.db);
    await admin.close();
  }
}

if (values.json) process.stdout.write(`${JSON.stringify({ load: loadavg(), results })}\n`);
else {
  process.stdout.write(`load ${loadavg().map((one) => one.toFixed(1))}\n`);
  for (const { engine, figures } of results)
    for (const [what, { p50Ms, p95Ms }] of Object.entries(figures))
      process.stdout.write(`${engine.padEnd(11)} ${what.padEnd(26)} p50 ${p50Ms} ms, p95 ${p95Ms} ms\n`);
}
