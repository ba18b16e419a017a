const BYTES = 8;

/** Base64 of the fingerprints, 8 bytes each, little-endian, ascending, none twice. */
export function encodeFingerprints(fingerprints: Iterable<bigint>): string {
  const sorted = BigUint64Array.from(new Set(fingerprints)).sort();
  const bytes = Buffer.alloc(sorted.length * BYTES);
  sorted.forEach((one, index) => {
    bytes.writeBigUInt64LE(one, index * BYTES);
  });
  return bytes.toString('base64');
}

/** Throws RangeError for what `encodeFingerprints` would not have written: half of one, or not ascending. */
export function decodeFingerprints(base64: string): BigUint64Array {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length % BYTES !== 0) throw new RangeError(`${bytes.length} bytes are no whole number of fingerprints`);
  const all = new BigUint64Array(bytes.length / BYTES);
  for (let index = 0; index < all.length; index++) {
    const one = bytes.readBigUInt64LE(index * BYTES);
    if (index > 0 && one <= (all[index - 1] ?? 0n))
      throw new RangeError(`fingerprint ${index} is not above the one before`);
    all[index] = one;
  }
  return all;
}

/** Whether an ascending list holds a fingerprint. */
export function holdsFingerprint(ascending: BigUint64Array, one: bigint): boolean {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0n) < one) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === one;
}
