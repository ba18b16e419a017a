import type { FastifyPluginAsync, FastifySchema } from 'fastify';
import type { z } from 'zod';
import { AppealRequest, NoticeRequest, StatusRequest } from './notice-request.js';
import type { NoticeDesk } from './notices.js';
import { AppealStanding, NoticeStanding, Receipt } from './receipt.js';

/** 5,000 characters of text may be 30,000 bytes of escapes. */
const BODY_BYTES = 64 * 1024;

export interface NoticeApiPorts {
  readonly desk: Pick<NoticeDesk, 'receiveNotice' | 'receiveAppeal' | 'noticeStanding' | 'appealStanding'>;
  /** Counts a request of an address. Throws RATE_LIMITED. */
  readonly admit: (address: string) => void;
}

interface Route<Body extends z.ZodType, Answer extends z.ZodType> {
  readonly url: string;
  readonly summary: string;
  readonly body: Body;
  readonly status: 200 | 201;
  readonly answer: Answer;
  readonly run: (body: z.output<Body>, address: string) => Promise<z.input<Answer>>;
}

/** The routes for those who are signed in nowhere. Ids and codes are in bodies, so that no log or history has them. */
export function noticeApi({ desk, admit }: NoticeApiPorts): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      admit(request.ip);
    });
    const route = <Body extends z.ZodType, Answer extends z.ZodType>(one: Route<Body, Answer>) => {
      const schema = {
        summary: one.summary,
        tags: ['notices'],
        security: [],
        body: one.body,
        response: { [one.status]: one.answer },
      } as FastifySchema;
      app.post(one.url, { bodyLimit: BODY_BYTES, schema }, async (request, reply) => {
        const answer = await one.run(request.body as z.output<Body>, request.ip);
        return reply.code(one.status).send(answer);
      });
    };
    route({
      url: '/v1/notices',
      summary: 'Say that something is illegal, intimate, of a child, or yours',
      body: NoticeRequest,
      status: 201,
      answer: Receipt,
      run: (body, address) => desk.receiveNotice(body, address),
    });
    route({
      url: '/v1/notices/status',
      summary: 'How a notice stands',
      body: StatusRequest,
      status: 200,
      answer: NoticeStanding,
      run: (body) => desk.noticeStanding(body),
    });
    route({
      url: '/v1/appeals',
      summary: 'Appeal against a verdict, or against the outcome of your notice',
      body: AppealRequest,
      status: 201,
      answer: Receipt,
      run: (body, address) => desk.receiveAppeal(body, address),
    });
    route({
      url: '/v1/appeals/status',
      summary: 'How an appeal stands',
      body: StatusRequest,
      status: 200,
      answer: AppealStanding,
      run: (body) => desk.appealStanding(body),
    });
  };
}
