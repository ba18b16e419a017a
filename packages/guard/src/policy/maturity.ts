import { levelOfDegree, type Maturity, type MaturityDegree, type Policy } from '@tyrian/contracts';
import { isSetAside, readingOf } from './bands.js';
import type { Evidence } from './evidence.js';

/** Rates this stage's contents: per axis the highest degree that was not read as safe, and the level of the highest axis. */
export function maturityOf(evidence: Evidence, policy: Policy): Maturity {
  const maturity: Maturity = { sexual: 0, violence: 0, hate: 0, 'self-harm': 0, drugs: 0, level: 'general' };
  let highest: MaturityDegree = 0;
  for (let i = 0; i < evidence.fresh; i++) {
    const signal = evidence.signals[i];
    if (signal?.kind !== 'maturity' || isSetAside(signal) || readingOf(signal, policy) === 'safe') continue;
    if (signal.degree > maturity[signal.name]) maturity[signal.name] = signal.degree;
    if (signal.degree > highest) highest = signal.degree;
  }
  maturity.level = levelOfDegree(highest);
  return maturity;
}
