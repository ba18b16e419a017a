import { errors } from '@tyrian/contracts';
import { type Edit, edited } from '@tyrian/guard';
import type { Channel } from '../../fields/channel.js';
import { LIMITS } from '../../fields/limits.js';
import { hasLoneSurrogate } from '../../fields/surrogates.js';

/** A piece of the wire that has not left yet, and where it stands in its text. */
export interface HeldPiece {
  readonly text: StreamedText;
  readonly from: number;
  readonly to: number;
  readonly holder: object | undefined;
  readonly key: string | number;
}

/** Characters of base64. */
const MEDIUM_MAX = 64 * 1024 * 1024;
const REPLACEMENT = '\uFFFD';
const LINE_END = /[\n.!?。！？]\s/gu;

/** One text of a stream: what the model server gave so far, how much of it may leave, and what is changed in it. */
export class StreamedText {
  readonly channel: Channel;
  /** Which answer it belongs to. */
  readonly choice: number;
  /** As the model server gave it, in UTF-16 units. */
  original = '';
  /** Up to here it may leave. */
  cleared = 0;
  /** Up to here it has left. */
  left = 0;
  /** Up to here a check has looked at it. */
  checked = 0;
  /** Values of their own, where they do not add up. */
  readonly values: string[] = [];
  readonly #edits: Edit[] = [];
  /** Where the last line or sentence ends that is whole. */
  #lineEnd = -1;
  #lastUnit = '';
  readonly #limit: number;

  constructor(channel: Channel, choice: number) {
    this.channel = channel;
    this.choice = choice;
    this.#limit = channel.modality === 'text' ? LIMITS.text : MEDIUM_MAX;
  }

  /** Whether parts of it can leave before it is whole: text that reads as it stands. */
  get isWindowed(): boolean {
    const { modality, encoding, isApart } = this.channel;
    return modality === 'text' && encoding === 'plain' && !isApart;
  }

  /** Takes what a walk has just added to the channel. */
  takePieces(): HeldPiece[] {
    const { pieces, isApart } = this.channel;
    return pieces.splice(0).map((piece) => {
      const from = this.original.length;
      if (this.isWindowed) this.#noteLineEnd(from, piece.text);
      this.original += piece.text;
      if (this.original.length > this.#limit) throw errors.UPSTREAM_TOO_LARGE([this.#limit]);
      if (isApart) this.values.push(piece.text);
      return { text: this, from, to: this.original.length, holder: piece.holder, key: piece.key };
    });
  }

  /** Whether a line or a sentence is whole in what no check has looked at. */
  get hasLineEnd(): boolean {
    return this.#lineEnd >= this.checked;
  }

  /** Piece by piece: a look at the text itself would copy all of it, each time that something was added. */
  #noteLineEnd(from: number, piece: string): void {
    const before = this.#lastUnit;
    for (const { index } of (before + piece).matchAll(LINE_END)) this.#lineEnd = from - before.length + index;
    this.#lastUnit = piece.at(-1) ?? before;
  }

  /** Notes a change of `[start, end)`; one that is noted already is not noted twice. False where some of it has left. */
  edit(edit: Edit): boolean {
    if (this.#edits.some((one) => one.start <= edit.start && edit.end <= one.end)) return true;
    if (edit.start < this.left) return false;
    this.#edits.push(edit);
    this.#edits.sort((a, b) => a.start - b.start);
    return true;
  }

  /** Clears the text up to `end`; half a pair, which UTF-8 cannot write, is replaced as it was in what was checked. */
  clear(end: number, isWhole = false): void {
    const to = !isWhole && isHigh(this.original.charCodeAt(end - 1)) ? end - 1 : end;
    if (to <= this.cleared) return;
    const fresh = this.original.slice(this.cleared, to);
    if (hasLoneSurrogate(fresh)) {
      for (const { index } of fresh.matchAll(/\p{Surrogate}/gu)) {
        const start = this.cleared + index;
        this.edit({ start, end: start + 1, text: REPLACEMENT });
      }
    }
    this.cleared = to;
  }

  get edits(): readonly Edit[] {
    return this.#edits;
  }

  /** Whether a change reaches from before `at` to behind it. */
  isInsideEdit(at: number): boolean {
    return this.#edits.some(({ start, end }) => start < at && at < end);
  }

  /** All of it, changed. */
  rewritten(): string {
    return edited(this.original, disjoint(this.#edits));
  }

  /** Writes a piece as it leaves into its event: changes are made where they begin. */
  write({ from, to, holder, key }: HeldPiece): void {
    this.left = Math.max(this.left, to);
    const here = disjoint(this.#edits).filter(({ start, end }) => start < to && end > from);
    if (here.length === 0 || holder === undefined) return;
    const changes = here.map((edit) => within(edit, from, to));
    Reflect.set(holder, key, edited(this.original.slice(from, to), changes));
  }
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Of changes that overlap, the first stands; the rest of the other is cut away. */
function disjoint(edits: readonly Edit[]): Edit[] {
  const apart: Edit[] = [];
  for (const { start, end, text } of edits) {
    const from = Math.max(start, apart.at(-1)?.end ?? 0);
    if (from < end) apart.push({ start: from, end, text: from === start ? text : '' });
  }
  return apart;
}

function within({ start, end, text }: Edit, from: number, to: number): Edit {
  return { start: Math.max(start, from) - from, end: Math.min(end, to) - from, text: start >= from ? text : '' };
}
