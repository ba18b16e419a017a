import type { MessagePort, Worker } from 'node:worker_threads';
import type { CutText } from '../classifier/classifier.js';
import type { ClassifierFault } from '../classifier-error.js';

export type ThreadCall =
  | { readonly call: 'cut'; readonly text: string; readonly most: number }
  | { readonly call: 'classify'; readonly windows: readonly Int32Array[] }
  | { readonly call: 'close' };

export type ThreadRequest = ThreadCall & { readonly id: number };

export type ThreadReply = { readonly id: number } & (
  | { readonly cut: CutText }
  | { readonly shares: readonly (readonly number[])[] }
  | { readonly closed: true }
  | { readonly fault: ClassifierFault; readonly detail: string }
);

/** Either end: a thread as its parent sees it, or the port that a thread has to its parent. */
export type Channel = Worker | MessagePort;
