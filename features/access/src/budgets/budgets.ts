import { randomUUID } from 'node:crypto';
import type { ApiKeyId, KeyBudget, KeyUsages, KeyUse } from '@tyrian/contracts';
import { type BudgetStanding, standingOf } from './standing.js';
import { UsageWindow, WINDOW_MS, type WindowName } from './window.js';

interface Holder {
  readonly keyId: ApiKeyId;
  readonly budget?: KeyBudget | undefined;
}

/**
 * What keys may use, counted in memory and told to the store by `flush`, so that all machines count together. Between
 * two flushes a machine does not know what others let through: at most so much slips past a limit.
 */
export interface Budgets {
  /** Counts a request, unless something is used up. Undefined for a key without limits. */
  take(holder: Holder): Promise<BudgetStanding | undefined>;
  /** Counts characters once they are known; what goes over the limit shuts the next request out. */
  add(holder: Holder, used: { readonly characters: number }): void;
  /** Opens a stream; undefined where there are as many as there may be. Closing it twice counts once. */
  openStream(holder: Holder): (() => void) | undefined;
  /** Tells the store, and hears from it what other machines have counted. To be called every second, and at the end. */
  flush(): Promise<void>;
}

/** Keys that are remembered; one that is over this is read again from the store. */
const CAPACITY = 10_000;
/** Longer than any flush takes: a machine that was not heard of for so long has no streams any more. */
const FRESH_MS = 15_000;
const FORGET_EVERY_MS = 60 * 60_000;
const KEPT_MS = 2 * WINDOW_MS.day;

interface KeyState {
  readonly windows: Readonly<Record<WindowName, UsageWindow>>;
  /** Resolves once the store has said what was used before. */
  loaded: Promise<void> | undefined;
  open: number;
  elsewhere: number;
  /** Whether the store has to be told of `open`, also when it is 0 again. */
  hasStreams: boolean;
}

export function createBudgets({
  usages,
  now = Date.now,
  machine = randomUUID(),
}: {
  readonly usages: KeyUsages;
  readonly now?: () => number;
  readonly machine?: string;
}): Budgets {
  const states = new Map<ApiKeyId, KeyState>();
  let turn: Promise<void> = Promise.resolve();
  let forgetAt = 0;

  /** One at a time, so that no answer of the store overtakes another. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    turn = turn.catch(() => undefined).then(work);
    return turn;
  }

  function stateOf(key: ApiKeyId): KeyState {
    let state = states.get(key);
    if (!state) {
      const windows = { minute: new UsageWindow(key, 'minute'), day: new UsageWindow(key, 'day') };
      state = { windows, loaded: undefined, open: 0, elsewhere: 0, hasStreams: false };
      makeRoom();
      states.set(key, state);
    }
    for (const window of Object.values(state.windows)) window.at(now());
    return state;
  }

  function makeRoom(): void {
    if (states.size < CAPACITY) return;
    for (const [key, { windows, hasStreams }] of states) {
      if (hasStreams || !Object.values(windows).every((window) => window.isTold())) continue;
      states.delete(key);
      return;
    }
  }

  async function tell(told: readonly ReturnType<UsageWindow['tell']>[]): Promise<void> {
    if (told.length === 0) return;
    const answers = new Map<string, KeyUse>();
    try {
      const counted = await usages.add(told.map(({ use }) => use));
      for (const use of counted) answers.set(`${use.key} ${use.window}`, use);
    } finally {
      // Without an answer it is told again next time.
      for (const { use, settle } of told) settle(answers.get(`${use.key} ${use.window}`));
    }
  }

  async function load(state: KeyState): Promise<void> {
    await tell(Object.values(state.windows).map((window) => window.tell()));
  }

  async function flush(): Promise<void> {
    const at = now();
    for (const { windows } of states.values()) for (const window of Object.values(windows)) window.at(at);
    const untold = [...states.values()].flatMap(({ windows }) => Object.values(windows).filter((one) => !one.isTold()));
    await tell(untold.map((window) => window.tell()));
    await flushStreams();
    if (at < forgetAt) return;
    await usages.forget(at - KEPT_MS);
    forgetAt = at + FORGET_EVERY_MS;
  }

  async function flushStreams(): Promise<void> {
    const streaming = [...states].filter(([, { hasStreams }]) => hasStreams);
    const open = streaming.map(([key, state]) => ({ key, open: state.open }));
    const elsewhere = await usages.noteStreams(machine, open, FRESH_MS);
    streaming.forEach(([key, state], index) => {
      state.elsewhere = elsewhere.get(key) ?? 0;
      // Told that there are none, and none were opened since.
      if (open[index]?.open === 0 && state.open === 0) state.hasStreams = false;
    });
  }

  return {
    async take({ keyId, budget }) {
      if (!isLimited(budget)) return undefined;
      const state = stateOf(keyId);
      state.loaded ??= inTurn(() => load(state)).catch((cause: unknown) => {
        state.loaded = undefined;
        throw cause;
      });
      await state.loaded;
      const { windows } = stateOf(keyId);
      const standing = standingOf(budget, windows, now());
      if (standing.exceeded) return standing;
      windows.minute.count('requests', 1);
      windows.day.count('requests', 1);
      const { allowances } = standingOf(budget, windows, now());
      return { allowances };
    },

    add({ keyId, budget }, { characters }) {
      if (!isLimited(budget) || characters === 0) return;
      stateOf(keyId).windows.day.count('characters', characters);
    },

    openStream({ keyId, budget }) {
      if (budget?.streams === undefined) return () => undefined;
      const state = stateOf(keyId);
      if (state.open + state.elsewhere >= budget.streams) return undefined;
      state.open++;
      state.hasStreams = true;
      let isOpen = true;
      return () => {
        if (isOpen) state.open--;
        isOpen = false;
      };
    },

    flush: () => inTurn(flush),
  };
}

function isLimited(budget: KeyBudget | undefined): budget is KeyBudget {
  return budget !== undefined && Object.keys(budget).length > 0;
}
