import { errors } from '@tyrian/contracts';
import { crc32 } from '@tyrian/text';
import type { GroupArrays, RuleTable } from './table.js';

const MAGIC = 0x584c5954; // "TYLX"
const VERSION = 2;
/** Magic, version, checksum, then the lengths in bytes of the sections in their order. */
const HEADER = 8;
const SECTIONS = 5;

/** Header, then the automaton, the arrays of groups and the rule table as JSON, each at a multiple of four bytes. */
export function packLexicon(automaton: Uint8Array, groups: GroupArrays, table: RuleTable): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(table));
  const sections = [automaton, bytesOf(groups.offsets), bytesOf(groups.list), bytesOf(groups.carveOutsOf), json];
  const bytes = new Uint8Array(sections.reduce((sum, { length }) => sum + aligned(length), HEADER * 4));
  const header = new Uint32Array(bytes.buffer, 0, HEADER);
  header.set([MAGIC, VERSION, 0, ...sections.map(({ length }) => length)]);
  let at = HEADER * 4;
  for (const section of sections) {
    bytes.set(section, at);
    at += aligned(section.length);
  }
  header[2] = crc32(bytes.subarray(12));
  return bytes;
}

export interface UnpackedLexicon {
  readonly automaton: Uint8Array;
  readonly groups: GroupArrays;
  readonly table: RuleTable;
  /** Names the content: the same for the same lexicon. */
  readonly checksum: string;
}

/** Trusts what is inside once the checksum holds, since only `packLexicon` writes it. */
export function unpackLexicon(given: Uint8Array): UnpackedLexicon {
  const fault = (reason: string) => errors.LEXICON_INVALID(['(compiled)', reason]);
  if (given.length < HEADER * 4) throw fault('too short');
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER);
  if (header[0] !== MAGIC) throw fault('wrong magic');
  if (header[1] !== VERSION) throw fault('made by another version');
  const lengths = [...header.subarray(3, 3 + SECTIONS)];
  if (lengths.reduce((sum, length) => sum + aligned(length), HEADER * 4) !== bytes.length) throw fault('wrong length');
  const checksum = header[2] ?? 0;
  if (crc32(bytes.subarray(12)) !== checksum) throw fault('wrong checksum');
  let at = HEADER * 4;
  const [automaton, offsets, list, carveOutsOf, json] = lengths.map((length) => {
    const section = bytes.subarray(at, at + length);
    at += aligned(length);
    return section;
  });
  return {
    automaton: automaton ?? bytes,
    groups: { offsets: wordsOf(offsets), list: wordsOf(list), carveOutsOf: wordsOf(carveOutsOf) },
    table: JSON.parse(new TextDecoder().decode(json)),
    checksum: checksum.toString(16).padStart(8, '0'),
  };
}

function aligned(length: number): number {
  return (length + 3) & ~3;
}

function bytesOf(array: Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function wordsOf(section: Uint8Array = new Uint8Array()): Uint32Array {
  return new Uint32Array(section.buffer, section.byteOffset, section.length / 4);
}
