import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config/config.js';
import { openPlatform } from '../src/operator/platform.js';
import { evidenceOf, heldEvent } from './_held.js';
import { temporaryFolder, tyrian } from './_program.js';

const HOUR = 3_600_000;
const folder = temporaryFolder();
afterAll(() => folder.dispose());

/** Four held texts of one cluster, in a data folder that no server has open. */
beforeAll(async () => {
  const platform = await openPlatform(parseConfig({ data: folder.path }));
  for (let number = 0; number < 4; number++) {
    const at = Date.now();
    const evidence = evidenceOf('hold', at, at + HOUR);
    await platform.store.records.append({ evidence: [evidence] });
    await platform.review.take({
      ...heldEvent(evidence, at + HOUR),
      cluster: 'c',
      hazards: number === 3 ? ['S1'] : [],
    });
  }
  await platform.close();
}, 60_000);

async function run(...args: string[]) {
  const ran = await tyrian(['case', ...args, '--data', folder.path]);
  return { ...ran, out: ran.out.trim() };
}
const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).out);

describe('tyrian case', () => {
  it('takes, lets go of, skips, escalates, decides and undoes', async () => {
    const first = await json('take', '--queue', 'urgent', '--by', 'ana');
    expect(first).toMatchObject({ queue: 'urgent', priority: 80, lease: { by: 'ana' } });
    expect((await run('hand-back', first.id, '--by', 'ana')).out).toBe(`Case ${first.id} is free.`);
    await run('take', first.id, '--by', 'ana');
    expect((await run('skip', first.id, '--by', 'ana', '--why', 'I know them')).code).toBe(0);
    expect((await run('take', '--queue', 'urgent', '--by', 'ana')).out).toBe('No case is free.');
    expect((await run('escalate', first.id, '--by', 'ben', '--why', 'hard')).out).toContain('whoever leads');

    const cluster = await json('decide', first.id, '--release', '--by', 'ana', '--note', 'a quotation', '--cluster');
    expect(cluster).toMatchObject({ decided: 4, left: 0 });
    expect((await run('undo', cluster.batch, '--by', 'ben')).code).toBe(2);
    expect((await run('undo', cluster.batch, '--by', 'ana')).out).toContain('Open again: 4.');
    expect(await json('decide', first.id, '--refuse', '--by', 'ana')).toMatchObject({ decision: 'refuse' });

    const shown = (await run('show', first.id)).out;
    expect(shown).toContain('queue:     urgent, priority 80');
    for (const said of ['I know them', 'hard', 'a quotation', 'undone']) expect(shown).toContain(said);
    expect(await json('show', first.id, '--by', 'ana')).toMatchObject({
      id: first.id,
      undoableUntil: expect.any(Number),
    });
  }, 120_000);
});
