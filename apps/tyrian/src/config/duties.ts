import { readFileSync } from 'node:fs';
import { errors } from '@tyrian/contracts';
import { Duties, type Duty } from '@tyrian/review';
import { parse } from 'yaml';
import { z } from 'zod';
import { SHIPPED_DUTIES } from '../assets.js';

/** Duties with clocks: the platform's own file, or the one that comes along. Throws CONFIG_INVALID. */
export function readDuties(own: string | undefined): readonly Duty[] {
  const file = own ?? SHIPPED_DUTIES;
  const parsed = Duties.safeParse(readYaml(file));
  if (!parsed.success) throw errors.CONFIG_INVALID([`notices.clocks, ${file}: ${z.prettifyError(parsed.error)}`]);
  return parsed.data;
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'), { maxAliasCount: 10 });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'it cannot be read';
    throw errors.CONFIG_INVALID([`notices.clocks, ${file}: ${why}`], { cause });
  }
}
