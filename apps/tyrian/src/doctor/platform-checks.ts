import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openKeys, readLock } from '@tyrian/storage';
import { request } from 'undici';
import type { Config } from '../config/config.js';
import { readHelpLines } from '../config/help-lines.js';
import type { LoadedConfig } from '../config/load.js';
import { platformPolicy } from '../config/platform-policy.js';
import { openPlatform } from '../operator/platform.js';
import type { Check } from './finding.js';

const UPSTREAM_MS = 3_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Numbers change; after so long they are to be looked at again. */
const HELP_LINES_DAYS = 365;

export function configCheck({ file }: LoadedConfig): Check {
  return {
    name: 'configuration',
    async look() {
      if (file === undefined)
        return {
          state: 'note',
          message: 'no file: the defaults are in force',
          remedy: 'Run "tyrian init" to write one.',
        };
      return { state: 'ok', message: file };
    },
  };
}

export function policyCheck({ config }: LoadedConfig): Check {
  return {
    name: 'policy',
    async look() {
      const { policy, hash } = platformPolicy(config);
      const text = `${policy.id} ${policy.version}, ${policy.rules.length} rules, mode ${policy.mode}, hash ${hash.slice(0, 12)}`;
      return policy.mode === 'enforce'
        ? { state: 'ok', message: text }
        : { state: 'note', message: `${text}: only locked rules refuse` };
    },
  };
}

export function helpLinesCheck(config: Config, now: number = Date.now()): Check {
  return {
    name: 'help lines',
    async look() {
      const { asOf, lines } = readHelpLines(config);
      const { country } = config;
      const local = lines.filter((line) => line.country === country).length;
      const message = `${lines.length}, as of ${asOf}; ${country === undefined ? 'no country set' : `${local} for ${country}`}`;
      if (country !== undefined && local === 0)
        return {
          state: 'note',
          message,
          remedy: 'Give a file with lines of your country: helpLines in the configuration.',
        };
      if (now - Date.parse(asOf) <= HELP_LINES_DAYS * DAY_MS) return { state: 'ok', message };
      return {
        state: 'note',
        message: `${message}, more than a year ago`,
        remedy: 'Compare them with their sources, and give the file with its new date: helpLines in the configuration.',
      };
    },
  };
}

export function keysCheck({ config }: LoadedConfig): Check {
  return {
    name: 'keys',
    async look() {
      const folder = join(config.data, 'keys');
      const found = await stat(folder).catch(() => undefined);
      if (!found) return { state: 'ok', message: 'none yet; they are made at the first start' };
      await openKeys(folder);
      return { state: 'ok', message: `${folder}, readable by its owner only` };
    },
  };
}

export function databaseCheck({ config }: LoadedConfig): Check {
  return {
    name: 'database',
    async look() {
      const owner = readLock(config.data);
      if (owner) return { state: 'ok', message: `in use by the running server (process ${owner.pid})` };
      const platform = await openPlatform(config);
      try {
        return { state: 'ok', message: await platform.store.describe() };
      } finally {
        await platform.close();
      }
    },
  };
}

export function upstreamCheck({ config, secrets }: LoadedConfig): Check {
  return {
    name: 'upstream',
    async look() {
      const { upstream, upstreams } = config;
      if (upstreams !== undefined)
        return {
          state: 'note',
          message: `${upstreams.length} model servers; GET /readyz at the address of the setting metrics says how each stands`,
        };
      if (upstream === undefined)
        return { state: 'note', message: 'the built-in demo model', remedy: 'Give your model server with --upstream.' };
      const headers = secrets.upstreamKey ? { authorization: `Bearer ${secrets.upstreamKey}` } : {};
      const { statusCode, body } = await request(`${upstream.replace(/\/$/, '')}/models`, {
        headers,
        headersTimeout: UPSTREAM_MS,
        signal: AbortSignal.timeout(UPSTREAM_MS),
      });
      await body.dump();
      if (statusCode < 300) return { state: 'ok', message: `${upstream} answers` };
      return {
        state: 'fault',
        message: `${upstream} answers with status ${statusCode}`,
        remedy: statusCode === 401 ? 'Set TYRIAN_UPSTREAM_KEY.' : 'Check the URL: it ends with /v1.',
      };
    },
  };
}
