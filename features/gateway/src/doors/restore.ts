import type { Restorations } from '@tyrian/guard';
import { restoreChannel } from '../fields/restore.js';
import type { Walk } from '../fields/walk.js';
import { isPassed, type Judged } from '../verdict/judge.js';

/**
 * Puts what was taken out of the prompt back into its answers, once they are judged as the model gave them; says into
 * which. What was refused does not leave, so nothing is put into it.
 */
export function restoreChoices(walk: Walk, judged: readonly Judged[], restorations: Restorations): Set<number> {
  const restored = new Set<number>();
  if (restorations.values.size === 0) return restored;
  const passed = new Set(judged.filter(({ verdict }) => isPassed(verdict)).map(({ choice }) => choice));
  for (const channel of walk.channels) {
    const leaves = channel.choice === -1 ? passed.size === judged.length : passed.has(channel.choice);
    if (leaves && restoreChannel(channel, restorations)) restored.add(channel.choice);
  }
  return restored;
}
