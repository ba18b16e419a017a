import { z } from 'zod';
import { parseAs } from '../../classifier-error.js';
import { Charsmap } from './charsmap.js';
import type { Normalizer } from './normalizer.js';

const Settings = z.strictObject({ type: z.string(), precompiled_charsmap: z.base64().max(8 << 20) });

/** A longer cluster is looked up by its characters. */
const CLUSTER_BYTES = 5;
const ASCII_END = 0x80;

/** The characters' table of a SentencePiece model, applied to clusters as people see them, then to characters. */
export function precompiledNormalizer(settings: unknown, where: string): Normalizer {
  const { precompiled_charsmap: base64 } = parseAs(Settings, settings, where);
  // Some tokenizers are made without a table.
  if (base64 === '') return (text) => text;
  const map = new Charsmap(Buffer.from(base64, 'base64'), where);
  const ofAscii = Array.from({ length: ASCII_END }, (_, code) => replaced(map, String.fromCharCode(code)));

  return (text) => {
    let result = '';
    for (let start = 0; start < text.length; ) {
      let end = start + 1;
      while (end < text.length && !isBetweenAscii(text, end)) end++;
      const code = text.charCodeAt(start);
      if (end === start + 1 && code < ASCII_END) result += ofAscii[code];
      else for (const cluster of clustersOf(text.slice(start, end))) result += replacedCluster(map, cluster);
      start = end;
    }
    return result;
  };
}

/** Between two of ASCII a cluster always ends, but for one; finding the clusters of all the rest takes long. */
function isBetweenAscii(text: string, at: number): boolean {
  const [before, behind] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before < ASCII_END && behind < ASCII_END && !(before === 0x0d && behind === 0x0a);
}

const SEGMENTER = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** UTF-16 units that are given to the segmenter at once: its time grows with the square of them. */
const SEGMENT_UNITS = 256;

function* clustersOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = Math.min(text.length, start + SEGMENT_UNITS);
    const clusters = Array.from(SEGMENTER.segment(text.slice(start, end)), ({ segment }) => segment);
    // The last one may go on behind the end.
    const whole = end === text.length || clusters.length === 1 ? clusters : clusters.slice(0, -1);
    yield* whole;
    start += whole.reduce((sum, { length }) => sum + length, 0);
  }
}

function replacedCluster(map: Charsmap, cluster: string): string {
  const bytes = Buffer.from(cluster, 'utf8');
  const whole = bytes.length > CLUSTER_BYTES ? undefined : map.replacementOf(bytes);
  if (whole !== undefined) return whole;
  let result = '';
  for (const character of cluster) result += replaced(map, character);
  return result;
}

function replaced(map: Charsmap, character: string): string {
  return map.replacementOf(Buffer.from(character, 'utf8')) ?? character;
}
