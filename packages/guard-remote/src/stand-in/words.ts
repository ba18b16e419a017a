import type { Hazard } from '@tyrian/contracts';

/** Made-up words, and the hazard that each stands for. They mean nothing, so that nobody has to read worse. */
export const STAND_IN_WORDS = {
  zorblax: 'S1',
  quibnark: 'S2',
  plimsoke: 'S7',
  drobbett: 'S9',
  vexolith: 'S10',
  mortleby: 'S11',
  harnelux: 'S12',
  injectoid: 'prompt-injection',
} as const satisfies Readonly<Record<string, Hazard>>;

/** The hazards whose words stand in a text, in the order of the table. */
export function standInHazards(text: string): readonly Hazard[] {
  const said = text.toLowerCase();
  return Object.entries(STAND_IN_WORDS).flatMap(([word, hazard]) => (said.includes(word) ? [hazard] : []));
}
