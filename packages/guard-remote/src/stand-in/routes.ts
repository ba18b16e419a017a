import type { Asked, Said } from './stand-in-model.js';

/** One thing to judge of a request, or several. */
export interface RouteRequest {
  /** What the request calls the model; `undefined` where the interface has no name for it. */
  readonly model?: string | undefined;
  readonly asked: readonly Asked[];
  /** Alternatives of each token that it wants. */
  readonly topLogprobs: number;
  readonly maxTokens?: number | undefined;
}

/** One interface: how a request reads and how an answer to it looks. */
export interface StandInRoute {
  /** Throws StandInRefusal. */
  read(body: unknown): RouteRequest;
  answer(said: readonly Said[], request: RouteRequest): object;
  refuse(status: number, message: string): object;
}
