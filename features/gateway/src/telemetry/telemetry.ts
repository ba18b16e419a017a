import type { Decision, PolicyMode, Stage, VerdictId } from '@tyrian/contracts';

/** A request before anything is known of it but its route. */
export interface Arrival {
  readonly requestId: string;
  readonly method: string;
  /** The route's pattern, never the address as it came; undefined where no route took it. */
  readonly route: string | undefined;
  /** W3C trace context as it came, unchecked. Its `tracestate` is free text, and goes nowhere. */
  readonly traceparent: string | undefined;
}

/** The door that a request has come to. */
export interface Entry {
  /** `openai.chat`. */
  readonly door: string;
  /** Only where it is spelled as models are. */
  readonly model: string | null;
}

/** One verdict, without what it is about. */
export interface Sight {
  readonly stage: Stage;
  readonly decision: Decision;
  readonly tookMs: number;
  readonly verdict: VerdictId;
  readonly policy: { readonly id: string; readonly version: string; readonly mode: PolicyMode };
}

/** What a model server said of its answer. */
export interface Usage {
  readonly inputTokens?: number | undefined;
  readonly outputTokens?: number | undefined;
  readonly finish?: string | undefined;
}

export interface Ending {
  readonly status: number;
  /** From its arrival to its last byte. */
  readonly tookMs: number;
  /** The client went away before that. */
  readonly isGone: boolean;
}

/** Watches one request. It is never given content, and must not fail. */
export interface Watch {
  /** Whether what a model server says of usage is worth looking for. */
  readonly readsUsage: boolean;
  entered(entry: Entry): void;
  judged(sight: Sight): void;
  /** Judged, and nothing of this request may be told to others: only that something was decided counts. */
  concealed(stage: Stage, decision: Decision): void;
  /** The model server is asked; what it is to be told of the trace. */
  asked(): Readonly<Record<string, string>> | undefined;
  used(usage: Usage): void;
  /** Its answer is there as a whole, or broke off. */
  heard(): void;
  /** The first of a stream has left. */
  firstLeft(): void;
  /** A code of the catalogue, or of what is wrong with the model server. */
  failed(code: string): void;
  ended(ending: Ending): void;
}

/** Told of every request at the doors. */
export interface Telemetry {
  open(arrival: Arrival): Watch;
}

const nothing = (): void => undefined;

/** Where nobody watches. */
export const UNWATCHED: Watch = Object.freeze({
  readsUsage: false,
  entered: nothing,
  judged: nothing,
  concealed: nothing,
  asked: nothing as () => undefined,
  used: nothing,
  heard: nothing,
  firstLeft: nothing,
  failed: nothing,
  ended: nothing,
});
