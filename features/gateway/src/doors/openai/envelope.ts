import type { Exchange } from '../../verdict/exchange.js';

/** What an answer of our own is called. */
export function envelopeOf(exchange: Exchange, now: number): { id: string; created: number; model: string } {
  return { id: `chatcmpl-${exchange.id}`, created: Math.floor(now / 1000), model: exchange.model ?? '' };
}

export function spokenMessage(sentence: string): object {
  return { role: 'assistant', content: sentence, refusal: null };
}
