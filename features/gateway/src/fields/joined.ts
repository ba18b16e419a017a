import type { Role } from '@tyrian/contracts';
import { type Channel, joinPieces } from './channel.js';

/** Texts that a model reads one after another, as one. */
export interface JoinedText {
  readonly place: string;
  readonly role: Role;
  readonly text: string;
}

interface Message {
  readonly index: number;
  readonly texts: string[];
}

/** Messages of one speaker that follow each other. */
interface Turn {
  readonly role: Role;
  /** Where its messages stand. */
  readonly list: string;
  readonly messages: Message[];
}

/** A message of a chat, or an entry of what a response is made from. */
const MESSAGE =
  /^(messages|input)\[(\d+)\]\.(?:((?:content|output)(?:\[\d+\]\.(?:text|refusal|content(?:\[\d+\]\.text)?))?)$)?/;
/** Outside of the messages, in parts. */
const SYSTEM = /^system\[\d+\]\.text$/;
/** Of a turn, the last ones. */
const MAX_MESSAGES = 50;
/** What spans two texts stands at their edges; the middle of a long one is checked by itself. */
const EDGE = 2_000;
const MAX_JOINED = 200_000;
/** Templates of models differ: some put a line break between parts, some nothing. */
const SEPARATORS = { joined: '', lines: '\n' } as const;

/** What is split over the parts of a message, or over messages of one speaker in a row. */
export function joinedTexts(channels: readonly Channel[]): JoinedText[] {
  if (channels.length < 2) return [];
  const joined: JoinedText[] = [];
  const system = channels.filter(({ place }) => SYSTEM.test(place)).map(joinPieces);
  addJoined(joined, 'system', 'system', system);
  for (const { role, list, messages } of turnsOf(channels)) {
    for (const { index, texts } of messages) addJoined(joined, `${list}[${index}].content`, role, texts);
    const last = messages.slice(-MAX_MESSAGES);
    const [from, to] = [last[0], last.at(-1)];
    if (!from || !to || from === to) continue;
    const texts = last.flatMap((message) => message.texts);
    addJoined(joined, `${list}[${from.index}..${to.index}].content`, role, texts);
  }
  return joined;
}

function turnsOf(channels: readonly Channel[]): Turn[] {
  const turns: Turn[] = [];
  for (const channel of channels) {
    // A file within a message does not end what its speaker says.
    const found = channel.role === 'document' ? null : MESSAGE.exec(channel.place);
    if (!found) continue;
    let turn = turns.at(-1);
    if (turn?.role !== channel.role) {
      turn = { role: channel.role, list: found[1] ?? '', messages: [] };
      turns.push(turn);
    }
    if (found[3] === undefined || channel.modality !== 'text') continue;
    const index = Number(found[2]);
    const text = joinPieces(channel);
    const message = turn.messages.at(-1);
    if (message?.index === index) message.texts.push(text);
    else turn.messages.push({ index, texts: [text] });
  }
  return turns;
}

function addJoined(joined: JoinedText[], place: string, role: Role, texts: readonly string[]): void {
  if (texts.length < 2) return;
  let ordinal = 0;
  for (const chunk of chunksOf(texts)) {
    for (const [name, separator] of Object.entries(SEPARATORS)) {
      joined.push({ place: `${place}#${name}${ordinal || ''}`, role, text: chunk.join(separator) });
    }
    ordinal++;
  }
}

/** Neighbours; a long text ends one list with its beginning, and begins the next with its end. */
function* chunksOf(texts: readonly string[]): Generator<string[]> {
  let chunk: string[] = [];
  let characters = 0;
  for (const text of texts) {
    characters += text.length;
    if (text.length <= 2 * EDGE && characters <= MAX_JOINED) {
      chunk.push(text);
      continue;
    }
    chunk.push(text.slice(0, EDGE));
    if (chunk.length > 1) yield chunk;
    chunk = [text.slice(-EDGE)];
    characters = 0;
  }
  if (chunk.length > 1) yield chunk;
}
