import type { ModelSession, TokenBatch } from '../src/classifier/model-session.js';
import { logitTable } from './_folder.js';

/** A model that computes what `onnxModelOf(logitTable())` computes, and remembers its batches. */
export function wordSession(more: Partial<ModelSession> = {}) {
  const table = logitTable();
  const batches: TokenBatch[] = [];
  const session: ModelSession = {
    run: async (batch) => {
      batches.push(batch);
      const rows = Array.from({ length: batch.rows }, (_, row) => {
        const tokens = batch.ids.subarray(row * batch.width, (row + 1) * batch.width);
        return [0, 1, 2].map((label) => Math.max(...Array.from(tokens, (id) => table[Number(id)]?.[label] ?? 0)));
      });
      return Float32Array.from(rows.flat());
    },
    close: async () => undefined,
    ...more,
  };
  return { session, batches };
}
