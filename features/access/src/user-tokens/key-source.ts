import { readFile } from 'node:fs/promises';

/** Where an issuer's key set is read from. Gives parsed JSON; rejects where it cannot be read. */
export type KeySource = (signal: AbortSignal) => Promise<unknown>;

const MAX_BYTES = 256 * 1024;

/** A key set behind a URL that the operator has named, or in a file. Redirects are not followed. */
export function keySource(place: string): KeySource {
  if (!/^https?:\/\//.test(place))
    return async (signal) => JSON.parse(await readFile(place, { encoding: 'utf8', signal }));
  return async (signal) => {
    const answer = await fetch(place, { signal, redirect: 'error', headers: { accept: 'application/json' } });
    if (answer.status !== 200 || !answer.body) {
      await answer.body?.cancel();
      throw new Error(`the key set was answered with ${answer.status}`);
    }
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of answer.body) {
      bytes += chunk.byteLength;
      if (bytes > MAX_BYTES) throw new Error(`the key set is larger than ${MAX_BYTES} bytes`);
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  };
}
