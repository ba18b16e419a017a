import { formOf } from './_forms.js';
import { writeOdd } from './_odd-values.js';
import type { Route } from './_routes.js';
import { AUTH, type TestServer } from './_server.js';

export type Answer = Awaited<ReturnType<TestServer['app']['inject']>>;

/** Sends a document as the route takes it, or only a share of its bytes. */
export async function sendDocument(
  { app }: TestServer,
  { url, isForm, headers: more }: Route,
  document: object | undefined,
  share = 1,
): Promise<Answer> {
  const headers = { ...AUTH, ...more };
  if (!document) return app.inject({ url, headers });
  const { body, contentType } = isForm?.(document)
    ? formOf(writable(document))
    : { body: Buffer.from(writeOdd(document)), contentType: 'application/json' };
  const payload = Buffer.from(body).subarray(0, Math.ceil(share * body.length));
  return app.inject({ method: 'POST', url, headers: { ...headers, 'content-type': contentType }, payload });
}

/** Without what no form can say. */
function writable(document: object): object {
  const entries = Object.entries(document).filter(([, value]) =>
    Array.isArray(value)
      ? value.every((one) => typeof one === 'string' || typeof one?.data === 'string')
      : value !== null,
  );
  return Object.fromEntries(entries);
}
