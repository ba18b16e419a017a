import type { GuardTurn } from '@tyrian/contracts';
import { neutralise } from './neutralise.js';

const USED = /TEXT-(\d{1,9})/gi;

/**
 * Puts turns between lines that none of them holds, for judges whose prompt has no form of its own:
 *
 * ```
 * [TEXT-1 user]
 * ...
 * [/TEXT-1]
 * ```
 *
 * The number is the smallest that no turn mentions, so a text cannot close its own fence.
 *
 * @returns the fenced turns, and the name of the fence (`TEXT-1`) for the instructions.
 */
export function fence(turns: readonly GuardTurn[]): { readonly name: string; readonly text: string } {
  const used = new Set<string>();
  for (const { text } of turns) for (const [, number] of text.matchAll(USED)) used.add(number ?? '');
  let number = 1;
  while (used.has(String(number))) number++;
  const name = `TEXT-${number}`;
  const fenced = turns.map(({ role, text }) => `[${name} ${role}]\n${neutralise(text)}\n[/${name}]`);
  return { name, text: fenced.join('\n\n') };
}
