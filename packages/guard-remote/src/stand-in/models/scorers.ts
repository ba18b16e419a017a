import type { Hazard } from '@tyrian/contracts';
import type { StandInModel } from '../stand-in-model.js';

type Scores = Readonly<Record<string, number>>;

function scorer(name: string, unknownCategory: Scores, score: (hazards: readonly Hazard[]) => Scores): StandInModel {
  return {
    name,
    lacks: (asked) => (asked.kind === 'classify' ? undefined : 'it takes texts'),
    judged: (asked) => (asked.kind === 'classify' ? asked.text : ''),
    answer: score,
    unknownCategory,
  };
}

const isInjection = (hazards: readonly Hazard[]): boolean => hazards.includes('prompt-injection');

export const promptGuard1: StandInModel = scorer('prompt-guard-86m', { BENIGN: 0.05, OTHER: 0.95 }, (hazards) =>
  isInjection(hazards)
    ? { BENIGN: 0.05, INJECTION: 0.02, JAILBREAK: 0.93 }
    : { BENIGN: 0.95, INJECTION: 0.03, JAILBREAK: 0.02 },
);

/** Its published names of labels are numbers. */
export const promptGuard2: StandInModel = scorer(
  'llama-prompt-guard-2-86m',
  { LABEL_0: 0.05, LABEL_7: 0.95 },
  (hazards) => (isInjection(hazards) ? { LABEL_0: 0.07, LABEL_1: 0.93 } : { LABEL_0: 0.98, LABEL_1: 0.02 }),
);

const MODERATION: Readonly<Record<string, Hazard | undefined>> = {
  harassment: undefined,
  'harassment/threatening': undefined,
  hate: 'S10',
  'hate/threatening': undefined,
  illicit: 'S2',
  'illicit/violent': undefined,
  'self-harm': 'S11',
  'self-harm/intent': undefined,
  'self-harm/instructions': undefined,
  sexual: 'S12',
  'sexual/minors': undefined,
  violence: 'S1',
  'violence/graphic': undefined,
};

function byCategory(
  table: Readonly<Record<string, Hazard | undefined>>,
  hazards: readonly Hazard[],
  most: number,
  least: number,
): Scores {
  const entries = Object.entries(table);
  return Object.fromEntries(entries.map(([name, hazard]) => [name, hazard && hazards.includes(hazard) ? most : least]));
}

export const openaiModeration: StandInModel = scorer(
  'omni-moderation-latest',
  { ...byCategory(MODERATION, [], 1, 0.001), gardening: 0.9 },
  (hazards) => byCategory(MODERATION, hazards, 0.93, 0.001),
);

const AZURE: Readonly<Record<string, Hazard>> = { Hate: 'S10', SelfHarm: 'S11', Sexual: 'S12', Violence: 'S1' };

export const azureContentSafety: StandInModel = scorer(
  'azure-content-safety',
  { ...byCategory(AZURE, [], 7, 0), Gardening: 6 },
  (hazards) => byCategory(AZURE, hazards, 6, 0),
);
