import { errors, VerdictId } from '@tyrian/contracts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../errors/problem.js';
import type { GatewayPorts, HeldVerdict } from '../ports.js';
import { principalOf } from '../principal/authenticate.js';

const VERDICT_ID = /^vrd_[0-9a-z]{25}$/;

export const VerdictStatus = z.object({
  id: VerdictId,
  status: z.enum(['open', 'released', 'refused', 'expired']),
  explanation: z.string(),
  at: z.number().int().describe('When it was held or refused, in milliseconds since 1970'),
  expiresAt: z.number().int().nullable(),
  decidedAt: z.number().int().nullable(),
});

const EXPLANATIONS = {
  open: 'A person has yet to look at this. Send the same request again once it is released.',
  released: 'A person has released this: the same request is let through now.',
  refused: 'This was refused. If you think that is wrong, write to whoever runs this service and name the verdict.',
  expired: 'Nobody decided in time, so this counts as refused. You may ask whoever runs this service to look again.',
} as const satisfies Record<HeldVerdict['status'], string>;

/** GET /v1/verdicts/:id: how something held stands. Only the tenant that asked the question sees the answer. */
export function verdictRoute(app: FastifyInstance, ports: GatewayPorts): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/v1/verdicts/:id',
    {
      schema: {
        summary: 'How a held or refused verdict stands',
        tags: ['guard'],
        params: z.object({ id: z.string().max(64) }),
        response: { 200: VerdictStatus, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request) => {
      const { id } = request.params;
      const verdict = VerdictId.parse(id);
      const found = VERDICT_ID.test(id) ? await ports.holds.find(principalOf(request).tenant, verdict) : undefined;
      if (!found) throw errors.NOT_FOUND(['held or refused verdict of this id']);
      return { id: verdict, ...found, explanation: EXPLANATIONS[found.status] };
    },
  );
}
