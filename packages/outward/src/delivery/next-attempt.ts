const FIRST_PAUSE_MS = 5_000;
const FACTOR = 3;
const LONGEST_PAUSE_MS = 2 * 3_600_000;
/** Of the pause, so that what failed together does not come back together. */
const JITTER = 0.2;

/** How long to wait after the attempt of this number, without jitter: 5 s, 15 s, 45 s and so on up to two hours. */
export function pauseAfter(attempt: number): number {
  return Math.min(FIRST_PAUSE_MS * FACTOR ** (attempt - 1), LONGEST_PAUSE_MS);
}

interface Failed {
  /** From 1. */
  readonly attempt: number;
  readonly since: number;
  readonly giveUpMs: number;
  /** As the endpoint asks. */
  readonly afterMs?: number | undefined;
}

/** When to try again, or undefined where it is time to give up. The last attempt is made when the time is over. */
export function nextAttemptAt(
  { attempt, since, giveUpMs, afterMs = 0 }: Failed,
  now: number,
  random: number,
): number | undefined {
  const giveUpAt = since + giveUpMs;
  if (now >= giveUpAt) return undefined;
  const pause = pauseAfter(attempt) * (1 + JITTER * (2 * random - 1));
  return Math.min(now + Math.ceil(Math.max(pause, afterMs)), giveUpAt);
}
