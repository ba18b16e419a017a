import { errors } from '@tyrian/contracts';
import { crc32 } from '../checksum/crc32.js';
import { areRising, type Knot } from './calibration.js';
import { BUCKET_BITS } from './feature-set.js';
import type { ClassifierModel, Head } from './model.js';

const MAGIC = 0x4c435954; // "TYCL"
const VERSION = 1;
/** Magic, version, checksum of what follows it, number of heads. */
const HEADER_BYTES = 16;
const NAME_BYTES = 24;
/** Name, families, bits, window, number of knots, scale, bias, power of the length, margin of a window, threshold. */
const HEAD_BYTES = NAME_BYTES + 36;
const KNOT_BYTES = 8;
const NAME = /^[a-z0-9-]{1,24}$/;

/** Limits of the format: what a file may ask a reader to hold. */
export const CLASSIFIER_BYTES_MAX = 1_500_000;
const HEADS_MAX = 64;
const KNOTS_MAX = 64;
/** Smaller windows would make the time a multiple of the text's length. */
const WINDOW_MIN = 64;

/** One array of bytes, little-endian: the header, for each head its record and its knots, then the weights of each. */
export function packClassifier({ heads }: ClassifierModel): Uint8Array {
  const size = heads.reduce(
    (sum, { knots, weights }) => sum + HEAD_BYTES + knots.length * KNOT_BYTES + weights.length,
    HEADER_BYTES,
  );
  if (size > CLASSIFIER_BYTES_MAX)
    throw errors.CLASSIFIER_INVALID([`${size} bytes are more than ${CLASSIFIER_BYTES_MAX}`]);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  [MAGIC, VERSION, 0, heads.length].forEach((field, index) => {
    view.setUint32(index * 4, field, true);
  });
  let at = HEADER_BYTES;
  for (const head of heads) at = packHead(head, bytes, view, at);
  for (const { weights } of heads) {
    bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at);
    at += weights.length;
  }
  view.setUint32(8, crc32(bytes.subarray(12)), true);
  return bytes;
}

function packHead({ name, families, weights, knots, ...head }: Head, bytes: Uint8Array, view: DataView, at: number) {
  bytes.set(new TextEncoder().encode(name), at);
  const fields = at + NAME_BYTES;
  const { window, scale, bias, lengthPower, windowMargin, threshold } = head;
  [families, Math.log2(weights.length), window, knots.length].forEach((number, index) => {
    view.setUint32(fields + index * 4, number, true);
  });
  [scale, bias, lengthPower, windowMargin, threshold, ...knots.flatMap(({ raw, logOdds }) => [raw, logOdds])].forEach(
    (number, index) => {
      view.setFloat32(fields + 16 + index * 4, number, true);
    },
  );
  return at + HEAD_BYTES + knots.length * KNOT_BYTES;
}

/**
 * The model of a file; its weights are a view of the bytes.
 *
 * @throws CLASSIFIER_INVALID where the bytes are damaged, of another version, or not a classifier.
 */
export function unpackClassifier(bytes: Uint8Array): ClassifierModel {
  if (bytes.length > CLASSIFIER_BYTES_MAX) throw errors.CLASSIFIER_INVALID([`more than ${CLASSIFIER_BYTES_MAX} bytes`]);
  if (bytes.length < HEADER_BYTES) throw errors.CLASSIFIER_INVALID(['too short']);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(0, true) !== MAGIC) throw errors.CLASSIFIER_INVALID(['wrong magic']);
  const version = view.getUint32(4, true);
  if (version !== VERSION) throw errors.CLASSIFIER_INVALID([`version ${version}, expected ${VERSION}`]);
  if (view.getUint32(8, true) !== crc32(bytes.subarray(12))) throw errors.CLASSIFIER_INVALID(['wrong checksum']);
  const count = view.getUint32(12, true);
  if (count > HEADS_MAX) throw errors.CLASSIFIER_INVALID([`more than ${HEADS_MAX} heads`]);
  let at = HEADER_BYTES;
  const records = Array.from({ length: count }, () => {
    const record = readRecord(bytes, view, at);
    at += HEAD_BYTES + record.knots.length * KNOT_BYTES;
    return record;
  });
  const heads = records.map(({ bits, ...record }) => {
    const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at, Math.min(1 << bits, bytes.length - at));
    at += 1 << bits;
    return { ...record, weights };
  });
  if (at !== bytes.length) throw errors.CLASSIFIER_INVALID(['wrong length']);
  return { heads };
}

function readRecord(bytes: Uint8Array, view: DataView, at: number) {
  const fields = at + NAME_BYTES;
  if (at + HEAD_BYTES > bytes.length) throw errors.CLASSIFIER_INVALID(['a head is cut']);
  const name = String.fromCharCode(...bytes.subarray(at, fields)).replace(/\0+$/, '');
  const [families = 0, bits = 0, window = 0, count = 0] = [0, 4, 8, 12].map((offset) =>
    view.getUint32(fields + offset, true),
  );
  const numbers = [16, 20, 24, 28, 32].map((offset) => view.getFloat32(fields + offset, true));
  const [scale = 0, bias = 0, lengthPower = 0, windowMargin = 0, threshold = 0] = numbers;
  if (
    !NAME.test(name) ||
    bits > BUCKET_BITS ||
    (window !== 0 && window < WINDOW_MIN) ||
    count > KNOTS_MAX ||
    at + HEAD_BYTES + count * KNOT_BYTES > bytes.length
  )
    throw errors.CLASSIFIER_INVALID(['a head is out of its limits']);
  const knots: Knot[] = Array.from({ length: count }, (_, index) => {
    const knot = at + HEAD_BYTES + index * KNOT_BYTES;
    return { raw: view.getFloat32(knot, true), logOdds: view.getFloat32(knot + 4, true) };
  });
  if (!numbers.every(Number.isFinite) || !areRising(knots))
    throw errors.CLASSIFIER_INVALID([`head ${name} holds numbers that are not`]);
  return { name, families, bits, window, scale, bias, lengthPower, windowMargin, threshold, knots };
}
