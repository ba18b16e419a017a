import type { IncomingHttpHeaders } from 'node:http';
import type { Field, JsonObject } from '../fields/field.js';
import type { UpstreamAnswer, UpstreamApi } from '../upstream/upstream.js';
import type { Exchange } from '../verdict/exchange.js';
import type { IdentityField } from '../verdict/safety-identifier.js';
import type { Checks } from './checks.js';
import type { Dialect, Refusal } from './dialect.js';
import type { StreamShape } from './stream/shape.js';

/** What a request says of itself once it has been walked. */
export interface Asked {
  readonly model?: unknown;
  /** Whom the platform sends it for. */
  readonly account?: unknown;
  readonly isStreamed: boolean;
  /** How many answers it wants; 1 unless given. */
  readonly choices?: number;
  /** The `moderation` parameter, where the API has one. */
  readonly moderation?: unknown;
}

/** Values of the route's parameters, such as `deployment`. */
export type RouteParams = Readonly<Record<string, string>>;

/** A request as the model server gets it. */
export interface Outgoing {
  readonly path: string;
  readonly body: string | Uint8Array;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is sent to a client whole. */
export interface Written {
  readonly body: string | Uint8Array;
  readonly contentType: string;
}

/** An answer that is not streamed. */
export interface AnswerShape {
  readonly accept: string;
  readonly table: Field;
  /** The answer as an object that the table describes. Absent: JSON. */
  read?(answer: UpstreamAnswer): Promise<JsonObject>;
  /** Absent: JSON. `request` is what was asked: formats differ. */
  write?(body: JsonObject, request: JsonObject): Written;
  /** Indexes of the answers in it. Throws UPSTREAM_INVALID where it has none, or two under one index. */
  choicesIn(body: JsonObject): ReadonlySet<number>;
  /**
   * Puts the refusal where an answer was: nothing of it may be left. Absent: there is no place for one; refused answers are
   * left out, and where that cannot be, or none passed, the whole is refused as a prompt is.
   */
  refuse?(body: JsonObject, choice: number, refusal: Refusal): void;
  /** Takes answers out of the body. */
  leaveOut?(body: JsonObject, choices: ReadonlySet<number>): void;
  /** Makes an answer that passed complete, and drops what spells a text that was rewritten (log probabilities). */
  settle?(body: JsonObject, choice: number, isRewritten: boolean): void;
  /** Tells what was checked, where the API has a place for it. */
  annotate?(body: JsonObject, checks: Checks): void;
  /** Gives the names that a client needs, where the model server's own are not let through. */
  rename?(body: JsonObject, exchange: Exchange): void;
}

/** A refused prompt as an answer of the assistant, status 200. */
export interface Spoken {
  json(refusal: Refusal, exchange: Exchange, now: number): JsonObject;
  /** The whole stream, its end mark too. */
  stream?(refusal: Refusal, exchange: Exchange, now: number): string;
}

/**
 * One route that takes prompts: what may stand in its request and in its answers, how it streams, and how it says no.
 * Everything else (judging, recording, releasing) is the same for all of them: see `answerAt`.
 */
export interface Door {
  /** `openai.chat`; stands in records and in the table of fields. */
  readonly name: string;
  readonly summary: string;
  readonly routes: readonly string[];
  readonly dialect: Dialect;
  readonly api: UpstreamApi;
  readonly request: Field;
  /** What the request's own headers say of it, for `forward`. Throws what is wrong with them. */
  readHeaders?(headers: IncomingHttpHeaders): RouteParams;
  /** The field in which the model server is told one user from another; absent where its API has none. */
  readonly identity?: IdentityField;
  /** Bytes that a request may have, where images or recordings come with it. Absent: the server's own limit. */
  readonly bodyLimit?: number;
  /** Makes the document of a request whose body is not JSON (multipart). */
  readBody?(body: unknown, contentType: string): Promise<JsonObject>;
  /** Called before the document is walked: puts what the route says into it, such as the model of a deployment. */
  prepare?(document: JsonObject, params: RouteParams): void;
  asked(document: JsonObject): Asked;
  /** The request as the model server reads it, written anew from what was checked. */
  forward(document: JsonObject, params: RouteParams): Outgoing;
  readonly answer: AnswerShape;
  readonly stream?: StreamShape;
  /** Absent: a refused prompt is always an error. */
  readonly spoken?: Spoken;
  /** The same door for keys that speak Azure's dialect; absent where only its errors differ. */
  readonly azure?: Door;
}
