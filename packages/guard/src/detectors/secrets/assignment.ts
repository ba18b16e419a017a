import type { Sight } from '../personal-data/sight.js';
import { characterKinds, entropyOf } from './entropy.js';
import { isPlaceholder } from './placeholder.js';

const NAME_MAX = 48;
const VALUE_MAX = 256;
const NAME = /([A-Za-z][A-Za-z0-9_.-]{0,47})["'`]?\s{0,3}:?$/;
const SECRET_NAME =
  /(?:secret|passwo?r?d|passwd|passphrase|\bpwd|_pwd|token|api[_-]?key|apikey|access[_-]?key|private[_-]?key|auth[_-]?key|encryption[_-]?key|signing[_-]?key|client[_-]?secret|credential|account[_-]?key|connection[_-]?string|bearer)/i;
/** Names that hold what is about a secret: its limit, its file, where it is. */
const NO_SECRET_NAME =
  /(?:tokens|max|min|limit|count|length|size|type|name|path|file|dir|url|uri|id|policy|hint|field|label|public|expir\w*|ttl|usage|per_\w+|reset|version|regex|pattern|strength)$/i;
const VALUE = /^=?\s{0,3}(?:(["'`])((?:(?!\1)[^\n\\]){6,256})\1|([^\s"'`,;)}\]]{8,256}))/;
/** What code has where a value would stand: a call, a member, a type, a path. */
const NO_VALUE =
  /[()[\]{}|]|^(?:true|false|null|none|undefined|string|number|boolean|required|optional)\b|^(?:https?:|\/|\.\/|\.\.\/)|^[a-z]+(?:[A-Z][a-z]+)+$|^[a-z_]+(?:\.[a-zA-Z_]+)+$|^[A-Z][A-Z_]+$/;
const PASSWORD_NAME = /pass|pwd/i;

const STRONG_ENTROPY = 3.2;
const PASSWORD_ENTROPY = 2.5;

/** A name of a secret, `=` or `:`, and a value that is drawn at random or mixes kinds of characters. */
export function lookAtAssignment(text: string, index: number): Sight | undefined {
  const before = text.slice(Math.max(0, index - NAME_MAX), index);
  const name = NAME.exec(before)?.[1];
  if (name === undefined || !SECRET_NAME.test(name) || NO_SECRET_NAME.test(name)) return undefined;
  const seen = VALUE.exec(text.slice(index + 1, index + 1 + VALUE_MAX + 6));
  const value = (seen?.[2] ?? seen?.[3])?.replace(/[.!?]+$/, '');
  if (seen === null || value === undefined || /\s/.test(value) || NO_VALUE.test(value) || isPlaceholder(value))
    return undefined;
  const score = scoreOf(name, value);
  if (score === 0) return undefined;
  const start = index + 1 + seen[0].indexOf(value);
  return { rule: PASSWORD_NAME.test(name) ? 'password' : 'assigned-secret', start, end: start + value.length, score };
}

function scoreOf(name: string, value: string): number {
  const entropy = entropyOf(value);
  const kinds = characterKinds(value);
  if (PASSWORD_NAME.test(name)) return kinds >= 2 && entropy >= PASSWORD_ENTROPY ? (kinds >= 3 ? 0.85 : 0.7) : 0;
  if (value.length < 12 || entropy < STRONG_ENTROPY || kinds < 2) return 0;
  return value.length >= 16 ? 0.85 : 0.7;
}
