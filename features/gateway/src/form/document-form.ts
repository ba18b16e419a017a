import { isObject, type JsonObject } from '../fields/field.js';
import { imageTypeOf, type MediaType, soundTypeOf } from './media-type.js';
import { type SentFile, writeForm } from './write-form.js';

/** A document that was checked as the form that a model server reads; the other way round than `formDocument`. */
export function documentForm(document: JsonObject): ReturnType<typeof writeForm> {
  return writeForm(Object.entries(document).flatMap(([field, value]) => partsOf(field, value)));
}

function partsOf(field: string, value: unknown): [string, string | SentFile][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) {
    const name = value.length > 1 || !isFile(value[0]) ? `${field}[]` : field;
    return value.map((entry, index) => [name, isFile(entry) ? sentFile(field, index, entry.data) : String(entry)]);
  }
  if (isObject(value)) return Object.entries(value).map(([key, inner]) => [`${field}[${key}]`, String(inner)]);
  return [[field, String(value)]];
}

interface FileEntry {
  readonly data: string;
}

function isFile(value: unknown): value is FileEntry {
  return isObject(value) && typeof value.data === 'string';
}

const UNKNOWN: MediaType = { type: 'application/octet-stream', extension: 'bin' };

/** The client's name for a file is checked and stays here: no model needs it. */
function sentFile(field: string, index: number, dataUrl: string): SentFile {
  const bytes = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
  const { type, extension } = imageTypeOf(bytes) ?? soundTypeOf(bytes) ?? UNKNOWN;
  return { filename: `${field}-${index}.${extension}`, type, bytes };
}
