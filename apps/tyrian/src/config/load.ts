import { existsSync, readFileSync } from 'node:fs';
import { errors } from '@tyrian/contracts';
import { parse } from 'yaml';
import { type Config, type ConfigInput, parseConfig, type Secrets } from './config.js';

const CONFIG_FILE = 'tyrian.yaml';

export interface LoadedConfig {
  readonly config: Config;
  readonly secrets: Secrets;
  /** The file that was read, if there was one. */
  readonly file: string | undefined;
}

/** Settings from flags, over the environment, over the configuration file, over the defaults. */
export function loadConfig(
  flags: ConfigInput & { config?: string | undefined } = {},
  env: NodeJS.ProcessEnv = process.env,
): LoadedConfig {
  const { config: named, ...settings } = flags;
  const file = named ?? env.TYRIAN_CONFIG ?? (existsSync(CONFIG_FILE) ? CONFIG_FILE : undefined);
  const merged = { ...(file === undefined ? {} : readFile(file)), ...fromEnvironment(env), ...defined(settings) };
  return {
    config: parseConfig(merged),
    secrets: {
      upstreamKey: env.TYRIAN_UPSTREAM_KEY,
      backupPassphrase: env.TYRIAN_BACKUP_PASSPHRASE,
      guardKeys: variablesIn(env, /^TYRIAN_GUARD_KEY(_|$)/),
      upstreamKeys: variablesIn(env, /^TYRIAN_UPSTREAM_KEY(_|$)/),
      mcpHeaders: variablesIn(env, /^TYRIAN_MCP_/),
      webhookSecrets: variablesIn(env, /^TYRIAN_WEBHOOK_SECRET_/),
      mailPassword: env.TYRIAN_MAIL_PASSWORD,
      tracesHeaders: env.TYRIAN_TRACES_HEADERS,
    },
    file,
  };
}

function variablesIn(env: NodeJS.ProcessEnv, named: RegExp): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value && named.test(name) ? [[name, value] as const] : [])),
  );
}

function fromEnvironment(env: NodeJS.ProcessEnv): Record<string, unknown> {
  return defined({
    host: env.TYRIAN_HOST,
    port: env.TYRIAN_PORT,
    data: env.TYRIAN_DATA,
    database: env.TYRIAN_DATABASE,
    keys: env.TYRIAN_KEYS,
    upstream: env.TYRIAN_UPSTREAM,
    policy: env.TYRIAN_POLICY,
    mode: env.TYRIAN_MODE,
    audience: env.TYRIAN_AUDIENCE,
    language: env.TYRIAN_LANGUAGE,
    metrics: env.TYRIAN_METRICS,
    log: env.TYRIAN_LOG,
  });
}

function readFile(file: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = parse(readFileSync(file, 'utf8'), { maxAliasCount: 10 });
  } catch (cause) {
    throw errors.CONFIG_INVALID([`${file}: ${cause instanceof Error ? cause.message : 'it cannot be read'}`], {
      cause,
    });
  }
  if (parsed === null) return {};
  if (typeof parsed !== 'object' || Array.isArray(parsed))
    throw errors.CONFIG_INVALID([`${file} must hold settings by name`]);
  return { ...parsed };
}

function defined(settings: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
