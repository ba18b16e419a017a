import { createHash } from 'node:crypto';
import { errors } from '@tyrian/contracts';
import { type Channel, joinPieces } from '../../fields/channel.js';
import type { Field, JsonObject } from '../../fields/field.js';
import { addPiece, createWalk, type Walk } from '../../fields/walk.js';
import { walkDocument } from '../../fields/walk-document.js';
import type { StreamTexts } from './shape.js';

/** Where an event says a text once more that came before. */
export interface Copy {
  readonly place: string;
  readonly holder: object;
  readonly key: string | number;
}

/** Ways in which a stream may say the text of one place. */
const MAX_VERSIONS = 8;

/**
 * Knows the copies in a stream: a text that deltas have said is not checked again, but follows what became of it; one
 * that differs is a text of its own.
 */
export class Copies {
  /** Digests of media by place: they are not kept themselves. */
  readonly #media = new Map<string, string>();

  /** Walks an event that may repeat what came before; what is new joins `walk`, what is not is returned. */
  take(table: Field, body: JsonObject, walk: Walk, texts: StreamTexts): Copy[] {
    const inner: Walk = { ...createWalk('answer', walk), withheld: walk.withheld, names: walk.names };
    walkDocument(table, body, inner);
    const copies: Copy[] = [];
    for (const channel of inner.channels) {
      const place = this.#placeOf(channel, texts);
      if (place.isNew) join(walk, channel, place.name);
      else if (channel.modality === 'text') copies.push(...copiesIn(channel, place.name));
    }
    return copies;
  }

  #placeOf(channel: Channel, texts: StreamTexts): { readonly name: string; readonly isNew: boolean } {
    const text = joinPieces(channel);
    for (let version = 0; version < MAX_VERSIONS; version++) {
      const name = version === 0 ? channel.place : `${channel.place}+${version}`;
      if (channel.modality !== 'text') {
        const digest = createHash('sha256').update(text).digest('base64');
        const known = this.#media.get(name);
        if (known === undefined) this.#media.set(name, digest);
        if (known === undefined || known === digest) return { name, isNew: known === undefined };
        continue;
      }
      const known = texts.original(name);
      if (known === '' || known === text) return { name, isNew: known === '' };
    }
    throw errors.UPSTREAM_INVALID(['it says one text in too many ways']);
  }
}

function join(walk: Walk, channel: Channel, place: string): void {
  const { role, choice, isApart } = walk;
  Object.assign(walk, { role: channel.role, choice: channel.choice, isApart: channel.isApart });
  for (const { text, holder, key } of channel.pieces) {
    addPiece(walk, channel.modality, place, text, holder, key, channel.encoding);
  }
  Object.assign(walk, { role, choice, isApart });
}

/** Of log probabilities, which are in pieces, nothing is written: they are dropped where their text was changed. */
function copiesIn({ pieces }: Channel, place: string): Copy[] {
  const [piece] = pieces;
  return pieces.length === 1 && piece?.holder ? [{ place, holder: piece.holder, key: piece.key }] : [];
}
