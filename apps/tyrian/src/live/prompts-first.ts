import type { ScannedRecord } from '@tyrian/contracts';

/**
 * Records in the order of their time, prompts before answers within a millisecond: by their ids, in which they are read,
 * both can stand in either order then. Holds back the last millisecond of each batch, since the next may go on with it.
 */
export async function* promptsFirst(
  batches: AsyncIterable<readonly ScannedRecord[]>,
): AsyncGenerator<readonly ScannedRecord[]> {
  let held: ScannedRecord[] = [];
  for await (const batch of batches) {
    const ready: ScannedRecord[] = [];
    for (const record of batch) {
      if (held[0] && held[0].at !== record.at) {
        ready.push(...held.sort(byType));
        held = [];
      }
      held.push(record);
    }
    yield ready;
  }
  yield held.sort(byType);
}

/** `generation.input` stands before `generation.output`. */
function byType({ type: a }: ScannedRecord, { type: b }: ScannedRecord): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
