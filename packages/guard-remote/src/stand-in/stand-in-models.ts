import type { StandInModel } from './stand-in-model.js';
import { wordJudge } from './word-judge.js';

/** Every family that the stand-in speaks as. */
export const standInModels = {
  'word-judge': wordJudge,
} as const satisfies Readonly<Record<string, StandInModel>>;

export type StandInFamily = keyof typeof standInModels;
