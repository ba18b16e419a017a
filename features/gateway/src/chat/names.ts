import type { Field, JsonObject } from '../fields/field.js';
import { createWalk, type Walk } from '../fields/walk.js';
import { walkDocument } from '../fields/walk-document.js';
import type { Exchange } from '../verdict/exchange.js';
import { areNamesAllowed } from '../verdict/names.js';

/** Takes the names that a model server made up out of its answer where the guard does not let them through. */
export async function checkNames(
  exchange: Exchange,
  walk: Walk,
  table: Field,
  documents: readonly JsonObject[],
): Promise<void> {
  if (await areNamesAllowed(exchange, walk.names)) return;
  walk.withheld.add('names');
  for (const document of documents) {
    walkDocument(table, document, createWalk('answer', { dropsNames: true }));
    // Clients need these two.
    document.id = `chatcmpl-${exchange.id}`;
    document.model = exchange.model ?? '';
  }
}
