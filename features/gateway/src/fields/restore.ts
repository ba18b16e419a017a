import {
  type Edit,
  edited,
  isJsonDocument,
  jsonRestorationEdits,
  type Restorations,
  restorationEdits,
} from '@tyrian/guard';
import { type Channel, editChannel, joinPieces } from './channel.js';

const LOGPROBS = /\.logprobs\./;
/** What the client's own program reads, and nobody is shown. */
const CALL =
  /(?:^|\.)(?:tool_calls\[\d+\]|function_call)\.|^output\[\d+\]\.(?:arguments|input|code|action|operation)\b|^content\[\d+\]\.(?:input|partial_json)\b/;

/** Puts what a prompt had back into a channel of its answer; false where there was nothing to put back. */
export function restoreChannel(channel: Channel, restorations: Restorations): boolean {
  const { pieces, isApart } = channel;
  const find = (text: string) => restorationsIn(channel, text, restorations);
  if (!isApart) return editChannel(channel, find(joinPieces(channel)));
  let restored = false;
  for (const piece of pieces) {
    const edits = piece.holder ? find(piece.text) : [];
    if (!piece.holder || edits.length === 0) continue;
    piece.text = edited(piece.text, edits);
    Reflect.set(piece.holder, piece.key, piece.text);
    restored = true;
  }
  return restored;
}

/** What belongs back into a text of a channel, and where. */
export function restorationsIn(
  { modality, encoding, place }: Channel,
  text: string,
  restorations: Restorations,
): Edit[] {
  if (modality !== 'text' || encoding === 'bytes' || LOGPROBS.test(place)) return [];
  const options = { inLinks: CALL.test(place) };
  const isJson = encoding === 'json' ? text.includes('"') : isJsonDocument(text);
  return isJson ? jsonRestorationEdits(text, restorations, options) : restorationEdits(text, restorations, options);
}
