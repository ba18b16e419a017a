import type { Field } from './field.js';
import type { Walk } from './walk.js';

/** Walks a whole document through its table. */
export function walkDocument(table: Field, document: object, walk: Walk): void {
  table.walk(document, '', { document }, 'document', walk);
}
