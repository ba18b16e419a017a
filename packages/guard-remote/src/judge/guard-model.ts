import { setMaxListeners } from 'node:events';
import { errors, type GuardModel, type GuardQuestion, TyrianError } from '@tyrian/contracts';
import type { GuardFamily, ModelReply, ReadAnswer } from '../families/family.js';
import type { CircuitBreaker } from '../resilience/circuit-breaker.js';
import { openModelServer, type ServerAddress } from '../servers/model-server.js';
import { ModelServerError } from '../servers/model-server-error.js';
import { costOf, type GuardPrices } from './cost.js';
import { asGuardFault } from './guard-fault.js';
import { guardServer } from './guarded-server.js';
import { type GuardModelLimits, limitsOf } from './limits.js';
import { mergeAnswers } from './merge.js';
import { soundQuestion } from './sound-question.js';
import { refusePlainly } from './usable.js';
import { sizeOf, windowsOf } from './windows.js';

export interface GuardModelOptions {
  /** As the operator names it. */
  readonly id: string;
  readonly family: GuardFamily;
  readonly server: ServerAddress;
  /** As the server names it: `llama-guard3:8b`. */
  readonly model: string;
  readonly prices?: GuardPrices;
  readonly limits?: Partial<GuardModelLimits>;
  /** Milliseconds; only differences count. */
  readonly clock?: () => number;
  /** 0 to 1. */
  readonly random?: () => number;
}

export interface RemoteGuardModel extends GuardModel {
  /** `open`: left alone for now, since it failed too often. */
  readonly state: CircuitBreaker['state'];
  /** Ends its connections; what is on its way fails. */
  close(): Promise<void>;
}

/** Windows are halved this often where a server says that one is too long: languages differ in characters a token. */
const HALVINGS = 3;
/** A shorter one is not refused for its length. */
const LEAST_HALVED = 256;

interface Tally {
  calls: number;
  readonly replies: ModelReply[];
}

/**
 * A guard model behind HTTP. Long texts are judged in windows that overlap; whatever goes wrong is thrown, never "safe".
 * Throws GUARD_MODEL_INVALID where family and server do not go together.
 *
 * @example
 * const model = createGuardModel({ id: 'local', family, server: { kind: 'ollama', url: 'http://127.0.0.1:11434' }, model: 'llama-guard3:8b' });
 * const { score, findings } = await model.judge({ stage: 'input', turns: [{ role: 'user', text }] }, { signal });
 */
export function createGuardModel(options: GuardModelOptions): RemoteGuardModel {
  const { id, family, model, prices = {} } = options;
  const limits = limitsOf(id, options.limits ?? {});
  const address = { ...options.server, model };
  const server = openModelServer(id, address, { ...limits, connections: limits.concurrency });
  refusePlainly(id, family, server);
  const { clock = () => performance.now(), random = Math.random } = options;
  const guarded = guardServer(id, server, limits, { clock, random });

  async function judgeWindow(question: GuardQuestion, tally: Tally, signal: AbortSignal): Promise<ReadAnswer> {
    const calls = family.ask(question);
    const why = calls.map((call) => server.refuses(call)).find((reason) => reason !== undefined);
    if (why !== undefined) throw errors.GUARD_MODEL_INVALID([id, why]);
    tally.calls += calls.length;
    if (tally.calls > limits.callsPerQuestion)
      throw errors.GUARD_MODEL_BUSY([id, `one text takes more than ${limits.callsPerQuestion} calls`]);
    const replies = await Promise.all(calls.map((call) => guarded.send(call, signal)));
    tally.replies.push(...replies);
    const answer = family.read(replies, question);
    if (answer === undefined) throw errors.GUARD_MODEL_ANSWER([id, `nothing that ${family.id} says`]);
    return answer;
  }

  async function judgeWithin(
    question: GuardQuestion,
    characters: number,
    tally: Tally,
    signal: AbortSignal,
    halvings = HALVINGS,
  ): Promise<ReadAnswer> {
    const answers = await eachOf(windowsOf(question, characters), limits.concurrency, async (window) => {
      try {
        return await judgeWindow(window, tally, signal);
      } catch (fault) {
        const isTooLong = fault instanceof ModelServerError && fault.isAboutTheInput && sizeOf(window) > LEAST_HALVED;
        if (!isTooLong || halvings === 0) throw fault;
        return await judgeWithin(window, Math.ceil(sizeOf(window) / 2), tally, signal, halvings - 1);
      }
    });
    return mergeAnswers(answers);
  }

  return {
    id,
    version: `${family.id}@${family.version}+${model}`,
    stages: family.stages,
    modalities: family.modalities,
    covers: family.covers,
    get state() {
      return guarded.breaker.state;
    },
    async judge(question, { signal }) {
      signal.throwIfAborted();
      const sound = soundQuestion(id, family, question);
      const failed = new AbortController();
      const late = AbortSignal.timeout(limits.questionMs);
      const tally: Tally = { calls: 0, replies: [] };
      try {
        const ended = AbortSignal.any([signal, late, failed.signal]);
        // Every call of the question listens, which is no leak.
        setMaxListeners(0, ended);
        const answer = await judgeWithin(sound, family.windowCharacters, tally, ended);
        return { ...answer, cost: costOf(tally.calls, tally.replies, prices) };
      } catch (fault) {
        if (signal.aborted) throw signal.reason;
        if (fault instanceof ModelServerError) throw asGuardFault(id, fault);
        if (fault instanceof TyrianError) throw fault;
        if (late.aborted) throw errors.GUARD_MODEL_BUSY([id, `it was not done after ${limits.questionMs} ms`]);
        throw errors.GUARD_MODEL_ANSWER([id, 'reading it failed'], { cause: fault });
      } finally {
        // The other windows of a question that failed.
        failed.abort();
      }
    },
    close: () => server.close(),
  };
}

/** Runs over items with at most `width` at once, so that one long text does not fill the queue. */
async function eachOf<Item, Result>(
  items: readonly Item[],
  width: number,
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  async function work(): Promise<void> {
    for (const [at, item] of left) results[at] = await run(item);
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
  return results;
}
