import type { Campaign, ConductHistory, NewConductStep } from '@tyrian/contracts';
import { stepsInForce } from './ladder.js';
import type { ConductSettings } from './settings.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/**
 * The steps that one more strike leads to. Pure. Child safety has a ladder of its own: its strikes count for nothing that
 * an account can see, and the others count for nothing there.
 */
export function judgeConduct(
  histories: readonly ConductHistory[],
  campaigns: readonly Campaign[],
  settings: ConductSettings,
  now: number,
): readonly NewConductStep[] {
  const wanted = histories.flatMap((history) => [
    ...openSteps(history, settings, now),
    ...lockdowns(history, campaigns, settings, now),
  ]);
  // Whoever is named most closely.
  const [closest] = histories;
  return closest ? [...wanted, ...silentSteps(closest, settings, now)] : wanted;
}

function openSteps(history: ConductHistory, settings: ConductSettings, now: number): NewConductStep[] {
  if (history.kind === 'tenant') return [];
  const strikes = history.strikes.filter(({ isSilent }) => !isSilent);
  return stepsInForce(strikes, settings[history.kind], now).map(({ step, until, rules }) => ({
    ...nameOf(history),
    step,
    until,
    rules,
    isSilent: false,
    opensCase: step === 'hold' || step === 'suspend',
  }));
}

/** A person is asked at the first strike; an account that goes on is refused everything, in the words of any refusal. */
function silentSteps(history: ConductHistory, { childSafety }: ConductSettings, now: number): NewConductStep[] {
  const { points, windowHours, lastsMinutes, reviewHours } = childSafety;
  const strikes = history.strikes.filter(({ isSilent }) => isSilent);
  const last = strikes.at(-1);
  if (!last || history.kind === 'tenant') return [];
  const silent = { ...nameOf(history), isSilent: true, opensCase: true };
  const until = last.at + reviewHours * HOUR;
  const rules = [...new Set(strikes.map(({ rule }) => rule))].sort();
  const review: NewConductStep[] = until > now ? [{ ...silent, step: 'review', until, rules }] : [];
  if (history.kind !== 'account') return review;
  const suspended = stepsInForce(strikes, [{ step: 'suspend', points, windowHours, lastsMinutes }], now);
  return [...review, ...suspended.map((standing) => ({ ...silent, ...standing }))];
}

/** One at a time; where a person has ended one, the next has to wait as long as it would have lasted. */
function lockdowns(
  history: ConductHistory,
  campaigns: readonly Campaign[],
  { campaign: { accounts, lockdownMinutes } }: ConductSettings,
  now: number,
): NewConductStep[] {
  const lasts = lockdownMinutes * MINUTE;
  if (history.kind !== 'tenant' || lasts === 0 || history.steps.some(({ step }) => step === 'lockdown')) return [];
  if (history.liftedAt !== null && now - history.liftedAt < lasts) return [];
  const found = campaigns.filter((campaign) => campaign.accounts >= accounts);
  if (found.length === 0) return [];
  const rules = [...new Set(found.map(({ rule }) => rule))];
  return [{ ...nameOf(history), step: 'lockdown', isSilent: false, until: now + lasts, rules, opensCase: true }];
}

function nameOf({ kind, subject, subjectKey, before }: ConductHistory) {
  return { kind, subject, subjectKey, before };
}
