import { randomBytes } from 'node:crypto';

const SALT_BYTES = 16;
const BLOCK_BYTES = SALT_BYTES * 512;

/** Random salts, drawn from the system in blocks, since one call for each is dear. */
export function createSalts(): () => Buffer {
  let block = Buffer.alloc(0);
  let next = 0;
  return () => {
    if (next === block.length) {
      block = randomBytes(BLOCK_BYTES);
      next = 0;
    }
    const salt = block.subarray(next, next + SALT_BYTES);
    next += SALT_BYTES;
    return salt;
  };
}
