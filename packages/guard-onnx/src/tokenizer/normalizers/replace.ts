import { z } from 'zod';
import { invalid, parseAs } from '../../classifier-error.js';
import type { Normalizer } from './normalizer.js';

const Settings = z.strictObject({
  type: z.string(),
  pattern: z.union([z.strictObject({ String: z.string().min(1) }), z.strictObject({ Regex: z.string() })]),
  content: z.string(),
});

/** Patterns that were looked at; any other could take time without bound on a text that is made for it. */
const KNOWN: Readonly<Record<string, RegExp>> = {
  ' {2,}': / {2,}/gu,
  ' +': / +/gu,
  '\\s+': /\p{White_Space}+/gu,
  '[\\n\\r\\t]': /[\n\r\t]/gu,
};

export function replaceNormalizer(settings: unknown, where: string): Normalizer {
  const { pattern, content } = parseAs(Settings, settings, where);
  if ('String' in pattern) return (text) => text.replaceAll(pattern.String, () => content);
  const known = Object.hasOwn(KNOWN, pattern.Regex) ? KNOWN[pattern.Regex] : undefined;
  if (known === undefined) throw invalid(`${where}: the pattern ${JSON.stringify(pattern.Regex)} is not supported`);
  return (text) => text.replace(known, () => content);
}
