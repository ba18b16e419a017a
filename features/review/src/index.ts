export type { ShownCase } from './cases/shown.js';
export type { Standing } from './cases/standing.js';
export { Duties, type Duty } from './clocks/duties.js';
export { createAddressLimit } from './notices/address-limit.js';
export { NoticeLimits } from './notices/limits.js';
export { noticeApi } from './notices/notice-api.js';
export { AppealRequest, NoticeRequest, StatusRequest, TEXT_MAX } from './notices/notice-request.js';
export { createNoticeDesk, type NoticeDesk, type WithClocks } from './notices/notices.js';
export type { NoticeNames } from './notices/ports.js';
export type { AppealStanding, NoticeStanding, Receipt } from './notices/receipt.js';
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
