import type { Content, Verdict } from '@tyrian/contracts';
import type { FastifyReply } from 'fastify';
import { hideConduct, isTold } from '../conduct/tell.js';
import { openAiError } from '../errors/openai.js';
import type { AnswerSettings } from '../ports.js';
import { explainVerdict, verdictUrl } from '../refusal/explain.js';
import { offersHelp } from '../refusal/help.js';
import { voiceOf } from '../refusal/voice.js';
import { DONE, writeEvent } from '../sse/write.js';
import type { Exchange } from '../verdict/exchange.js';

/** Whether a refusal is an assistant's message. Where help is offered it is, since an error is shown to nobody. */
function isSpoken(exchange: Exchange, verdict: Verdict): boolean {
  return exchange.principal.refusal === 'message' || (offersHelp(verdict) && verdict.decision === 'refuse');
}

/** What an answer to a person depends on beside its verdict. */
export interface Addressed {
  readonly exchange: Exchange;
  readonly settings: AnswerSettings;
  /** Of the prompt. */
  readonly contents: readonly Content[];
}

function sentenceFor({ exchange, settings, contents }: Addressed, verdict: Verdict): string {
  return explainVerdict(verdict, contents, voiceOf(settings, exchange, contents), isTold(exchange, verdict));
}

interface Refused extends Addressed {
  readonly verdict: Verdict;
  readonly streamed: boolean;
  readonly now: number;
}

/** Answers a prompt that was refused or held. Never 429 or 5xx: clients would retry, and pay again. */
export function sendRefusedPrompt(reply: FastifyReply, refused: Refused): FastifyReply {
  const { exchange, verdict, streamed, now } = refused;
  const sentence = sentenceFor(refused, verdict);
  reply.header('x-tyrian-verdict', verdict.id);
  hideConduct(reply, verdict);
  if (!isSpoken(exchange, verdict)) {
    const code = verdict.decision === 'hold' ? 'held_for_review' : 'content_filter';
    const { error } = openAiError(400, code, sentence);
    const held = verdict.decision === 'hold' && { verdict: verdict.id, status_url: verdictUrl(verdict) };
    return reply
      .code(400)
      .header('x-should-retry', 'false')
      .send({ error: { ...error, ...held } });
  }
  const envelope = { id: `chatcmpl-${exchange.id}`, created: Math.floor(now / 1000), model: exchange.model ?? '' };
  if (!streamed) {
    const choices = [{ index: 0, message: spokenMessage(sentence), logprobs: null, finish_reason: 'content_filter' }];
    const usage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };
    return reply.send({ ...envelope, object: 'chat.completion', choices, usage });
  }
  return reply.type('text/event-stream').send(refusalEvents(envelope, 0, { content: sentence }) + DONE);
}

function spokenMessage(sentence: string): object {
  return { role: 'assistant', content: sentence, refusal: null };
}

/** The choice that stands where an answer was refused: nothing of it is left. */
export function refusedChoice(addressed: Addressed, verdict: Verdict, index: number): object {
  const sentence = sentenceFor(addressed, verdict);
  const message = isSpoken(addressed.exchange, verdict)
    ? spokenMessage(sentence)
    : { role: 'assistant', content: null, refusal: sentence };
  return { index, message, logprobs: null, finish_reason: 'content_filter' };
}

/** The same in a stream: one delta with the replacement, and the finish. */
export function refusedEvents(envelope: object, addressed: Addressed, verdict: Verdict, index: number): string {
  const sentence = sentenceFor(addressed, verdict);
  const isMessage = isSpoken(addressed.exchange, verdict);
  return refusalEvents(envelope, index, isMessage ? { content: sentence } : { refusal: sentence });
}

/** The chunk that ends a choice. */
export function finishEvent(envelope: object, index: number, finish_reason: 'stop' | 'content_filter'): string {
  const choices = [{ index, delta: {}, logprobs: null, finish_reason }];
  return writeEvent({ ...envelope, object: 'chat.completion.chunk', choices });
}

function refusalEvents(envelope: object, index: number, words: object): string {
  const choices = [{ index, delta: { role: 'assistant', ...words }, logprobs: null, finish_reason: null }];
  const spoken = writeEvent({ ...envelope, object: 'chat.completion.chunk', choices });
  return spoken + finishEvent(envelope, index, 'content_filter');
}
