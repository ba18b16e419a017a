import { errors, type Modality, type Role, type TyrianError } from '@tyrian/contracts';
import type { Channel, Encoding } from './channel.js';
import { LIMITS } from './limits.js';

/**
 * The state of walking a document through its table. In a request a misfit is an error; in an answer what is in no table
 * does not leave, and is named in `withheld`.
 */
export interface Walk {
  readonly direction: 'request' | 'answer';
  role: Role;
  choice: number;
  /** Whether what is found now is a value of its own in every event of a stream. */
  isApart: boolean;
  readonly channels: Channel[];
  /** By place; only answers come in pieces. */
  readonly open: Map<string, Channel>;
  /** What pieces were added to, until who reads a stream has taken them. */
  readonly touched: Set<Channel>;
  readonly withheld: Set<string>;
  /** Names of closed alphabets in an answer: too short for a text, but not for what one should not say. */
  readonly names: Set<string>;
  /** Set where an answer's names are not to leave. */
  readonly dropsNames: boolean;
}

export function createWalk(direction: Walk['direction'], { dropsNames = false } = {}): Walk {
  return {
    direction,
    role: direction === 'request' ? 'user' : 'assistant',
    choice: -1,
    isApart: false,
    channels: [],
    open: new Map(),
    touched: new Set(),
    withheld: new Set(),
    names: new Set(),
    dropsNames,
  };
}

/** Adds a text or medium found at a place. */
export function addPiece(
  walk: Walk,
  modality: Modality,
  place: string,
  text: string,
  holder: object | undefined,
  key: string | number,
  encoding: Encoding = 'plain',
): void {
  const piece = { text, holder, key };
  if (walk.direction === 'answer') {
    const open = walk.open.get(place);
    if (open) {
      open.pieces.push(piece);
      walk.touched.add(open);
      return;
    }
  }
  if (walk.channels.length >= LIMITS.contents) {
    throw walk.direction === 'request'
      ? errors.TOO_MANY(['The request', LIMITS.contents])
      : errors.UPSTREAM_INVALID([`it has more than ${LIMITS.contents} fields`]);
  }
  const channel = {
    place,
    role: walk.role,
    modality,
    encoding,
    choice: walk.choice,
    isApart: walk.isApart,
    pieces: [piece],
  };
  walk.channels.push(channel);
  if (walk.direction === 'answer') {
    walk.open.set(place, channel);
    walk.touched.add(channel);
  }
}

/** Notes a name of an answer; false where it may not stay. What a client calls things is known to it already. */
export function takeName(walk: Walk, name: string): boolean {
  if (walk.direction === 'answer') walk.names.add(name);
  return !walk.dropsNames;
}

const SHOWN = 200;
const WITHHELD = 50;
const PLAIN_NAME = /^[A-Za-z0-9_.[\]-]{1,40}$/;

export function joinPlace(place: string, name: string): string {
  return place === '' ? name : `${place}.${name}`;
}

/** A request is told which field; it is cut, since a key can be as long as the body. */
function shown(place: string): string {
  return place.length > SHOWN ? `${place.slice(0, SHOWN)}...` : place;
}

/** Takes a value out of an answer. Names are recorded, so a name that could be a text is not spelled out. */
function withhold(walk: Walk, place: string, holder: object, key: string | number): void {
  if (Array.isArray(holder)) Reflect.set(holder, key, null);
  else Reflect.deleteProperty(holder, key);
  if (walk.withheld.size < WITHHELD) walk.withheld.add(place);
}

/** A value that its field does not take. */
export function misfit(walk: Walk, place: string, holder: object, key: string | number, problem: string): void {
  if (walk.direction === 'request') throw errors.FIELD_INVALID([shown(place), problem], { param: shown(place) });
  withhold(walk, place, holder, key);
}

/** A value over a limit of its field. */
export function overLimit(walk: Walk, place: string, limit: 'text' | 'entries' | 'depth', bound: number): TyrianError {
  if (walk.direction === 'answer') return errors.UPSTREAM_INVALID([`${place} is over a limit`]);
  const make = { text: errors.TEXT_TOO_LONG, entries: errors.TOO_MANY, depth: errors.TOO_DEEP }[limit];
  return make([shown(place), bound], { param: shown(place) });
}

/** A field that is in no table. */
export function unknownField(walk: Walk, place: string, holder: object, name: string): void {
  if (walk.direction === 'answer') {
    withhold(walk, joinPlace(place, PLAIN_NAME.test(name) ? name : '?'), holder, name);
  } else {
    const path = shown(joinPlace(place, name));
    throw errors.FIELD_UNKNOWN([path], { param: path });
  }
}

/** A required field that is not there. Answers are not held to it: models differ. */
export function missingField(walk: Walk, place: string, name: string): void {
  if (walk.direction === 'answer') return;
  const path = joinPlace(place, name);
  throw errors.FIELD_MISSING([path], { param: path });
}
