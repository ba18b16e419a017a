import type { Modality, Role } from '@tyrian/contracts';
import { type Edit, edited } from '@tyrian/guard';

/** One string of the wire, and where it stands. Without a holder it cannot be rewritten (a key, for one). */
interface Piece {
  text: string;
  readonly holder: object | undefined;
  readonly key: string | number;
}

/** json: holds JSON text, whose escaped strings are read once more. bytes: one character per byte of UTF-8. */
export type Encoding = 'plain' | 'json' | 'bytes';

/** All pieces of one place. A request has one piece a place; the deltas of a stream add up. */
export interface Channel {
  readonly place: string;
  readonly role: Role;
  readonly modality: Modality;
  readonly encoding: Encoding;
  /** Which of several answers; -1 outside of any. */
  readonly choice: number;
  /** Its pieces are values of their own, which a client does not add up. */
  readonly isApart: boolean;
  readonly pieces: Piece[];
}

export function joinPieces(channel: Channel): string {
  if (channel.pieces.length === 1) return channel.pieces[0]?.text ?? '';
  return channel.pieces.map((piece) => piece.text).join('');
}

/** Puts `text` in the place of all pieces: whole into the first, nothing into the others. False where it cannot be. */
export function rewriteChannel(channel: Channel, text: string): boolean {
  if (channel.pieces.some((piece) => piece.holder === undefined)) return false;
  channel.pieces.forEach((piece, position) => {
    piece.text = position === 0 ? text : '';
    if (piece.holder) Reflect.set(piece.holder, piece.key, piece.text);
  });
  return true;
}

/**
 * Writes edits of the whole text into its pieces, each where it begins, so that a stream stays one. False where there is
 * none, or where they cannot be written.
 */
export function editChannel(channel: Channel, edits: readonly Edit[]): boolean {
  if (edits.length === 0 || channel.pieces.some((piece) => piece.holder === undefined)) return false;
  let from = 0;
  let next = 0;
  let cutUntil = 0;
  for (const piece of channel.pieces) {
    const to = from + piece.text.length;
    const here: Edit[] = [];
    if (cutUntil > from) here.push({ start: 0, end: Math.min(cutUntil, to) - from, text: '' });
    for (let edit = edits[next]; edit && edit.start < to; edit = edits[++next]) {
      here.push({ start: edit.start - from, end: Math.min(edit.end, to) - from, text: edit.text });
      cutUntil = edit.end;
    }
    piece.text = edited(piece.text, here);
    if (piece.holder) Reflect.set(piece.holder, piece.key, piece.text);
    from = to;
  }
  return true;
}

/** Takes a channel out of its document. */
export function removeChannel(channel: Channel): void {
  for (const { holder, key } of channel.pieces) if (holder) Reflect.deleteProperty(holder, key);
}

/** Writes back a text of the same length, piece by piece. */
export function respellChannel(channel: Channel, whole: string): void {
  let from = 0;
  for (const piece of channel.pieces) {
    piece.text = whole.slice(from, from + piece.text.length);
    if (piece.holder) Reflect.set(piece.holder, piece.key, piece.text);
    from += piece.text.length;
  }
}
