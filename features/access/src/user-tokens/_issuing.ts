import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

export const AUDIENCE = 'tyrian';

/** Of a token; what is undefined is left out of it. */
export type Claims = Readonly<Record<string, unknown>>;

/** A place that signs tokens, and answers with its public keys at `url` as often as it is asked. */
export interface TestIssuer {
  readonly url: string;
  /** How often its keys were asked for. */
  asked(): number;
  /** Takes a new key into use; the ones before are forgotten unless `keep`. */
  rotate(kid: string, options?: { readonly keep?: boolean; readonly alg?: string }): Promise<void>;
  /** What it answers until `undefined` is set again: a status, or a body. */
  answer(with_: number | string | undefined): void;
  token(claims?: Claims, header?: { readonly kid?: string; readonly alg?: string }): Promise<string>;
  publicKeys(): readonly JWK[];
  close(): Promise<void>;
}

/** Tokens are issued at `now`, in milliseconds since 1970, for an hour. */
export async function startIssuer(now: () => number): Promise<TestIssuer> {
  let keys: JWK[] = [];
  let current: { key: CryptoKey; kid: string; alg: string } | undefined;
  let [asked, special] = [0, undefined as number | string | undefined];
  const server: Server = createServer((_request, response) => {
    asked++;
    if (typeof special === 'number') return void response.writeHead(special, { location: '/elsewhere' }).end();
    response.setHeader('content-type', 'application/json').end(special ?? JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function rotate(kid: string, { keep = false, alg = 'ES256' } = {}): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
    keys = [...(keep ? keys : []), { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' }];
    current = { key: privateKey, kid, alg };
  }
  await rotate('first');

  return {
    url,
    asked: () => asked,
    rotate,
    answer: (with_) => {
      special = with_;
    },
    async token(claims = {}, header = {}) {
      if (!current) throw new Error('no key');
      const { key, kid, alg } = current;
      const seconds = Math.floor(now() / 1000);
      const payload: JWTPayload = {
        iss: url,
        aud: AUDIENCE,
        iat: seconds,
        exp: seconds + 3_600,
        sub: 'user-1',
        ...claims,
      };
      return new SignJWT(payload).setProtectedHeader({ alg, kid, ...header }).sign(key);
    },
    publicKeys: () => keys,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
