import { type Content, errors, type Stage } from '@tyrian/contracts';
import { type Channel, joinPieces, respellChannel } from './channel.js';
import { type EscapedString, escapedStrings } from './json-strings.js';
import { LIMITS } from './limits.js';
import { hasLoneSurrogate, replaceLoneSurrogates } from './surrogates.js';
import type { Walk } from './walk.js';

/** Where a content comes from, so that a repair finds its way back. */
interface Source {
  readonly channel: Channel;
  readonly whole: string;
  /** Set where the content is one escaped string inside the channel's JSON text. */
  readonly inner?: EscapedString;
}

/** What was found in a document: contents for the guard, and where each one stands. */
export interface Reading {
  readonly contents: readonly Content[];
  /** By place. */
  readonly sources: ReadonlyMap<string, Source>;
  /** UTF-16 units of text. */
  readonly characters: number;
}

/** Reads what a walk found. With `choice`, only that answer and what stands outside of any. */
export function readWalk(walk: Walk, stage: Stage, choice?: number): Reading {
  const contents: Content[] = [];
  const sources = new Map<string, Source>();
  let characters = 0;
  for (const channel of walk.channels) {
    if (choice !== undefined && channel.choice !== choice && channel.choice !== -1) continue;
    const whole = wholeText(channel, sources);
    const { place, role, modality } = channel;
    if (whole === '') continue;
    sources.set(place, { channel, whole });
    if (modality !== 'text') {
      contents.push({ modality, place, role, stage, source: whole });
      continue;
    }
    characters += whole.length;
    contents.push({ modality, place, role, stage, text: whole });
    if (channel.encoding !== 'json') continue;
    escapedStrings(whole).forEach((inner, position) => {
      const at = `${place}#${position}`;
      sources.set(at, { channel, whole, inner });
      contents.push({ modality, place: at, role, stage, text: replaceLoneSurrogates(inner.text) });
    });
  }
  return { contents, sources, characters };
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
