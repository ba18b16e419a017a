import { createHash } from 'node:crypto';
import { BUCKET_BITS, encodeFingerprints, type Head, packClassifier } from '@tyrian/text';
import { calibrate } from './calibration/calibrate.js';
import { featureFreedom } from './features/feature-freedom.js';
import type { FeatureMatrix } from './features/feature-matrix.js';
import { exampleCounts } from './heads/example-counts.js';
import type { HeadPlan } from './heads/head-plan.js';
import { headProblem } from './heads/head-problem.js';
import type { ClassifierManifest } from './model/classifier-manifest.js';
import { quantise } from './model/quantise.js';
import type { TrainingSet } from './rows/training-set.js';
import { solve } from './solver/solve.js';

export interface TrainOptions {
  readonly plans: readonly HeadPlan[];
  readonly seed: number;
  /** Told of each head as it is done. */
  onProgress(line: string): void;
}

export interface Trained {
  readonly model: Uint8Array;
  readonly manifest: ClassifierManifest;
}

const TOLERANCE = 1e-3;
/** What is calibrated on need not be exact: the line through the scores of a fold is told by thousands of them. */
const FOLD_TOLERANCE = 1e-2;
const PASSES = 40;

/** Trains each head on all examples and calibrates it on held-out ones. The same examples and seed give the same bytes. */
export function train(set: TrainingSet, { plans, seed, onProgress }: TrainOptions): Trained {
  const { examples, matrices } = set;
  const solving = { seed, tolerance: TOLERANCE, passes: PASSES };
  const freedoms = remembered((plan) => featureFreedom(matrixFor(plan), examples, plan.bits, plan.freedom));
  const matrixFor = ({ name, families }: HeadPlan): FeatureMatrix => {
    const matrix = matrices.get(families);
    if (!matrix) throw new Error(`the features of head ${name} were not read`);
    return matrix;
  };
  const heads: Head[] = [];
  const reports: ClassifierManifest['heads'][number][] = [];
  for (const plan of plans) {
    const freedom = freedoms(plan);
    const problem = headProblem(plan, examples, matrixFor(plan), freedom);
    const solved = solve(problem, solving);
    const calibration = calibrate(plan, examples, problem, { ...solving, tolerance: FOLD_TOLERANCE });
    heads.push({
      name: plan.name,
      families: plan.families,
      ...quantise(solved, plan.lengthPower),
      bias: Math.fround(solved.bias),
      lengthPower: plan.lengthPower,
      window: plan.window,
      windowMargin: plan.windowMargin,
      ...calibration,
    });
    const yes = problem.signs.reduce((count, sign) => (sign === 1 ? count + 1 : count), 0);
    reports.push({
      name: plan.name,
      families: plan.families,
      bits: plan.bits,
      cost: plan.cost,
      freedom: plan.freedom,
      lengthPower: plan.lengthPower,
      window: plan.window,
      windowMargin: plan.windowMargin,
      yes,
      no: problem.rows.length - yes,
      trace: solved.trace,
    });
    const gap = solved.trace.at(-1)?.gap.toExponential(1);
    onProgress(`${plan.name}: ${yes} say yes, ${problem.rows.length - yes} say no, gap ${gap}`);
  }
  const model = packClassifier({ heads });
  const manifest: ClassifierManifest = {
    version: createHash('sha256').update(model).digest('hex').slice(0, 12),
    seed,
    bucketBits: BUCKET_BITS,
    inputs: [...set.inputs],
    trainedOn: {
      algorithm: 'sha256-64 of normalised text',
      hashes: encodeFingerprints(set.fingerprints),
    },
    examples: exampleCounts(examples),
    heads: reports,
  };
  return { model, manifest };
}

/** Heads of one width and plan share what is known of the features. */
function remembered(make: (plan: HeadPlan) => Float64Array): (plan: HeadPlan) => Float64Array {
  const made = new Map<string, Float64Array>();
  return (plan) => {
    const key = JSON.stringify([plan.families, plan.bits, plan.freedom]);
    const freedom = made.get(key) ?? make(plan);
    made.set(key, freedom);
    return freedom;
  };
}
