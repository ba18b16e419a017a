import type { Content } from '@tyrian/contracts';
import type { Detector } from '../detector.js';
import type { Look } from './look.js';

/**
 * Detectors in the order in which they can be asked: each stands in a later wave than the one that it is asked after.
 * What is asked after nobody here, or after one another, is asked at once.
 */
export function wavesOf(detectors: readonly Detector[]): readonly (readonly Detector[])[] {
  const waves: Detector[][] = [];
  let left = [...detectors];
  while (left.length > 0) {
    const waiting = new Set(left.map(({ id }) => id));
    const ready = left.filter(({ asked }) => asked === undefined || !waiting.has(asked.after));
    const wave = ready.length > 0 ? ready : left;
    waves.push(wave);
    left = left.filter((detector) => !wave.includes(detector));
  }
  return waves;
}

/** Whether what has been seen so far leaves anything to ask a detector about. */
export function isAskedAbout({ asked }: Detector, { place }: Content, looks: readonly Look[]): boolean {
  if (asked === undefined) return true;
  const own = looks.filter(({ coverage }) => coverage.detector === asked.after && coverage.place === place);
  const hasJudged = own.length > 0 && own.every(({ coverage }) => coverage.status === 'scanned');
  if (!hasJudged) return true;
  let highest = 0;
  for (const { signals } of own) {
    for (const { kind, score } of signals) if (kind === 'hazard' && score > highest) highest = score;
  }
  return highest >= asked.from && highest <= asked.to;
}
