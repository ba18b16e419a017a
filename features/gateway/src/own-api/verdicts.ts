import { errors, Problem, VerdictId } from '@tyrian/contracts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { GatewayPorts } from '../ports.js';
import { principalOf } from '../principal/authenticate.js';
import { TEXTS } from '../refusal/texts/catalogue.js';
import { voiceOf } from '../refusal/voice.js';

const VERDICT_ID = /^vrd_[0-9a-z]{25}$/;

export const VerdictStatus = z.object({
  id: VerdictId,
  status: z.enum(['open', 'released', 'refused', 'expired']),
  explanation: z.string(),
  at: z.number().int().describe('When it was held or refused, in milliseconds since 1970'),
  expiresAt: z.number().int().nullable(),
  decidedAt: z.number().int().nullable(),
});

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
      const hints = { acceptLanguage: request.headers['accept-language'], country: undefined };
      const { language } = voiceOf(ports.answers ?? {}, hints);
      return { id: verdict, ...found, explanation: TEXTS[language].standing[found.status] };
    },
  );
}
