import { readFileSync } from 'node:fs';
import { errors } from '@tyrian/contracts';
import { HelpLines } from '@tyrian/gateway';
import { parse } from 'yaml';
import { z } from 'zod';
import { SHIPPED_HELP_LINES } from '../assets.js';
import type { Config } from './config.js';

/** The help lines of a platform: its own file, or the one that comes along. Throws CONFIG_INVALID. */
export function readHelpLines({ helpLines }: Pick<Config, 'helpLines'>): HelpLines {
  const file = helpLines ?? SHIPPED_HELP_LINES;
  const parsed = HelpLines.safeParse(readYaml(file));
  if (!parsed.success) throw errors.CONFIG_INVALID([`helpLines, ${file}: ${z.prettifyError(parsed.error)}`]);
  return parsed.data;
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'), { maxAliasCount: 10 });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'it cannot be read';
    throw errors.CONFIG_INVALID([`helpLines, ${file}: ${why}`], { cause });
  }
}
