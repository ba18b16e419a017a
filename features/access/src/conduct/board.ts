import { type ConductStep, LADDER_STEPS, type LadderStep, type SubjectKind, type TenantId } from '@tyrian/contracts';

/** More steps than this are not kept in memory: the mildest go first. */
const CAPACITY = 200_000;

/** Who is on which step, in memory; follows what the store says. */
export interface Board {
  put(steps: readonly ConductStep[]): void;
  /** The highest revision that was put. */
  revision(): number;
  /** False where nobody of this kind is on a step, so that no name has to be made. */
  hasAny(kind: SubjectKind): boolean;
  /** Those that hold now, of a subject under any of its names. */
  stepsOf(kind: SubjectKind, tenant: TenantId, names: readonly string[], now: number): readonly ConductStep[];
  /** Drops what has ended. */
  sweep(now: number): void;
}

export function createBoard(capacity: number = CAPACITY): Board {
  const byId = new Map<string, ConductStep>();
  const bySubject = new Map<string, Set<ConductStep>>();
  const counts = new Map<SubjectKind, number>();
  let revision = 0;

  function add(step: ConductStep): void {
    byId.set(step.id, step);
    counts.set(step.kind, (counts.get(step.kind) ?? 0) + 1);
    for (const key of keysOf(step)) {
      const steps = bySubject.get(key) ?? new Set();
      bySubject.set(key, steps.add(step));
    }
  }

  function remove(id: string): void {
    const step = byId.get(id);
    if (!step) return;
    byId.delete(id);
    counts.set(step.kind, (counts.get(step.kind) ?? 1) - 1);
    for (const key of keysOf(step)) {
      const steps = bySubject.get(key);
      steps?.delete(step);
      if (steps?.size === 0) bySubject.delete(key);
    }
  }

  function dropMildest(): void {
    for (const name of ['review', ...LADDER_STEPS] as const) {
      for (const { id, step } of byId.values()) {
        if (byId.size <= capacity) return;
        if (step === name) remove(id);
      }
    }
  }

  return {
    put(steps) {
      for (const step of steps) {
        const known = byId.get(step.id);
        revision = Math.max(revision, step.revision);
        if (known && known.revision >= step.revision) continue;
        remove(step.id);
        if (step.liftedAt === null) add(step);
      }
      if (byId.size > capacity) dropMildest();
    },
    revision: () => revision,
    hasAny: (kind) => (counts.get(kind) ?? 0) > 0,
    stepsOf(kind, tenant, names, now) {
      const found = new Set<ConductStep>();
      for (const name of names)
        for (const step of bySubject.get(keyOf(kind, tenant, name)) ?? []) if (step.until > now) found.add(step);
      return [...found];
    },
    sweep(now) {
      for (const { id, until } of [...byId.values()]) if (until <= now) remove(id);
    },
  };
}

function keysOf({ kind, tenant, subject, before }: ConductStep): string[] {
  return (before === null ? [subject] : [subject, before]).map((name) => keyOf(kind, tenant, name));
}

function keyOf(kind: SubjectKind, tenant: TenantId, name: string): string {
  return `${kind} ${tenant} ${name}`;
}

const GRAVITY: Readonly<Record<string, number>> = Object.fromEntries(LADDER_STEPS.map((step, index) => [step, index]));

/** The gravest step of a ladder; of like ones the one that lasts longest. */
export function gravestOf(steps: readonly ConductStep[]): (ConductStep & { readonly step: LadderStep }) | undefined {
  let gravest: (ConductStep & { readonly step: LadderStep }) | undefined;
  for (const one of steps) {
    if (!isOnLadder(one)) continue;
    const difference = gravest ? (GRAVITY[one.step] ?? 0) - (GRAVITY[gravest.step] ?? 0) : 1;
    if (!gravest || difference > 0 || (difference === 0 && one.until > gravest.until)) gravest = one;
  }
  return gravest;
}

function isOnLadder(step: ConductStep): step is ConductStep & { readonly step: LadderStep } {
  return GRAVITY[step.step] !== undefined;
}
