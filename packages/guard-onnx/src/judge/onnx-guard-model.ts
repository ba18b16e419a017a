import { basename } from 'node:path';
import { errors, type GuardModel, type GuardQuestion, type Hazard, TyrianError } from '@tyrian/contracts';
import type { Classifier } from '../classifier/classifier.js';
import type { ClassifierFiles } from '../classifier/open-classifier.js';
import { ClassifierError } from '../classifier-error.js';
import { type ModelFolder, readModelFolder } from '../folder/model-folder.js';
import { openInThread } from '../thread/open-in-thread.js';
import { judgementOf } from './findings.js';
import { limitsOf, type OnnxLimits } from './limits.js';
import { loadOnce } from './loading.js';
import { createWindowQueue } from './window-queue.js';

export const ONNX_FAMILY = {
  id: 'onnx-classifier',
  version: '1',
  describe: 'A text classifier in ONNX form from a folder of this machine, run in this process.',
} as const;

/** What `server` says of a model that no server runs. */
export const ONNX_FOLDER = {
  id: 'onnx-folder',
  describe: 'No server: a folder of this machine with model.onnx, tokenizer.json and config.json (--folder)',
} as const;

export interface OnnxGuardModelOptions {
  /** As the operator names it. */
  readonly id: string;
  /** Holds model.onnx, tokenizer.json, config.json, and tyrian-labels.yaml where its labels are not known. */
  readonly folder: string;
  readonly limits?: Partial<OnnxLimits>;
  /** How the classifier is opened: by itself in a thread. */
  readonly open?: (files: ClassifierFiles) => Classifier;
  /** Milliseconds; only differences count. */
  readonly clock?: () => number;
}

export interface OnnxGuardModel extends GuardModel {
  /** `open`: it could not be loaded, or its thread ended, and it is left alone for now. */
  readonly state: 'closed' | 'open';
  close(): Promise<void>;
}

/** Half of a character that has no other half. */
const LONE_HALF = /\p{Surrogate}/gu;
/** A text of more characters for all its tokens is not even cut. */
const CHARACTERS_A_TOKEN = 8;

/**
 * A classifier of texts as a guard model. Its small files are read at once, tokenizer and weights when it is first asked.
 * It sees the judged turn alone. Throws GUARD_MODEL_INVALID for a folder that cannot be used.
 *
 * @example
 * const model = createOnnxGuardModel({ id: 'injection', folder: '/models/prompt-guard-2' });
 * const { score } = await model.judge({ stage: 'input', turns: [{ role: 'user', text }] }, { signal });
 */
export function createOnnxGuardModel(options: OnnxGuardModelOptions): OnnxGuardModel {
  const { id, folder: path, open = openInThread, clock = () => performance.now() } = options;
  const limits = limitsOf(id, options.limits ?? {});
  const folder = folderOf(id, path);
  const { config, labels } = folder;
  const files: ClassifierFiles = {
    ...{ modelPath: folder.modelPath, tokenizerPath: folder.tokenizerPath, labels: config.labels.length },
    ...{ activation: config.activation, maxTokens: config.maxTokens, padId: config.padId, threads: limits.threads },
  };
  const loaded = loadOnce(() => open(files), limits.pauseMs, clock);
  const queue = createWindowQueue({
    ...limits,
    classify: (windows) => loaded.get().classify(windows),
    full: () => errors.GUARD_MODEL_BUSY([id, `${limits.waiting} windows wait already`]),
  });

  async function windowsOf(text: string, signal: AbortSignal): Promise<readonly Int32Array[]> {
    const most = limits.windowsPerQuestion;
    const tooLong = () => errors.GUARD_MODEL_BUSY([id, `one text takes more than ${most} windows`]);
    if (text.length > most * config.maxTokens * CHARACTERS_A_TOKEN) throw tooLong();
    const cut = await orAborted(loaded.get().cut(text.replace(LONE_HALF, '\ufffd'), most), signal);
    if ('tooMany' in cut) throw tooLong();
    return cut.windows;
  }

  return {
    id,
    version: `${ONNX_FAMILY.id}@${ONNX_FAMILY.version}+${basename(path)}-${folder.digest}`,
    stages: labels.stages,
    modalities: ['text'],
    covers: hazardsOf(folder).map((name) => ({ name, languages: labels.languages })),
    get state() {
      return loaded.isLeftAlone ? 'open' : 'closed';
    },
    async judge(question, { signal }) {
      signal.throwIfAborted();
      const { role, text } = judgedTurn(id, question, labels.stages);
      const late = AbortSignal.timeout(limits.questionMs);
      const ended = AbortSignal.any([signal, late]);
      const classifier = loaded.get();
      try {
        const windows = await windowsOf(text, ended);
        const shares = await queue.add(windows, ended);
        const promptTokens = windows.reduce((sum, { length }) => sum + length, 0);
        const cost = { calls: windows.length, promptTokens, completionTokens: 0, money: 0 };
        return { ...judgementOf(shares, labels, config.activation, role), isGraded: true, cost };
      } catch (fault) {
        if (signal.aborted) throw signal.reason;
        if (late.aborted) throw errors.GUARD_MODEL_BUSY([id, `it was not done after ${limits.questionMs} ms`]);
        if (fault instanceof TyrianError) throw fault;
        if (fault instanceof ClassifierError && fault.fault !== 'broken') loaded.isUnusable(classifier);
        throw asGuardFault(id, fault);
      }
    },
    close: () => loaded.close(),
  };
}

function folderOf(id: string, path: string): ModelFolder {
  try {
    return readModelFolder(path);
  } catch (fault) {
    throw asGuardFault(id, fault);
  }
}

function hazardsOf({ labels }: ModelFolder): readonly Hazard[] {
  return [...new Set(labels.meanings.flatMap(({ hazard }) => hazard ?? []))];
}

function judgedTurn(id: string, { turns, stage }: GuardQuestion, stages: GuardModel['stages']) {
  const judged = turns.at(-1);
  if (judged === undefined) throw errors.GUARD_MODEL_INVALID([id, 'a question without a turn']);
  if (!stages.includes(stage)) throw errors.GUARD_MODEL_INVALID([id, `it does not judge ${stage}`]);
  if (judged.media !== undefined) throw errors.GUARD_MODEL_INVALID([id, 'it takes no pictures']);
  return judged;
}

function asGuardFault(id: string, cause: unknown): TyrianError {
  if (!(cause instanceof ClassifierError)) return errors.GUARD_MODEL_ANSWER([id, 'it failed'], { cause });
  const make = {
    invalid: errors.GUARD_MODEL_INVALID,
    broken: errors.GUARD_MODEL_ANSWER,
    gone: errors.GUARD_MODEL_UNREACHABLE,
  }[cause.fault];
  return make([id, cause.detail], { cause });
}

/** The work goes on, and nobody waits for it. */
function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
