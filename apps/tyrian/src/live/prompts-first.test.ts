import { newId, type ScannedRecord } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promptsFirst } from './prompts-first.js';

const recordAt = (at: number, type: string) => ({ id: newId('record', at), type, at }) as ScannedRecord;

async function ordered(batches: readonly (readonly ScannedRecord[])[]): Promise<ScannedRecord[]> {
  const all: ScannedRecord[] = [];
  async function* scan() {
    yield* batches;
  }
  for await (const batch of promptsFirst(scan())) all.push(...batch);
  return all;
}

describe('promptsFirst', () => {
  it('gives a prompt before the answer of the same millisecond, also from the next batch', async () => {
    const [answer, prompt] = [recordAt(7, 'generation.output'), recordAt(7, 'generation.input')];
    expect(await ordered([[answer, prompt]])).toEqual([prompt, answer]);
    expect(await ordered([[answer], [prompt]])).toEqual([prompt, answer]);
  });

  it('loses nothing, and keeps to the time, however the records are cut into batches', async () => {
    const stage = fc.constantFrom('generation.input', 'generation.output');
    const record = fc.tuple(fc.nat(5), stage).map(([at, type]) => recordAt(at, type));
    const records = fc.array(record, { maxLength: 40 }).map((all) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    await fc.assert(
      fc.asyncProperty(records, fc.integer({ min: 1, max: 7 }), async (all, size) => {
        const batches = Array.from({ length: Math.ceil(all.length / size) }, (_, n) =>
          all.slice(n * size, (n + 1) * size),
        );
        const given = await ordered(batches);
        expect(new Set(given)).toEqual(new Set(all));
        expect(given).toHaveLength(all.length);
        const places = given.map(({ at, type }) => `${at} ${type}`);
        expect(places).toEqual(places.toSorted());
      }),
    );
  });
});
