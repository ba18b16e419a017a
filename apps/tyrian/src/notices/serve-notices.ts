import type { LoadedPolicy } from '@tyrian/guard';
import { createAddressLimit, type NoticeDesk, noticeApi } from '@tyrian/review';
import type { FastifyBaseLogger, FastifyPluginAsync } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Config } from '../config/config.js';
import { answerProblems } from '../http/problems.js';
import { retainedOf } from '../person/retained-of.js';
import { usagePage } from '../policy/render/usage-page.js';
import { publicPages } from './public-pages.js';

/** Requests of one address in a minute, of pages and API together: more than a person makes. */
const PER_MINUTE = 120;
const BODY_BYTES = 64 * 1024;

export interface NoticeServing {
  readonly desk: NoticeDesk;
  readonly config: Pick<Config, 'notices' | 'language' | 'retention' | 'conduct'>;
  /** What is in force for all. */
  readonly policy: () => LoadedPolicy;
  readonly log: FastifyBaseLogger;
}

/** The public API and pages of notices and appeals, and the rules of use; none of it where the setting is off. */
export function serveNotices({ desk, config, policy, log }: NoticeServing): FastifyPluginAsync {
  return async (app) => {
    const { notices, language, retention } = config;
    if (notices === 'off') return;
    const admit = createAddressLimit(PER_MINUTE);
    await app.register(async (api) => {
      api.setValidatorCompiler(validatorCompiler);
      api.setSerializerCompiler(serializerCompiler);
      answerProblems(api, log, BODY_BYTES);
      await api.register(noticeApi({ desk, admit }));
    });
    const { service, contact } = notices;
    const usagePolicy = () => {
      const { policy: inForce, hash } = policy();
      const where = contact ?? 'the page "Appeal"';
      const evidenceDays = retention.evidence.refusal;
      return usagePage(inForce, hash, {
        service: service ?? 'this service',
        contact: where,
        kept: retainedOf(config),
        evidenceDays,
      });
    };
    await app.register(
      publicPages({ desk, admit, service, contact, language, appealDays: retention.appeal, usagePolicy }),
    );
  };
}
