import type { Exchange } from './exchange.js';

/**
 * Whether the guard lets the names of an answer through, as they stand and as the words in them. They are judged apart
 * from what the answer says: it is not refused for a name, which can be replaced.
 */
export async function areNamesAllowed(exchange: Exchange, names: Iterable<string>): Promise<boolean> {
  const { guard, audience, id, model } = exchange;
  const lines: string[] = [];
  for (const name of names) {
    // The client's own word.
    if (name === model) continue;
    const words = name.replace(/[^A-Za-z0-9]+/g, ' ').trim();
    lines.push(name);
    if (words !== name) lines.push(words);
  }
  if (lines.length === 0) return true;
  const text = lines.join('\n');
  const { decision } = await guard.check({
    id,
    stage: 'output',
    audience,
    contents: [{ modality: 'text', place: 'names', role: 'assistant', stage: 'output', text }],
  });
  return decision === 'allow';
}
