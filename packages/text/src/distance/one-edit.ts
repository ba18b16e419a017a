/**
 * Whether one letter put in, left out or changed, or two neighbours changed over, turns one word into the other.
 *
 * @example
 * isOneEdit('zorb', 'zrob'); // true
 */
export function isOneEdit(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short === long) return false;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  let tail = 0;
  while (tail < short.length - head && short[short.length - 1 - tail] === long[long.length - 1 - tail]) tail++;
  const left = short.length - head - tail;
  if (short.length < long.length) return left === 0;
  return left === 1 || (left === 2 && short[head] === long[head + 1] && short[head + 1] === long[head]);
}
