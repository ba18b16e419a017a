import { entropyOf } from './entropy.js';

const STAND_IN =
  /your|example|sample|dummy|changeme|change[-_]me|replace|placeholder|redacted|insert|todo|fixme|foobar|xxxx|\*{3}|\.{3}|<[^>]*>|\$\{|\{\{|%[A-Z_]+%|\$\(|^\$[A-Za-z_]|process\.env|os\.environ|getenv|0123456789|1234567890|abcdef0123|abcdefgh/i;
const MARKS_ONLY = /^[\W_]*$/;
/** Fewer bits than this are one or two characters over and over. */
const ENTROPY_MIN = 1.5;

/** Whether a value stands in for a secret: an example, a variable, a mask. */
export function isPlaceholder(value: string): boolean {
  return STAND_IN.test(value) || MARKS_ONLY.test(value) || entropyOf(value) < ENTROPY_MIN;
}
