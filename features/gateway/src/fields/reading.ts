import { type Content, errors, type Role, type Stage } from '@tyrian/contracts';
import { type Channel, joinPieces, respellChannel } from './channel.js';
import { joinedTexts } from './joined.js';
import { type EscapedString, escapedStrings } from './json-strings.js';
import { LIMITS } from './limits.js';
import { hasLoneSurrogate, replaceLoneSurrogates } from './surrogates.js';
import type { Walk } from './walk.js';

/** Where a content comes from, so that a repair finds its way back. */
interface Source {
  readonly channel: Channel;
  readonly whole: string;
  /** The channel holds JSON text. */
  readonly isJson: boolean;
  /** Set where the content is one escaped string inside the channel's JSON text. */
  readonly inner?: EscapedString;
}

/** What was found in a document: contents for the guard, and where each one stands. */
export interface Reading {
  readonly contents: readonly Content[];
  /** By place. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Places of contents that show others once more: joined with their neighbours, or by themselves. */
  readonly copies: ReadonlySet<string>;
  /** UTF-16 units of text. */
  readonly characters: number;
  /** The same document once more, as it stands after repairs. */
  again(): Reading;
}

/** Reads what a walk found. With `choice`, only that answer and what stands outside of any. */
export function readWalk(walk: Walk, stage: Stage, choice?: number): Reading {
  const channels =
    choice === undefined
      ? walk.channels
      : walk.channels.filter((channel) => channel.choice === choice || channel.choice === -1);
  return readChannels(channels, stage, walk.direction);
}

export function readChannels(channels: readonly Channel[], stage: Stage, direction: Walk['direction']): Reading {
  const contents: Content[] = [];
  const sources = new Map<string, Source>();
  const copies = new Set<string>();
  let characters = 0;

  function add(content: Content): void {
    if (contents.length >= LIMITS.contents) throw tooMany(direction);
    contents.push(content);
  }
  function addCopy(place: string, role: Role, text: string): void {
    copies.add(place);
    add({ modality: 'text', place, role, stage, text: replaceLoneSurrogates(text) });
  }

  for (const channel of channels) {
    const whole = wholeText(channel, sources);
    const { place, role, modality } = channel;
    if (whole === '') continue;
    const isJson = channel.encoding === 'json' || isJsonLike(channel, whole);
    sources.set(place, { channel, whole, isJson });
    if (modality !== 'text') {
      add({ modality, place, role, stage, source: whole });
      continue;
    }
    characters += whole.length;
    add({ modality, place, role, stage, text: whole });
    if (isJson) {
      let position = 0;
      for (const inner of escapedStrings(whole)) {
        const at = `${place}#${position++}`;
        sources.set(at, { channel, whole, isJson, inner });
        add({ modality, place: at, role, stage, text: replaceLoneSurrogates(inner.text) });
      }
    }
    if (channel.isApart && channel.pieces.length > 1) {
      for (const [position, { text }] of channel.pieces.entries()) {
        if (text !== '') addCopy(`${place}~${position}`, role, text);
      }
    }
  }
  if (direction === 'request') for (const { place, role, text } of joinedTexts(channels)) addCopy(place, role, text);

  function again(): Reading {
    // Log probabilities of what was repaired do not leave, so that their bytes need not follow.
    const spoken = channels.filter((channel) => channel.encoding !== 'bytes');
    return readChannels(spoken, stage, direction);
  }
  return { contents, sources, copies, characters, again };
}

function tooMany(direction: Walk['direction']): Error {
  return direction === 'request'
    ? errors.TOO_MANY(['The request', LIMITS.contents])
    : errors.UPSTREAM_INVALID([`it has more than ${LIMITS.contents} fields`]);
}

/** Tools and documents often are JSON, whose strings a model reads without their escapes. */
function isJsonLike({ role, encoding, modality }: Channel, text: string): boolean {
  if (modality !== 'text' || encoding !== 'plain' || (role !== 'tool' && role !== 'document')) return false;
  return /^[\s\uFEFF]*[[{"]/.test(text);
}

/** The text of a channel, well formed; where it was not, what leaves is rewritten to what is checked. */
function wholeText(channel: Channel, earlier: ReadonlyMap<string, Source>): string {
  const joined = joinPieces(channel);
  if (joined.length > LIMITS.text && channel.modality === 'text') throw errors.UPSTREAM_TOO_LARGE([LIMITS.text]);
  if (channel.encoding === 'bytes') {
    const text = Buffer.from(joined, 'latin1').toString('utf8');
    // The bytes of log probabilities spell the tokens again; checked apart only where they spell something else.
    return text === earlier.get(channel.place.replace(/\.bytes$/, ''))?.whole ? '' : text;
  }
  if (channel.modality !== 'text' || !hasLoneSurrogate(joined)) return joined;
  const whole = replaceLoneSurrogates(joined);
  respellChannel(channel, whole);
  return whole;
}
