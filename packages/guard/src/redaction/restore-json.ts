import { type Edit, edited } from './edit.js';
import type { Restorations } from './restorations.js';
import { type RestoreOptions, restorationEdits } from './restore.js';

/** JSON within a string within JSON, and so on. */
const MAX_NESTING = 8;

/**
 * The same for JSON text: each string is read, restored and written again with its escapes; all else stays as it
 * stands, to the byte. Lenient, since what a model writes may break off.
 */
export function jsonRestorationEdits(
  json: string,
  restorations: Restorations,
  options: RestoreOptions = {},
  nesting = 0,
): Edit[] {
  if (restorations.values.size === 0) return [];
  const edits: Edit[] = [];
  for (let quote = json.indexOf('"'); quote !== -1; ) {
    const end = endOfString(json, quote + 1);
    const literal = json.slice(quote, end);
    const said = readLiteral(literal);
    const back = said === undefined ? undefined : restoreValue(said, restorations, options, nesting);
    if (back !== undefined && back !== said) edits.push({ start: quote, end, text: writeLiteral(back, literal) });
    quote = json.indexOf('"', end);
  }
  return edits;
}

/** Whether a text is JSON as a whole, an object or a list. */
export function isJsonDocument(text: string): boolean {
  if (!/^\s{0,64}[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function restoreValue(text: string, restorations: Restorations, options: RestoreOptions, nesting: number): string {
  if (nesting < MAX_NESTING && text.includes('"') && isJsonDocument(text))
    return edited(text, jsonRestorationEdits(text, restorations, options, nesting + 1));
  return edited(text, restorationEdits(text, restorations, options));
}

/** Just behind the closing quote, or the end where none closes. */
function endOfString(json: string, start: number): number {
  let at = start;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, json.length);
}

function readLiteral(literal: string): string | undefined {
  const closed = isClosed(literal) ? literal : `${literal}"`;
  try {
    const read: unknown = JSON.parse(closed.replace(/[\n\r\t]/g, escapeBlank));
    return typeof read === 'string' ? read : undefined;
  } catch {
    return undefined;
  }
}

function writeLiteral(text: string, before: string): string {
  const written = JSON.stringify(text);
  return isClosed(before) ? written : written.slice(0, -1);
}

function isClosed(literal: string): boolean {
  return (
    endOfString(literal, 1) === literal.length && literal.length > 1 && literal.endsWith('"') && !isEscapedEnd(literal)
  );
}

/** Whether the last quote is one that is said, not one that closes. */
function isEscapedEnd(literal: string): boolean {
  let slashes = 0;
  for (let at = literal.length - 2; at > 0 && literal[at] === '\\'; at--) slashes++;
  return slashes % 2 === 1;
}

/** Not allowed in JSON, but models write them. */
function escapeBlank(unit: string): string {
  return JSON.stringify(unit).slice(1, -1);
}
