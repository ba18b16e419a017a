import { crc32 } from '../checksum/crc32.js';

const MAGIC = 0x43415954; // "TYAC"
const VERSION = 1;
const HEADER = 8;
/** Sections in their order, each beginning at a multiple of four bytes. */
const SECTIONS = ['cells', 'outputs', 'patterns', 'pages', 'pageIndex'] as const;
type Section = (typeof SECTIONS)[number];

/** The automaton as typed arrays, the way it lies in its file. */
export interface AutomatonArrays {
  /** `CELL` fields for each state. */
  readonly cells: Int32Array;
  /** Pairs of pattern and offset of the next pair, 0 at the end of a chain. */
  readonly outputs: Int32Array;
  /** For each pattern its number of symbols and the edges to be checked (`EDGE_START`, `EDGE_END`). */
  readonly patterns: Uint16Array;
  readonly pages: Uint16Array;
  readonly pageIndex: Uint8Array;
}

export class AutomatonFormatError extends Error {
  readonly code = 'AUTOMATON_FORMAT';
  constructor(reason: string) {
    super(`not a compiled automaton: ${reason}`);
    this.name = 'AutomatonFormatError';
  }
}

/** One array of bytes, little-endian: header (magic, version, checksum, lengths of the sections), then the sections. */
export function packArrays(arrays: AutomatonArrays): Uint8Array {
  const sections = SECTIONS.map((name) => bytesOf(arrays[name]));
  const size = sections.reduce((sum, section) => sum + aligned(section.length), HEADER * 4);
  const bytes = new Uint8Array(size);
  const header = new Uint32Array(bytes.buffer, 0, HEADER);
  header[0] = MAGIC;
  header[1] = VERSION;
  let at = HEADER * 4;
  sections.forEach((section, index) => {
    header[3 + index] = section.length;
    bytes.set(section, at);
    at += aligned(section.length);
  });
  header[2] = crc32(bytes.subarray(12));
  return bytes;
}

/** The arrays as views of the bytes, which are copied only where they lie at an odd address. */
export function unpackArrays(given: Uint8Array): AutomatonArrays {
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  if (bytes.length < HEADER * 4) throw new AutomatonFormatError('too short');
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER);
  if (header[0] !== MAGIC) throw new AutomatonFormatError('wrong magic');
  if (header[1] !== VERSION) throw new AutomatonFormatError(`version ${header[1]}, expected ${VERSION}`);
  const lengths = [...header.subarray(3)];
  const size = lengths.reduce((sum, length) => sum + aligned(length), HEADER * 4);
  if (size !== bytes.length) throw new AutomatonFormatError('wrong length');
  if (header[2] !== crc32(bytes.subarray(12))) throw new AutomatonFormatError('wrong checksum');
  let at = bytes.byteOffset + HEADER * 4;
  const offsets = lengths.map((length) => {
    const offset = at;
    at += aligned(length);
    return offset;
  });
  const section = (name: Section): [ArrayBufferLike, number, number] => {
    const index = SECTIONS.indexOf(name);
    return [bytes.buffer, offsets[index] ?? 0, lengths[index] ?? 0];
  };
  const words = (name: Section, size: number): [ArrayBufferLike, number, number] => {
    const [buffer, offset, length] = section(name);
    return [buffer, offset, length / size];
  };
  return {
    cells: new Int32Array(...words('cells', 4)),
    outputs: new Int32Array(...words('outputs', 4)),
    patterns: new Uint16Array(...words('patterns', 2)),
    pages: new Uint16Array(...words('pages', 2)),
    pageIndex: new Uint8Array(...section('pageIndex')),
  };
}

function aligned(length: number): number {
  return (length + 3) & ~3;
}

function bytesOf(array: Int32Array | Uint16Array | Uint8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
