import { errors } from '@tyrian/contracts';

const BLOCK = 512;
/** One row of the vault may be large; all else is far smaller. */
const ENTRY_LIMIT = 512 << 20;

export interface TarEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

/** One file of a tar (POSIX ustar), with the empty bytes that fill its last block. */
export function tarEntry({ name, bytes }: TarEntry, madeAt: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 100, 'utf8');
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(
    `${Math.floor(madeAt / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
    136,
  );
  header.write('        0', 148);
  header.write('ustar\u000000', 257);
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]);
}

export const TAR_END = Buffer.alloc(2 * BLOCK);

/** The files of a tar as they come. Throws BACKUP_INVALID for what is none, and where it ends too early. */
export async function* readTar(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const take = taker(chunks);
  for (;;) {
    const header = await take(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
    const sum = Number.parseInt(header.toString('latin1', 148, 154), 8);
    if (sum !== checksum(header) || !Number.isSafeInteger(size) || size < 0)
      throw errors.BACKUP_INVALID(['it is not a backup']);
    if (size > ENTRY_LIMIT) throw errors.BACKUP_INVALID([`an entry of it is larger than ${ENTRY_LIMIT} bytes`]);
    const end = header.indexOf(0);
    const name = header.toString('utf8', 0, Math.min(end, 100));
    const bytes = await take(Math.ceil(size / BLOCK) * BLOCK);
    yield { name, bytes: bytes.subarray(0, size) };
  }
}

/** Hands out exact numbers of bytes, whatever the size of the chunks. */
function taker(chunks: AsyncIterable<Uint8Array>): (count: number) => Promise<Buffer> {
  const source = chunks[Symbol.asyncIterator]();
  let waiting: Uint8Array[] = [];
  let length = 0;
  return async (count) => {
    while (length < count) {
      const { done, value } = await source.next();
      if (done) throw errors.BACKUP_INVALID(['it is cut short']);
      waiting.push(value);
      length += value.length;
    }
    const all = waiting.length === 1 && waiting[0] ? Buffer.from(waiting[0]) : Buffer.concat(waiting);
    waiting = [all.subarray(count)];
    length -= count;
    return all.subarray(0, count);
  };
}

/** The sum of the header's bytes, with that of the field for the sum as spaces. */
function checksum(header: Buffer): number {
  let sum = 8 * 0x20;
  for (const [at, byte] of header.entries()) if (at < 148 || at >= 156) sum += byte;
  return sum;
}
