import { fileURLToPath } from 'node:url';
import { errors, type GuardCost, type GuardModel } from '@tyrian/contracts';
import { type Detector, guardModel } from '@tyrian/guard';
import { createOnnxGuardModel, ONNX_FAMILY, ONNX_FOLDER } from '@tyrian/guard-onnx';
import {
  createGuardModel,
  families,
  type GuardPrices,
  type RemoteGuardModel,
  type ServerKind,
  serverDialects,
} from '@tyrian/guard-remote';
import type { NamedGuardModel } from './in-force.js';

/** Keys of guard models' servers, by the names of the environment variables that hold them. */
export type GuardKeys = Readonly<Record<string, string>>;

/** Milliseconds; the guard itself gives a remote detector twenty seconds. */
const LIMITS = { callMs: 8_000, questionMs: 18_000 };

export interface OpenGuardModel extends GuardModel {
  /** `open`: left alone for now, since it failed too often, or could not be loaded. */
  readonly state: RemoteGuardModel['state'];
  close(): Promise<void>;
}

/**
 * Opens a guard model by its family; nothing is sent and no weights are loaded yet. Throws GUARD_MODEL_INVALID where the
 * family, the kind of server or the key is not known, or a folder cannot be used.
 */
export function openGuardModel({ name, setting }: NamedGuardModel, keys: GuardKeys): OpenGuardModel {
  const { family: familyId, server, url, model, keyFrom, logprobs, prices } = setting;
  if (familyId === ONNX_FAMILY.id) {
    if (server !== ONNX_FOLDER.id)
      throw errors.GUARD_MODEL_INVALID([name, `${familyId} goes with ${ONNX_FOLDER.id} alone`], { param: 'server' });
    return createOnnxGuardModel({ id: name, folder: folderAt(name, url), limits: { questionMs: LIMITS.questionMs } });
  }
  const family = families.get(familyId);
  if (family === undefined)
    throw errors.GUARD_MODEL_INVALID([name, `families are ${[...families.keys(), ONNX_FAMILY.id].join(', ')}`], {
      param: 'family',
    });
  if (!isServerKind(server))
    throw errors.GUARD_MODEL_INVALID([name, `kinds of servers are ${Object.keys(serverDialects).join(', ')}`], {
      param: 'server',
    });
  const apiKey = keyFrom === undefined ? undefined : keys[keyFrom];
  if (keyFrom !== undefined && apiKey === undefined)
    throw errors.GUARD_MODEL_INVALID([name, `${keyFrom} is not set in the environment`], { param: 'keyFrom' });
  return createGuardModel({
    id: name,
    family,
    server: { kind: server, url, ...(apiKey !== undefined && { apiKey }), ...(logprobs !== undefined && { logprobs }) },
    model,
    limits: LIMITS,
    ...(prices && { prices: given(prices) }),
  });
}

function folderAt(name: string, url: string): string {
  try {
    return fileURLToPath(url);
  } catch (cause) {
    throw errors.GUARD_MODEL_INVALID([name, 'its URL is no folder of this machine'], { param: 'url', cause });
  }
}

function isServerKind(kind: string): kind is ServerKind {
  return Object.hasOwn(serverDialects, kind);
}

function given(prices: NonNullable<NamedGuardModel['setting']['prices']>): GuardPrices {
  return Object.fromEntries(Object.entries(prices).filter(([, price]) => price !== undefined));
}

/** The guard models of a process: one client for each setting, whoever uses it, so that a breaker knows of all calls. */
export interface GuardModels {
  detectorsOf(guards: readonly NamedGuardModel[]): readonly Detector[];
  /** What each has been asked in this process, and whether it is left alone for now. */
  usage(): readonly GuardUsage[];
  close(): Promise<void>;
}

/** What a guard model took so far. */
export interface GuardUsage extends GuardCost {
  readonly name: string;
  readonly judged: number;
  readonly failed: number;
  readonly state: OpenGuardModel['state'];
}

export function openGuardModels(keys: GuardKeys): GuardModels {
  const open = new Map<string, { readonly model: CountedModel; readonly detector: Detector }>();
  return {
    detectorsOf: (guards) =>
      guards.map((guard) => {
        const key = JSON.stringify(guard);
        const known = open.get(key);
        if (known) return known.detector;
        const model = counted(openGuardModel(guard, keys));
        const { asked, optional } = guard.setting;
        const detector = guardModel(model, { optional, ...(asked && { asked }) });
        open.set(key, { model, detector });
        return detector;
      }),
    usage: () => [...open.values()].map(({ model }) => ({ name: model.id, state: model.state, ...model.taken })),
    close: async () => {
      await Promise.all([...open.values()].map(({ model }) => model.close()));
    },
  };
}

type Taken = Omit<GuardUsage, 'name' | 'state'>;
interface CountedModel extends OpenGuardModel {
  readonly taken: Taken;
}

function counted(model: OpenGuardModel): CountedModel {
  let taken: Taken = { judged: 0, failed: 0, calls: 0, promptTokens: 0, completionTokens: 0, money: 0 };
  return {
    ...model,
    get state() {
      return model.state;
    },
    get taken() {
      return taken;
    },
    async judge(question, options) {
      try {
        const answer = await model.judge(question, options);
        const { calls, promptTokens, completionTokens, money } = answer.cost;
        taken = {
          ...taken,
          judged: taken.judged + 1,
          calls: taken.calls + calls,
          promptTokens: taken.promptTokens + promptTokens,
          completionTokens: taken.completionTokens + completionTokens,
          money: taken.money + money,
        };
        return answer;
      } catch (fault) {
        taken = { ...taken, failed: taken.failed + 1 };
        throw fault;
      }
    },
  };
}
