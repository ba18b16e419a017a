import { errors } from '@tyrian/contracts';
import { crc32 } from '@tyrian/text';
import type { RuleTable } from './table.js';

const MAGIC = 0x584c5954; // "TYLX"
const VERSION = 1;
const HEADER = 20;

/** Header (magic, version, checksum, lengths), the automaton, then the rule table as JSON. */
export function packLexicon(automaton: Uint8Array, table: RuleTable): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(table));
  const bytes = new Uint8Array(HEADER + automaton.length + json.length);
  const header = new DataView(bytes.buffer);
  header.setUint32(0, MAGIC, true);
  header.setUint32(4, VERSION, true);
  header.setUint32(12, automaton.length, true);
  header.setUint32(16, json.length, true);
  bytes.set(automaton, HEADER);
  bytes.set(json, HEADER + automaton.length);
  header.setUint32(8, crc32(bytes.subarray(12)), true);
  return bytes;
}

export interface UnpackedLexicon {
  readonly automaton: Uint8Array;
  readonly table: RuleTable;
  /** Names the content: the same for the same lexicon. */
  readonly checksum: string;
}

/** Trusts the rule table once the checksum holds, since only `packLexicon` writes it. */
export function unpackLexicon(bytes: Uint8Array): UnpackedLexicon {
  const fault = (reason: string) => errors.LEXICON_INVALID(['(compiled)', reason]);
  if (bytes.length < HEADER) throw fault('too short');
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (header.getUint32(0, true) !== MAGIC) throw fault('wrong magic');
  if (header.getUint32(4, true) !== VERSION) throw fault('made by another version');
  const checksum = header.getUint32(8, true);
  const automatonLength = header.getUint32(12, true);
  if (HEADER + automatonLength + header.getUint32(16, true) !== bytes.length) throw fault('wrong length');
  if (crc32(bytes.subarray(12)) !== checksum) throw fault('wrong checksum');
  const table: RuleTable = JSON.parse(new TextDecoder().decode(bytes.subarray(HEADER + automatonLength)));
  return {
    automaton: bytes.subarray(HEADER, HEADER + automatonLength),
    table,
    checksum: checksum.toString(16).padStart(8, '0'),
  };
}
