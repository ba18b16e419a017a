import type { Content, Verdict } from '@tyrian/contracts';
import type { FastifyReply } from 'fastify';
import { hideConduct, isTold } from '../conduct/tell.js';
import type { GatewayPorts } from '../ports.js';
import { explainVerdict } from '../refusal/explain.js';
import { offersHelp } from '../refusal/help.js';
import { voiceOf } from '../refusal/voice.js';
import type { Exchange } from '../verdict/exchange.js';
import type { Dialect, Refusal } from './dialect.js';

/** What is said of a verdict to whoever wrote the prompt, whose contents tell their language. */
export function refusalOf(
  { answers = {} }: Pick<GatewayPorts, 'answers'>,
  exchange: Exchange,
  contents: readonly Content[],
  verdict: Verdict,
): Refusal {
  const sentence = explainVerdict(verdict, contents, voiceOf(answers, exchange, contents), isTold(exchange, verdict));
  return { verdict, sentence, isSpoken: isSpoken(exchange, verdict) };
}

/** Answers with a refusal as an error. Never 429 or 5xx: clients would retry, and pay again. */
export function sendRefusal(reply: FastifyReply, dialect: Dialect, refusal: Refusal): FastifyReply {
  hideConduct(reply, refusal.verdict);
  return reply.code(400).header('x-should-retry', 'false').send(dialect.refusal(refusal));
}

/** Whether a refusal is an assistant's message. Where help is offered it is, since an error is shown to nobody. */
function isSpoken(exchange: Exchange, verdict: Verdict): boolean {
  return exchange.principal.refusal === 'message' || (offersHelp(verdict) && verdict.decision === 'refuse');
}
