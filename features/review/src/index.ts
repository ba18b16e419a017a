export type { ShownCase } from './cases/shown.js';
export type { Standing } from './cases/standing.js';
export {
  type Asker,
  createReview,
  type Doing,
  LEASE_MS,
  type QueueQuery,
  type Review,
  type Ruling,
  UNDO_MS,
} from './review.js';
export { DEFAULT_QUEUES, QueueSettings } from './routing/queues.js';
