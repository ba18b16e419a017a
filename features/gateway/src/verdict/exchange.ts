import { type Assured, type Audience, errors, type GenerationId, newId } from '@tyrian/contracts';
import type { Guard } from '@tyrian/guard';
import type { FastifyRequest } from 'fastify';
import type { Admission, Asker, GatewayPorts, Principal } from '../ports.js';
import { audienceOf } from '../principal/audience.js';
import { claimsOf, principalOf } from '../principal/authenticate.js';
import type { Watch } from '../telemetry/telemetry.js';
import { watchOf } from '../telemetry/watch-requests.js';
import { recordedModel } from './recorded-model.js';

/** One request at a door: who asks what for whom, and the guard that judges it. */
export interface Exchange {
  readonly id: GenerationId;
  readonly door: string;
  readonly principal: Principal;
  readonly guard: Guard;
  readonly audience: Audience;
  /** Who says of which audience the user is, where a signed token did. */
  readonly assured: Assured | undefined;
  /** As the platform names it, in a signed token before in the body. */
  readonly account: string | undefined;
  readonly signedAccount: string | undefined;
  readonly model: string | null;
  /** Sealed with evidence, never recorded in clear. */
  readonly address: string;
  readonly requestId: string;
  /** The header as it came. */
  readonly acceptLanguage: string | undefined;
  /** Where the platform says its user is. */
  readonly country: string | undefined;
  /** What their conduct so far means for who asks; until they are admitted, nothing. */
  readonly admission: Admission;
  readonly watch: Watch;
}

const ADMITTED: Admission = { isWarned: false, delayMs: 0, isStrict: false };

interface Asked {
  readonly door: string;
  readonly account?: unknown;
  readonly model?: unknown;
  readonly audience?: unknown;
}

export function openExchange(ports: GatewayPorts, request: FastifyRequest, asked: Asked): Exchange {
  const principal = principalOf(request);
  const claims = claimsOf(request);
  const guard = ports.guardFor(principal);
  const watch = watchOf(request);
  const model = typeof asked.model === 'string' ? asked.model : null;
  watch.entered({ door: asked.door, model: recordedModel({ model }) });
  return {
    id: newId('generation', ports.clock.now()),
    door: asked.door,
    principal,
    guard,
    audience: audienceOf({
      principal,
      claims,
      policy: guard.policy.policy,
      asked: [request.headers['x-tyrian-audience'], asked.audience],
    }),
    assured: claims?.assured,
    account: claims?.account ?? (typeof asked.account === 'string' ? asked.account : undefined),
    signedAccount: claims?.account,
    model,
    address: request.ip,
    requestId: request.id,
    acceptLanguage: request.headers['accept-language'],
    country: countryOf(request.headers['x-tyrian-country']),
    admission: ADMITTED,
    watch,
  };
}

export function askerOf({ principal: { tenant, keyId }, account, address }: Exchange): Asker {
  return { tenant, keyId, account, address };
}

function countryOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined || header === '') return undefined;
  if (typeof header === 'string' && /^[A-Za-z]{2}$/.test(header)) return header.toUpperCase();
  throw errors.INVALID_INPUT(['x-tyrian-country must be two letters, as in DE']);
}
