import { randomBytes } from 'node:crypto';
import { type EndpointStatus, errors, newId } from '@tyrian/contracts';
import { createWebhook, MAIL_ENDPOINT, type Outcome, startWebhookReceiver } from '@tyrian/outward';
import { loadConfig } from '../config/load.js';
import { secretVariable } from '../config/outward.js';
import { withOperator } from '../operator/with-operator.js';
import { untilStopped } from '../serve/shutdown.js';
import { printJson, write } from '../terminal/print.js';
import { openMail, webhookOptions } from './endpoints.js';

export interface ConfigFlags {
  readonly config?: string | undefined;
  readonly data?: string | undefined;
  readonly database?: string | undefined;
}

/** An endpoint as it is set, and as it stands. */
export interface ListedEndpoint extends EndpointStatus {
  /** Null where it is in no configuration any more. */
  readonly target: string | null;
  readonly events: readonly string[];
  readonly hasSecret: boolean;
}

/** Every endpoint of the configuration, and those with something left in their queue. */
export async function listEndpoints(flags: ConfigFlags): Promise<readonly ListedEndpoint[]> {
  const loaded = loadConfig(flags);
  const { config, secrets } = loaded;
  const statuses = await withOperator(loaded, (operator) => operator('webhook.status', {}));
  const none = { waiting: 0, delivered: 0, undelivered: 0, lastCode: null, offAt: null };
  const set = [
    ...config.webhooks.map(({ name, url, events }) => ({
      endpoint: name,
      target: url,
      events,
      hasSecret: secrets.webhookSecrets?.[secretVariable(name)] !== undefined,
    })),
    ...(config.mail
      ? [
          {
            endpoint: MAIL_ENDPOINT,
            target: config.mail.server,
            events: ['alarm.raised'],
            hasSecret: config.mail.user === undefined || secrets.mailPassword !== undefined,
          },
        ]
      : []),
  ];
  const known = new Set(set.map(({ endpoint }) => endpoint));
  return [
    ...set.map((one) => ({ ...none, ...statuses.find(({ endpoint }) => endpoint === one.endpoint), ...one })),
    ...statuses
      .filter(({ endpoint }) => !known.has(endpoint))
      .map((status) => ({ ...status, target: null, events: [], hasSecret: false })),
  ];
}

/** Sends a test from this process, past the queue. Throws NOT_FOUND for an endpoint that is not set. */
export async function testEndpoint(name: string, flags: ConfigFlags): Promise<Outcome> {
  const { config, secrets } = loadConfig(flags);
  const setting = config.webhooks.find((one) => one.name === name);
  if (setting === undefined && name !== MAIL_ENDPOINT) throw errors.NOT_FOUND([`webhook ${name} in the configuration`]);
  if (setting === undefined) {
    const mail = openMail(config, secrets);
    return await mail.test().finally(() => mail.close());
  }
  const webhook = createWebhook(webhookOptions(setting, secrets));
  return await webhook.test(newId('record').replace(/^rec/, 'test')).finally(() => webhook.close());
}

export interface ListenFlags {
  readonly port: number;
  readonly secret?: string | undefined;
  readonly status?: number | undefined;
  readonly delay?: number | undefined;
}

/** Prints what comes and is what it says, one line of JSON each, until the process is told to stop. */
export async function listen({ port, secret = newSecret(), status, delay: delayMs }: ListenFlags): Promise<void> {
  const receiver = await startWebhookReceiver({
    secret,
    port,
    onMessage: ({ message, repeated }) => void printJson({ ...message, repeated }),
    onRefused: (why) => void write(`${JSON.stringify({ refused: why })}\n`),
  }).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : 'it cannot listen';
    throw errors.INVALID_INPUT([why], { cause });
  });
  try {
    receiver.behave({ status, delayMs });
    await printJson({ url: receiver.url, secret });
    await untilStopped();
  } finally {
    await receiver.close();
  }
}

function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}
