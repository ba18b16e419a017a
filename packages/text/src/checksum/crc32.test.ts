import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32 } from './crc32.js';

it('gives the check value of the standard', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});

it('notices any burst of up to 32 bits', () => {
  const bytes = fc.uint8Array({ minLength: 8, maxLength: 64 });
  const burst = fc.uint8Array({ minLength: 1, maxLength: 4 }).filter((change) => change.some((byte) => byte !== 0));
  fc.assert(
    fc.property(bytes, burst, fc.nat(), (original, change, anywhere) => {
      const at = anywhere % (original.length - change.length);
      const damaged = original.map((byte, index) => byte ^ (change[index - at] ?? 0));
      expect(crc32(damaged)).not.toBe(crc32(original));
    }),
  );
});
