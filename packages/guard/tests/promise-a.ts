import type { Span } from '@tyrian/contracts';
import type { Detector } from '../src/detector.js';
import { createHoldBack } from '../src/streaming/hold-back.js';
import { observe } from './reading.js';

/** Where a finding of the whole text begins and ends, and what says so. */
interface Extent {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

/** Every finding of a text, from its first piece to its last. What only sums up others is left out. */
export function extentsOf(detectors: readonly Detector[], text: string): Extent[] {
  return detectors
    .flatMap((detector) => observe(detector, text, 'assistant', 'output').signals)
    .filter(({ rule }) => rule !== 'disguised')
    .map(({ rule = '', spans }) => ({ rule, start: least(spans), end: most(spans) }));
}

/** What a check does not show so soon, it does not show for what comes behind. */
const SHOWN_WITHIN = 30;

/**
 * What leaves too early, at whatever place the text is cut: a part of a finding that is not whole yet, or all of one that
 * a check of the text so far does not show. Each as what has left, what waits and what is to come.
 */
export function leaksOf(detectors: readonly Detector[], text: string): string[] {
  const extents = extentsOf(detectors, text);
  const leaks: string[] = [];
  for (let cut = 1; cut < text.length; cut++) {
    const sofar = text.slice(0, cut);
    const held = heldFrom(detectors, sofar);
    const left = extents.filter(({ start, end }) => start < held && cut - end < SHOWN_WITHIN);
    if (left.length === 0) continue;
    const shown = extentsOf(detectors, sofar);
    for (const { rule, start, end } of left) {
      if (end <= cut && shown.some((one) => one.start < end && one.end > start)) continue;
      leaks.push(`${rule}: ${text.slice(start, held)}|${text.slice(held, cut)}|${text.slice(cut, end)}`);
    }
  }
  return leaks;
}

export function heldFrom(detectors: readonly Detector[], text: string): number {
  return createHoldBack(detectors).heldFrom({
    modality: 'text',
    place: 'text',
    role: 'assistant',
    stage: 'output',
    text,
  });
}

function least(spans: readonly Span[]): number {
  return Math.min(...spans.map(([start]) => start));
}

function most(spans: readonly Span[]): number {
  return Math.max(...spans.map(([, end]) => end));
}
