import { PolicyMode, Problem } from '@tyrian/contracts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { GatewayPorts } from '../ports.js';
import { principalOf } from '../principal/authenticate.js';

export const CoverageMatrix = z.object({
  policy: z.object({ id: z.string(), version: z.string(), hash: z.string(), mode: PolicyMode }),
  detectors: z.array(
    z.object({
      detector: z.string(),
      version: z.string(),
      modalities: z.array(z.string()),
      cost: z.enum(['cheap', 'local', 'remote']),
      covers: z.array(
        z.object({ kind: z.string(), name: z.string(), languages: z.union([z.literal('any'), z.array(z.string())]) }),
      ),
      off: z.literal(true).optional().describe('Switched off: at most locked rules count what it sees'),
    }),
  ),
});
export type CoverageMatrix = z.infer<typeof CoverageMatrix>;

/** GET /v1/coverage: what the guard can see, and so what it cannot. */
export function coverageRoute(app: FastifyInstance, ports: GatewayPorts): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/v1/coverage',
    {
      schema: {
        summary: 'What is checked, by which detector, in which languages',
        tags: ['guard'],
        response: { 200: CoverageMatrix, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request): Promise<CoverageMatrix> => {
      const guard = ports.guardFor(principalOf(request));
      const { id, version } = guard.policy.policy;
      return {
        policy: { id, version, hash: guard.policy.hash, mode: guard.mode },
        detectors: guard.coverage().map(({ covers, modalities, ...row }) => ({
          ...row,
          modalities: [...modalities],
          covers: covers.map(({ kind, name, languages }) => ({
            kind,
            name,
            languages: languages === 'any' ? languages : [...languages],
          })),
        })),
      };
    },
  );
}
