import { errors } from '@tyrian/contracts';
import { createMail, createWebhook, type Endpoint, secretBytes, type WebhookOptions } from '@tyrian/outward';
import type { Config, Secrets } from '../config/config.js';
import { secretVariable, type WebhookSetting } from '../config/outward.js';

type OutwardConfig = Pick<Config, 'webhooks' | 'mail'>;
type OutwardSecrets = Pick<Secrets, 'webhookSecrets' | 'mailPassword'>;

/** Everybody outside who is told things. Throws CONFIG_INVALID where a secret is missing or none, or a URL may not be. */
export function openEndpoints(config: OutwardConfig, secrets: OutwardSecrets): readonly Endpoint[] {
  const webhooks = config.webhooks.map((setting) => createWebhook(webhookOptions(setting, secrets)));
  return config.mail ? [...webhooks, openMail(config, secrets)] : webhooks;
}

/** Throws CONFIG_INVALID where there is no mail. */
export function openMail({ mail }: OutwardConfig, { mailPassword: password }: OutwardSecrets) {
  if (!mail) throw errors.CONFIG_INVALID(['no mail is set: see docs/guide/webhooks.md']);
  if (mail.user !== undefined && password === undefined)
    throw errors.CONFIG_INVALID(['mail has a user: put the password into TYRIAN_MAIL_PASSWORD']);
  return createMail({ ...mail, password });
}

/** Throws CONFIG_INVALID where its secret is missing or none. */
export function webhookOptions(setting: WebhookSetting, { webhookSecrets }: OutwardSecrets): WebhookOptions {
  const variable = secretVariable(setting.name);
  const secrets = (webhookSecrets?.[variable] ?? '').split(/\s+/).filter((secret) => secret !== '');
  if (secrets.length === 0)
    throw errors.CONFIG_INVALID([`webhook ${setting.name} has no secret: put one into ${variable}`]);
  try {
    for (const secret of secrets) secretBytes(secret);
  } catch (cause) {
    const why = cause instanceof RangeError ? cause.message : 'it cannot be read';
    throw errors.CONFIG_INVALID([`${variable}: ${why}`], { cause });
  }
  return { ...setting, secrets };
}
