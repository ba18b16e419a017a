import type {
  ApiKeyId,
  ConductStep,
  ConductStore,
  Content,
  Event,
  Strike,
  SubjectName,
  TenantId,
  Verdict,
  VerdictId,
} from '@tyrian/contracts';
import { likeness } from '@tyrian/text';
import { placeOfAddress } from './address.js';
import { createBoard, gravestOf } from './board.js';
import { judgeConduct } from './judge-conduct.js';
import { type ConductSettings, longestWindow } from './settings.js';
import { weigh } from './weigh.js';

/** Who asks: as the key, the platform and the network name them. */
export interface Asker {
  readonly tenant: TenantId;
  readonly keyId: ApiKeyId;
  readonly account: string | undefined;
  readonly address: string;
}

/** Makes keyed pseudonyms. */
export interface ConductNames {
  account(tenant: TenantId, account: string): SubjectName;
  address(tenant: TenantId, address: string): SubjectName;
  range(tenant: TenantId, range: string): string;
  likeness(tenant: TenantId, sample: string): string;
}

/** What the ladders say of who asks. */
export interface Admission {
  readonly isWarned: boolean;
  /** For how long the answer is to wait. */
  readonly delayMs: number;
  /** No decision on what is asked may be milder: everything waits for a person, or is refused like anything refused. */
  readonly floor?: 'hold' | 'refuse' | undefined;
  readonly suspended?: { readonly until: number; readonly appeal: string } | undefined;
  /** The tenant is in lockdown. */
  readonly isStrict: boolean;
}

export interface Conduct {
  /** From memory, without a look at the store. */
  admit(asker: Asker): Admission;
  /** What must become durable with the record of a verdict. `contents` are the prompt's. */
  strikesOf(
    verdict: Verdict,
    asker: Asker,
    contents: readonly Content[],
  ): { readonly strikes: readonly Strike[]; readonly events: readonly Event[] };
  /** Takes an event from the outbox: after a strike the ladders of who asked are looked at. */
  take(event: Event): Promise<void>;
  /**
   * Before the first request: learns how everybody stands, and looks again at the last strikes. A process that was killed
   * while it had their events keeps them from all others for a minute.
   */
  open(): Promise<void>;
  /** Follows what other processes, and persons, have changed. */
  follow(): Promise<void>;
  /** Records lockdowns that have ended, and forgets what can matter no more. */
  expire(): Promise<void>;
}

export interface ConductOptions {
  readonly store: ConductStore;
  readonly names: ConductNames;
  readonly settings: ConductSettings;
  readonly now?: () => number;
  /** How long who is slowed down waits, at random between the two. */
  readonly delayMs?: { readonly least: number; readonly most: number };
}

const DELAY_MS = { least: 2_000, most: 5_000 };
/** Longer than whoever has claimed an event may keep it. */
const CLAIMED_MS = 2 * 60_000;
const STRIKES_AT_START = 500;
const CHANGES_AT_ONCE = 1_000;
const NOTHING = { strikes: [], events: [] };
const ADMITTED: Admission = { isWarned: false, delayMs: 0, isStrict: false };

/**
 * The ladders of accounts, addresses and keys: warn, slow, hold, suspend. The steps are in the store, where every process
 * takes and follows them; who asks is looked up in memory.
 *
 * @example
 * const conduct = createConduct({ store: store.conduct, names, settings: ConductSettings.parse({}) });
 * await conduct.open();
 * conduct.admit({ tenant, keyId, account: 'user-7', address: '203.0.113.7' }).isWarned; // false
 */
export function createConduct(options: ConductOptions): Conduct {
  const { store, names, settings, now = Date.now, delayMs = DELAY_MS } = options;
  const board = createBoard();
  const window = longestWindow(settings);

  function stepsOf({ tenant, keyId, account, address }: Asker, at: number): readonly ConductStep[] {
    const steps: ConductStep[] = [];
    if (account !== undefined && board.hasAny('account'))
      steps.push(...board.stepsOf('account', tenant, namesOf(names.account(tenant, account)), at));
    const place = board.hasAny('address') ? placeOfAddress(address) : undefined;
    if (place) steps.push(...board.stepsOf('address', tenant, namesOf(names.address(tenant, place.address)), at));
    if (board.hasAny('key')) steps.push(...board.stepsOf('key', tenant, [keyId], at));
    return steps;
  }

  async function follow(): Promise<void> {
    for (let last = CHANGES_AT_ONCE; last === CHANGES_AT_ONCE; ) {
      const changed = await store.changes(board.revision(), now(), CHANGES_AT_ONCE);
      board.put(changed);
      last = changed.length;
    }
  }

  async function settle(verdict: VerdictId): Promise<void> {
    const at = now();
    const since = {
      since: at - window,
      campaignSince: at - settings.campaign.withinMinutes * 60_000,
      campaignAccounts: settings.campaign.accounts,
      now: at,
    };
    const taken = await store.settle(verdict, since, (histories, campaigns) =>
      judgeConduct(histories, campaigns, settings, at),
    );
    if (taken.length > 0) await follow();
  }

  return {
    admit(asker) {
      const at = now();
      const isStrict = board.hasAny('tenant') && board.stepsOf('tenant', asker.tenant, [asker.tenant], at).length > 0;
      const steps = stepsOf(asker, at);
      if (steps.length === 0) return isStrict ? { ...ADMITTED, isStrict } : ADMITTED;
      // What can be seen comes of the open ladder alone; the silent one only refuses, as any refusal does.
      const open = gravestOf(steps.filter(({ isSilent }) => !isSilent));
      const isRefused = gravestOf(steps.filter(({ isSilent }) => isSilent))?.step === 'suspend';
      return {
        isWarned: open !== undefined,
        delayMs: open?.step === 'slow' ? between(delayMs) : 0,
        ...(isRefused ? { floor: 'refuse' } : open?.step === 'hold' && { floor: 'hold' }),
        ...(open?.step === 'suspend' && { suspended: { until: open.until, appeal: appealOf(open) } }),
        isStrict,
      };
    },

    strikesOf(verdict, { tenant, keyId, account, address }, contents) {
      const weighed = weigh(verdict);
      const { decision } = verdict;
      if (!weighed || (decision !== 'hold' && decision !== 'refuse')) return NOTHING;
      const at = now();
      const place = placeOfAddress(address);
      const sample = likeness(textOf(contents));
      const strike: Strike = {
        verdict: verdict.id,
        generation: verdict.generation,
        tenant,
        at,
        decision,
        ...weighed,
        key: keyId,
        account: account === undefined ? null : names.account(tenant, account),
        address: place ? names.address(tenant, place.address) : null,
        range: place ? names.range(tenant, place.range) : null,
        likeness: sample === '' ? null : names.likeness(tenant, sample),
      };
      return { strikes: [strike], events: [{ type: 'verdict.struck', tenant, verdict: verdict.id, at }] };
    },

    async take(event) {
      if (event.type === 'verdict.struck') await settle(event.verdict);
    },

    async open() {
      await follow();
      for (const verdict of await store.struckSince(now() - CLAIMED_MS, STRIKES_AT_START)) await settle(verdict);
    },

    follow,

    async expire() {
      board.sweep(now());
      await store.endLockdowns(now());
      await store.forget(now() - window);
    },
  };
}

function namesOf({ value, before }: SubjectName): string[] {
  return before === undefined ? [value] : [value, before];
}

/** What a person names who appeals. */
function appealOf({ case: id, verdict }: ConductStep): string {
  return id === null ? `verdict ${verdict}` : `case ${id}`;
}

function between({ least, most }: { readonly least: number; readonly most: number }): number {
  return Math.round(least + Math.random() * (most - least));
}

/** What the user wrote last is what an attack repeats. */
function textOf(contents: readonly Content[]): string {
  const said = contents.flatMap((one) => (one.modality === 'text' && one.role === 'user' ? [one.text] : []));
  return said.at(-1) ?? '';
}
