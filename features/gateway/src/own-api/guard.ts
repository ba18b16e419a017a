import { Audience, Problem, Role, Verdict } from '@tyrian/contracts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { admit } from '../conduct/admit.js';
import type { DoorPorts } from '../door-ports.js';
import { ACCOUNT } from '../fields/alphabet.js';
import type { Channel } from '../fields/channel.js';
import { LIMITS } from '../fields/limits.js';
import { type Reading, readChannels } from '../fields/reading.js';
import { hasLoneSurrogate } from '../fields/surrogates.js';
import { type Exchange, openExchange } from '../verdict/exchange.js';
import { type Judged, judge } from '../verdict/judge.js';
import { store } from '../verdict/store.js';

const Text = z
  .string()
  .min(1)
  .max(LIMITS.text)
  .refine((text) => !hasLoneSurrogate(text), 'holds half of a surrogate pair');

export const GuardRequest = z
  .strictObject({
    text: Text.optional(),
    messages: z
      .array(z.strictObject({ role: Role, content: Text }))
      .min(1)
      .max(LIMITS.messages)
      .optional(),
    as: z
      .enum(['prompt', 'output'])
      .default('prompt')
      .describe('What the text is. Messages that end with the assistant are an answer to what stands before it'),
    audience: Audience.optional().describe("Can only be stricter than the key's"),
    account: z
      .string()
      .min(1)
      .max(256)
      .regex(ACCOUNT.pattern)
      .optional()
      .describe('Who sent it, as your platform names them'),
  })
  .refine((body) => (body.text === undefined) !== (body.messages === undefined), 'give either text or messages')
  .refine(
    ({ as, messages }) => as !== 'output' || messages === undefined || messages.at(-1)?.role === 'assistant',
    'the last message must be the one of the assistant that is to be checked as output',
  );
export type GuardRequest = z.infer<typeof GuardRequest>;

/** POST /v1/guard: what the guard says about a text, for platforms that keep the model to themselves. */
export function guardRoute(app: FastifyInstance, ports: DoorPorts): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/v1/guard',
    {
      schema: {
        summary: 'Check a text or a conversation',
        tags: ['guard'],
        body: GuardRequest,
        response: { 200: Verdict, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request, reply) => {
      const { audience, account, ...body } = request.body;
      const exchange = await admit(ports, openExchange(ports, request, { door: 'guard', audience, account }), reply);
      const { verdict, commit } = await judgeAsked(ports, exchange, body);
      await store(ports.recorder, commit);
      return verdict;
    },
  );
}

/** An answer is judged with the signals of its prompt, which is judged for nothing else here. */
async function judgeAsked(ports: DoorPorts, exchange: Exchange, body: Asked): Promise<Judged> {
  const { prompt, output } = readingsOf(body);
  if (!output) return judge(ports, exchange, prompt, { stage: 'input' });
  const { guard, audience, account, id } = exchange;
  const contents = [...prompt.contents];
  const before =
    contents.length === 0
      ? []
      : (await guard.check({ id, stage: 'input', audience, contents, ...(account !== undefined && { account }) }))
          .signals;
  return judge(ports, exchange, output, { stage: 'output', prompt: contents, before, isAsked: true });
}

type Asked = Pick<GuardRequest, 'text' | 'messages' | 'as'>;

/** A conversation that ends with the assistant is an answer to what stands before it. */
function readingsOf({ text, messages, as }: Asked): { readonly prompt: Reading; readonly output?: Reading } {
  const isAnswer = messages ? messages.at(-1)?.role === 'assistant' : as === 'output';
  const said = messages
    ? messages.map(({ role, content }, index) => channelOf(`messages[${index}].content`, role, content))
    : [channelOf('text', isAnswer ? 'assistant' : 'user', text ?? '')];
  if (!isAnswer) return { prompt: readChannels(said, 'input', 'request') };
  return {
    prompt: readChannels(said.slice(0, -1), 'input', 'request'),
    output: readChannels(said.slice(-1), 'output', 'request'),
  };
}

/** Nothing is written back here: the caller gets the repairs and makes them. */
function channelOf(place: string, role: Role, text: string): Channel {
  const pieces = [{ text, holder: {}, key: 'text' }];
  return { place, role, modality: 'text', encoding: 'plain', choice: -1, isApart: false, pieces };
}
