import type { Signal, Span, Verdict } from '@tyrian/contracts';
import type { Channel } from '../../fields/channel.js';
import { type Reading, readChannels } from '../../fields/reading.js';
import type { Judged } from '../../verdict/judge.js';
import { Pace } from './pace.js';
import type { StreamedText } from './streamed-text.js';

/** What stands before the unchecked part and is looked at again, so that nothing is missed on the border. */
const CONTEXT = 800;
const MAX_SEEN = 1_000;

/** One of the answers of a stream. */
export class StreamedChoice {
  readonly index: number;
  readonly texts: StreamedText[] = [];
  readonly pace = new Pace();
  /** Set once the whole of it has been judged. */
  judged: Judged | undefined;
  /** Changed other than by replacing broken characters. */
  isRewritten = false;
  /** A check of all of it has passed where a part alone would not: parts no longer stop it. */
  confirmations = 0;
  checks = 0;
  readonly #seen = new Map<string, Signal>();

  constructor(index: number) {
    this.index = index;
  }

  /** UTF-16 units that can leave in parts and that no check has seen. */
  get unchecked(): number {
    return this.texts.reduce((sum, text) => sum + (text.isWindowed ? text.original.length - text.checked : 0), 0);
  }

  get left(): number {
    return this.texts.reduce((sum, text) => sum + text.left, 0);
  }

  get hasLineEnd(): boolean {
    return this.texts.some((text) => text.hasLineEnd);
  }

  /** What is to be checked now: the unchecked part of each text, with what stands before it. */
  window(): StreamWindow {
    const starts = new Map<string, number>();
    const channels: Channel[] = [];
    for (const text of this.texts) {
      if (!text.isWindowed || text.checked === text.original.length) continue;
      const start = this.isRewritten ? 0 : startOfWindow(text);
      starts.set(text.channel.place, start);
      channels.push(channelOf(text, text.original.slice(start)));
    }
    return { reading: readChannels(channels, 'output', 'answer'), starts };
  }

  /** All of it; `rewritten`: with the changes made. */
  whole(rewritten = false): Reading {
    const channels = this.texts.map((text) => channelOf(text, rewritten ? text.rewritten() : text.original));
    return readChannels(channels, 'output', 'answer');
  }

  /** Notes what a check of a window saw, in places of the whole text. */
  see(fresh: readonly Signal[], { starts }: StreamWindow): void {
    for (const signal of fresh) {
      const seen = shifted(signal, starts.get(signal.place) ?? 0);
      const key = JSON.stringify([signal.detector, signal.rule, signal.kind, signal.name, signal.place, seen.spans]);
      if (this.#seen.size < MAX_SEEN) this.#seen.set(key, seen);
    }
  }

  /** What was seen before a window, in places of that window. */
  seenBefore({ starts }: StreamWindow): Signal[] {
    const before: Signal[] = [];
    for (const signal of this.#seen.values()) {
      const start = starts.get(signal.place);
      if (start === undefined) before.push(signal);
      else if (Math.min(...signal.spans.map(([from]) => from)) < start) before.push(shifted(signal, -start));
    }
    return before;
  }
}

export interface StreamWindow {
  readonly reading: Reading;
  /** By place: where the window begins in its text. */
  readonly starts: ReadonlyMap<string, number>;
}

function startOfWindow({ checked, cleared, original }: StreamedText): number {
  const start = Math.max(0, Math.min(checked, cleared) - CONTEXT);
  const unit = original.charCodeAt(start);
  return unit >= 0xdc00 && unit <= 0xdfff ? start - 1 : start;
}

function channelOf({ channel, values, original }: StreamedText, text: string): Channel {
  const said = channel.isApart && text === original ? values : [text];
  return { ...channel, pieces: said.map((value) => ({ text: value, holder: {}, key: 'text' })) };
}

function shifted(signal: Signal, by: number): Signal {
  if (by === 0) return signal;
  const spans = signal.spans.map(([start, end]): Span => [start + by, end + by]);
  return { ...signal, spans };
}

/** Whether a verdict stops an answer that streams. */
export function stops({ decision, reasons }: Verdict, isAnnotated: boolean): boolean {
  if (decision !== 'hold' && decision !== 'refuse') return false;
  if (!isAnnotated) return true;
  return reasons.some((one) => one.locked && one.enforced && (one.decision === 'hold' || one.decision === 'refuse'));
}
