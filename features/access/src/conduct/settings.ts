import { LadderStep } from '@tyrian/contracts';
import { z } from 'zod';

const HOURS = z
  .number()
  .positive()
  .max(24 * 90);
const MINUTES = z
  .number()
  .positive()
  .max(60 * 24 * 90);

/** So many points within so many hours lead to a step, which ends by itself after so many minutes. */
export const LadderRow = z.strictObject({
  step: LadderStep,
  points: z.number().int().min(1).max(400),
  windowHours: HOURS,
  lastsMinutes: MINUTES,
});
export type LadderRow = z.infer<typeof LadderRow>;

const Ladder = z.array(LadderRow).max(16);
const DAY = 24 * 60;

/** Every threshold of the ladders, as the section `conduct` of the configuration file sets it. */
export const ConductSettings = z.strictObject({
  account: Ladder.default([
    { step: 'warn', points: 3, windowHours: 24, lastsMinutes: DAY },
    { step: 'slow', points: 6, windowHours: 24, lastsMinutes: 60 },
    { step: 'hold', points: 10, windowHours: 72, lastsMinutes: DAY },
    { step: 'suspend', points: 15, windowHours: 168, lastsMinutes: 3 * DAY },
  ]),
  /** Many people can share an address, or a key: neither is ever held or suspended unless somebody says so here. */
  address: Ladder.default([{ step: 'slow', points: 30, windowHours: 1, lastsMinutes: 15 }]),
  key: Ladder.default([{ step: 'warn', points: 200, windowHours: 1, lastsMinutes: 60 }]),
  /** Of child safety, for accounts alone. A person is asked at the first strike, which weighs 8. */
  childSafety: z
    .strictObject({
      points: z.number().int().min(1).max(400).default(16),
      windowHours: HOURS.default(24 * 30),
      lastsMinutes: MINUTES.default(7 * DAY),
      reviewHours: HOURS.default(24 * 30),
    })
    .prefault({}),
  campaign: z
    .strictObject({
      /** Distinct accounts with the same attack within so many minutes start a lockdown of the tenant. */
      accounts: z.number().int().min(2).max(100_000).default(10),
      withinMinutes: MINUTES.default(10),
      /** 0: campaigns are only shown. */
      lockdownMinutes: z.number().min(0).max(DAY).default(30),
    })
    .prefault({}),
});
export type ConductSettings = z.infer<typeof ConductSettings>;

/** The longest time that a strike can matter, in milliseconds. */
export function longestWindow({ account, address, key, childSafety }: ConductSettings): number {
  const rows = [...account, ...address, ...key];
  return Math.max(childSafety.windowHours, ...rows.map(({ windowHours }) => windowHours)) * 3_600_000;
}
