import { Refusal } from './refusal';
import type { paths } from './schema';

type Prefixed = keyof paths;
/** What can be asked for: the name of an operation, or a route of signing in. */
export type Question = Prefixed extends `/console/api/${infer Name}` ? Name : never;
type Post<Name extends Question> = paths[`/console/api/${Name}`]['post'];
export type Input<Name extends Question> =
  Post<Name> extends { requestBody?: { content: { 'application/json': infer Body } } } ? Body : Record<string, never>;
export type Answer<Name extends Question> =
  Post<Name> extends {
    responses: { 200: { content: { 'application/json': infer Body } } };
  }
    ? Body extends { result: infer Result }
      ? Result
      : Body
    : unknown;

/**
 * Asks the server; `byItself` says that nobody did anything for it. Throws a Refusal with its stable code, or one with the
 * code UNREACHABLE.
 */
export async function ask<Name extends Question>(
  name: Name,
  input: Input<Name>,
  { signal, byItself = false }: { signal?: AbortSignal; byItself?: boolean } = {},
): Promise<Answer<Name>> {
  const response = await fetch(`/console/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tyrian-console': byItself ? 'background' : '1' },
    body: JSON.stringify(input),
    credentials: 'same-origin',
    ...(signal && { signal }),
  }).catch((fault: unknown) => {
    if (signal?.aborted) throw fault;
    throw new Refusal('UNREACHABLE', 0, 'The server cannot be reached. What you did is not lost here: try again.');
  });
  const body: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok) throw Refusal.of(response.status, body);
  return (isResult(body) ? body.result : body) as Answer<Name>;
}

function isResult(body: unknown): body is { result: unknown } {
  return typeof body === 'object' && body !== null && 'result' in body;
}
