import { recallAtFalsePositives, seededRandom } from '@tyrian/guard';
import type { TrainingRow } from '../rows/training-row.js';
import type { PaddingFigures } from './figures.js';
import { scoreRows } from './scored.js';

const CHARACTERS = 1_500;
const JOINED = 1_000;

/**
 * What is left of the recall of harmful requests where each stands somewhere within 1,500 characters of harmless ones, at
 * the cut of the single texts; and how many harmless texts of that length, joined from the same, are flagged there.
 * Undefined without harmless or harmful requests, or without a head `request`.
 */
export function measurePadding(model: Uint8Array, rows: readonly TrainingRow[]): PaddingFigures | undefined {
  const harmless = rows.filter(({ kind }) => kind === 'benign');
  const harmful = rows.filter(({ kind, label }) => kind === 'request' && label === 1);
  if (harmless.length === 0 || harmful.length === 0) return undefined;
  const random = seededRandom(1);
  const filler = () => {
    let text = '';
    while (text.length < CHARACTERS) text += `${harmless[Math.floor(random() * harmless.length)]?.text}\n`;
    return text.slice(0, CHARACTERS);
  };
  const padded = harmful.map(({ text }) => {
    const around = filler();
    const at = Math.floor(random() * CHARACTERS);
    return { text: `${around.slice(0, at)}\n${text}\n${around.slice(at)}` };
  });
  const joined = Array.from({ length: JOINED }, () => ({ text: filler() }));
  const scores = (of: readonly { text: string }[]) => scoreRows(model, of).probabilities.get('request');
  const alone = scores(harmless);
  if (!alone) return undefined;
  const { cut } = recallAtFalsePositives(alone, new Uint8Array(alone.length), 0.01);
  const above = (of: readonly { text: string }[]) =>
    (scores(of) ?? alone).filter((score) => score > cut).length / of.length;
  return { characters: CHARACTERS, alone: above(harmful), padded: above(padded), joinedHarmless: above(joined) };
}
