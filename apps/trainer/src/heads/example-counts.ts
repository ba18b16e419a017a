import type { Example } from '../rows/examples.js';

/** Rows by source and label. */
export function exampleCounts(examples: readonly Example[]): Record<string, { harmful: number; harmless: number }> {
  const counts: Record<string, { harmful: number; harmless: number }> = {};
  for (const { source, label } of examples) {
    counts[source] ??= { harmful: 0, harmless: 0 };
    counts[source][label === 1 ? 'harmful' : 'harmless']++;
  }
  return counts;
}
