import { isUtf8 } from 'node:buffer';
import { errors } from '@tyrian/contracts';
import type { DoorPorts } from '../door-ports.js';
import type { Refusal } from '../doors/dialect.js';
import type { Door } from '../doors/door.js';
import { refusalOf } from '../doors/refusal.js';
import type { JsonObject } from '../fields/field.js';
import { media } from '../fields/kinds/media.js';
import { text } from '../fields/kinds/text.js';
import { LIMITS } from '../fields/limits.js';
import { readWalk } from '../fields/reading.js';
import { fileRequest } from '../fields/tables/files/file.js';
import { createWalk } from '../fields/walk.js';
import { walkDocument } from '../fields/walk-document.js';
import { formDocument } from '../form/form-document.js';
import { imageTypeOf } from '../form/media-type.js';
import { type FormFile, readForm } from '../form/read-form.js';
import { writeForm } from '../form/write-form.js';
import type { Exchange } from '../verdict/exchange.js';
import { isPassed, judge } from '../verdict/judge.js';
import { store } from '../verdict/store.js';
import type { OwnedFile } from './checked-files.js';
import { batchLines, checkLines, trainingLines } from './lines.js';

const SHAPE = { numbers: ['expires_after.seconds'], files: {} };

/** A file that was checked, as it is sent on, and what is to be known of it. */
export interface Checked {
  readonly form: ReturnType<typeof writeForm>;
  readonly owned: OwnedFile;
}

/** Checks an upload by what it is for. A refusal is the answer in its place. */
export async function checkUpload(
  ports: DoorPorts,
  exchange: Exchange,
  doors: readonly Door[],
  body: unknown,
  contentType: string,
): Promise<Checked | { readonly refused: Refusal }> {
  if (!Buffer.isBuffer(body)) throw errors.BODY_NOT_FORM(['its content type is another']);
  const parts = await readForm(body, contentType);
  const file = parts.find(({ name }) => name === 'file')?.value;
  if (file === undefined || typeof file === 'string') throw errors.FIELD_MISSING(['file'], { param: 'file' });
  const others = formDocument(
    parts.filter(({ value }) => value !== file),
    SHAPE,
  );
  const document: JsonObject = { ...others, filename: file.filename };
  const walk = createWalk('request');
  walkDocument(fileRequest, document, walk);
  const { purpose } = document;
  const isLines = purpose === 'batch' || purpose === 'fine-tune';
  const holder = { file: isLines ? '' : contentOf(file) };
  if (!isLines)
    (isPlain(file) ? text() : media(imageTypeOf(file.bytes) ? 'image' : 'file')).walk(
      holder.file,
      'file',
      holder,
      'file',
      walk,
    );
  const judged = await judge(ports, exchange, readWalk(walk, 'input'), { stage: 'input' });
  await store(ports.recorder, judged.commit);
  const { verdict, reading } = judged;
  if (!isPassed(verdict)) return { refused: refusalOf(ports, exchange, reading.contents, verdict) };
  if (!isLines)
    return {
      form: formFor(document, isPlain(file) ? Buffer.from(holder.file) : file.bytes),
      owned: { kind: 'upload' },
    };
  const read = purpose === 'batch' ? batchLines(doors) : trainingLines;
  const { text: lines, endpoint } = await checkLines(ports, exchange, file.bytes, read);
  const owned: OwnedFile = endpoint === undefined ? { kind: 'upload' } : { kind: 'batch-input', endpoint };
  return { form: formFor(document, Buffer.from(lines)), owned };
}

function isPlain({ bytes }: FormFile): boolean {
  return bytes.length <= LIMITS.text && isUtf8(bytes) && !bytes.includes(0);
}

function contentOf(file: FormFile): string {
  if (isPlain(file)) return file.bytes.toString('utf8');
  const { type } = imageTypeOf(file.bytes) ?? { type: 'application/octet-stream' };
  return `data:${type};base64,${file.bytes.toString('base64')}`;
}

function formFor(
  { purpose, filename, expires_after: expires }: JsonObject,
  bytes: Buffer,
): ReturnType<typeof writeForm> {
  const after = Object.entries(Object(expires)).map(([key, value]): [string, string] => [
    `expires_after[${key}]`,
    String(value),
  ]);
  const file = { filename: String(filename), type: 'application/octet-stream', bytes };
  return writeForm([['purpose', String(purpose)], ...after, ['file', file]]);
}
