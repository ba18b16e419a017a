import type { Content, Verdict } from '@tyrian/contracts';
import { isTold } from '../conduct/tell.js';
import type { AnswerSettings } from '../ports.js';
import { explainVerdict } from '../refusal/explain.js';
import { offersHelp } from '../refusal/help.js';
import { voiceOf } from '../refusal/voice.js';
import type { Exchange } from '../verdict/exchange.js';
import type { Refusal } from './dialect.js';

/** What an answer to a person depends on beside its verdict. */
export interface Addressed {
  readonly exchange: Exchange;
  readonly settings: AnswerSettings;
  /** Of the prompt. */
  readonly contents: readonly Content[];
}

export function refusalOf({ exchange, settings, contents }: Addressed, verdict: Verdict): Refusal {
  const sentence = explainVerdict(verdict, contents, voiceOf(settings, exchange, contents), isTold(exchange, verdict));
  return { verdict, sentence, isSpoken: isSpoken(exchange, verdict) };
}

/** Whether a refusal is an assistant's message. Where help is offered it is, since an error is shown to nobody. */
function isSpoken(exchange: Exchange, verdict: Verdict): boolean {
  return exchange.principal.refusal === 'message' || (offersHelp(verdict) && verdict.decision === 'refuse');
}
