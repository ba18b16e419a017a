import { errors } from '@tyrian/contracts';
import { isObject, type JsonObject } from '../fields/field.js';
import type { MediaType } from './media-type.js';
import type { FormFile, FormPart } from './read-form.js';

/** How the parts of a form become fields of a document. */
export interface FormShape {
  /** Fields whose text is a number, or `true` and `false`. */
  readonly numbers?: readonly string[];
  readonly flags?: readonly string[];
  /** Fields that are files, and what their bytes must be. */
  readonly files: Readonly<Record<string, FileShape>>;
}

interface FileShape {
  /** Undefined: it is not of this kind. */
  typeOf(bytes: Buffer): MediaType | undefined;
  /** `a PNG, JPEG or WebP image`, for the error. */
  readonly what: string;
}

/**
 * A form as the document that a table describes: `name[]` is a list, `name[key]` a field of an object, and a file an
 * entry `{filename, data}` of a list, its bytes as a data URL. Two parts of one name are refused: servers differ in which
 * of them they read.
 */
export function formDocument(parts: readonly FormPart[], shape: FormShape): JsonObject {
  const document = new Map<string, unknown>();
  for (const { name, value } of parts) {
    const [, field = name, key] = /^([^[]+)\[(.*)\]$/.exec(name) ?? [];
    if (typeof value !== 'string') addFile(document, field, value, shape.files[field]);
    else if (key === undefined) addOnce(document, field, readValue(field, value, shape));
    else if (key === '') listIn(document, field).push(value);
    else addKey(document, field, key, readValue(`${field}.${key}`, value, shape));
  }
  return Object.fromEntries(document);
}

function readValue(field: string, text: string, { numbers = [], flags = [] }: FormShape): unknown {
  // Anything else stays a text, and the field's table says what is wrong with it.
  if (numbers.includes(field) && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text)) return Number(text);
  if (flags.includes(field) && /^(?:true|false)$/.test(text)) return text === 'true';
  return text;
}

function addOnce(document: Map<string, unknown>, field: string, value: unknown): void {
  if (document.has(field)) throw errors.FIELD_INVALID([field, 'stands in the form twice'], { param: field });
  document.set(field, value);
}

function listIn(document: Map<string, unknown>, field: string): unknown[] {
  const list = document.get(field) ?? [];
  if (!Array.isArray(list)) throw errors.FIELD_INVALID([field, 'stands in the form twice'], { param: field });
  document.set(field, list);
  return list;
}

function addKey(document: Map<string, unknown>, field: string, key: string, value: unknown): void {
  // Without a prototype, so that no key means anything.
  const object = document.get(field) ?? Object.create(null);
  if (!isObject(object) || Object.hasOwn(object, key)) {
    throw errors.FIELD_INVALID([field, 'stands in the form twice'], { param: field });
  }
  object[key] = value;
  document.set(field, object);
}

function addFile(document: Map<string, unknown>, field: string, file: FormFile, shape: FileShape | undefined): void {
  if (!shape) throw errors.FIELD_UNKNOWN([field], { param: field });
  const found = shape.typeOf(file.bytes);
  if (!found) throw errors.FIELD_INVALID([field, `must be ${shape.what}`], { param: field });
  const data = `data:${found.type};base64,${file.bytes.toString('base64')}`;
  listIn(document, field).push({ filename: file.filename, data });
}
