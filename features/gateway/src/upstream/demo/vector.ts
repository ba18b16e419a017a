import { createHash } from 'node:crypto';

/** Numbers made from a hash, which mean nothing but that the same text gives the same. */
export function demoVector(text: string): number[] {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  return [...bytes].map((byte) => byte / 255);
}
