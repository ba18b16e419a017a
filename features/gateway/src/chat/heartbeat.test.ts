import { errors } from '@tyrian/contracts';
import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { toOpenAiError } from '../errors/openai.js';
import { type Heartbeat, startHeartbeat } from './heartbeat.js';

async function answerOf(
  ready: Promise<unknown>,
  respond: (heartbeat: Heartbeat) => Promise<unknown>,
): Promise<{ headers: object; body: string }> {
  const app = fastify();
  app.get('/', async (_request, reply) => {
    reply.header('x-request-id', 'req_1');
    return respond(startHeartbeat(reply, ready, 5));
  });
  const { headers, body } = await app.inject('/');
  return { headers, body };
}

const begun = async (heartbeat: Heartbeat) => expect.poll(() => heartbeat.hasBegun(), { interval: 2 }).toBe(true);

describe('startHeartbeat', () => {
  it('sends headers and comments while an answer is checked, then the answer', async () => {
    const { headers, body } = await answerOf(Promise.resolve(), async (heartbeat) => {
      await begun(heartbeat);
      return heartbeat.finish('data: [DONE]\n\n');
    });
    expect(headers).toMatchObject({ 'content-type': 'text/event-stream', 'x-request-id': 'req_1' });
    expect(body).toMatch(/^(: checking\n\n)+data: \[DONE\]\n\n$/);
  });

  it('says what went wrong in an event once headers have left', async () => {
    const { body } = await answerOf(Promise.resolve(), async (heartbeat) => {
      await begun(heartbeat);
      return heartbeat.fail(toOpenAiError(errors.UPSTREAM_CUT()));
    });
    expect(body).toMatch(
      /^(: checking\n\n)+data: \{"error":\{"message":"The model server ended its answer too early","type":"server_error","param":null,"code":"upstream_cut"\}\}\n\n$/,
    );
  });

  it('sends nothing before the record of the prompt is durable', async () => {
    let store = (): void => undefined;
    const stored = new Promise<void>((resolve) => {
      store = resolve;
    });
    const { body } = await answerOf(stored, async (heartbeat) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(heartbeat.hasBegun()).toBe(false);
      store();
      await begun(heartbeat);
      return heartbeat.finish('data: x\n\n');
    });
    expect(body.endsWith('data: x\n\n')).toBe(true);
  });
});
