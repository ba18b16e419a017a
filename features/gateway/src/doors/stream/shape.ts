import type { JsonObject } from '../../fields/field.js';
import type { Walk } from '../../fields/walk.js';
import type { Exchange } from '../../verdict/exchange.js';
import type { Checks } from '../checks.js';
import type { Refusal } from '../dialect.js';
import type { OutputReport } from '../report.js';

/** One unit of a stream as it comes: a server-sent event, or a line of JSON (whose event is `message`). */
export interface Frame {
  readonly event: string;
  readonly data: string;
}

/** Takes bytes as they come, however they are cut. */
export interface FrameParser {
  feed(bytes: Uint8Array): Frame[];
  /** At the end: a frame whose closing mark never came. */
  end(): Frame | undefined;
}

/** One event that is held until everything in it may leave. */
export interface StreamEvent {
  /** Walked: the walk's pieces write into it. */
  readonly body: JsonObject;
  /** Where the framing names events. */
  readonly name?: string;
  /** Answers that it brings to their end: it waits for the check of their whole text. */
  readonly ends: readonly number[];
  /** It belongs to no answer and comes last, such as usage. */
  readonly isTrailing?: boolean;
}

/** What became of the texts of a stream, by place; for events that say a text once more. */
export interface StreamTexts {
  /** As the model server gave it so far. */
  original(place: string): string;
  /** As it leaves: with repairs and restorations. */
  sent(place: string): string;
}

/**
 * Reads and writes one stream of a door. A text that merely repeats what deltas have said is not walked again: `take`
 * compares it with `texts.original` (where it differs it is walked as a text of its own), `write` puts `texts.sent` there.
 */
export interface StreamReader {
  /** Walks a frame through its table, so that its texts stand in the walk. Empty: nothing of it leaves. */
  take(frame: Frame, walk: Walk, texts: StreamTexts): StreamEvent[];
  /** Answers that have spoken. */
  readonly choices: ReadonlySet<number>;
  /** Whether all has come that belongs to a whole answer: what merely stops was cut. */
  isComplete(): boolean;
  /** The event as it leaves, without the answers that are refused; empty where nothing of it is left. */
  write(event: StreamEvent, state: WriteState): string;
  /** The rest of an answer that is refused: the replacement, and its end. */
  refuse(choice: number, refusal: Refusal): string;
  /** Behind everything else; `reports` are for streams that only annotate. */
  close(reports: readonly OutputReport[]): string;
  /** Puts names that a client needs into an event, where the model server's own are not let through. */
  rename(event: StreamEvent): void;
}

export interface WriteState {
  readonly refused: ReadonlySet<number>;
  /** Answers whose text was rewritten: what spells it otherwise (log probabilities) does not leave. */
  readonly rewritten: ReadonlySet<number>;
  readonly texts: StreamTexts;
}

/** How a door streams. */
export interface StreamShape {
  readonly accept: string;
  readonly contentType: string;
  /** Sent while nothing may leave yet; absent where the framing has no comments. */
  readonly keepAlive?: string;
  parser(): FrameParser;
  /** `checks`: what has been judged so far, for doors that tell their clients. */
  open(exchange: Exchange, checks?: () => Checks): StreamReader;
  /** A fault once headers have left. */
  fail(body: object): string;
}
