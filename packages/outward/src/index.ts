export type { Endpoint } from './delivery/endpoint.js';
export { pauseAfter } from './delivery/next-attempt.js';
export type { Outcome } from './delivery/outcome.js';
export { createOutward, type Outward, type OutwardOptions } from './delivery/outward.js';
export { createMail, MAIL_ENDPOINT, type MailOptions } from './mail/mail-endpoint.js';
export { Message } from './message/message.js';
export {
  type Received,
  type ReceiverMood,
  type ReceiverOptions,
  startWebhookReceiver,
  type WebhookReceiver,
} from './receiver/webhook-receiver.js';
export { type SignedHeaders, secretBytes, signMessage, whyUnverified } from './signing/standard-webhooks.js';
export { createWebhook, type WebhookOptions } from './webhook/webhook-endpoint.js';
