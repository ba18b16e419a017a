import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Event, Store } from '@tyrian/contracts';
import { parse } from 'yaml';
import { Duties } from '../clocks/duties.js';
import { createReview } from '../review.js';
import { NoticeLimits } from './limits.js';
import type { NoticeRequest } from './notice-request.js';
import { createNoticeDesk, type NoticeDesk } from './notices.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const ALL = { tenant: null, childSafety: true };

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const duties = Duties.parse(parse(readFileSync(new URL('../../data/clocks.yaml', import.meta.url), 'utf8')));

/** A desk on a store, as the program makes it. */
export function deskOn(store: Store, now: () => number, limits: object = { perAddressAndHour: 10_000 }): NoticeDesk {
  return createNoticeDesk({
    ...{ notices: store.notices, appeals: store.appeals, clocks: store.clocks, records: store.records },
    names: { reporter: (address) => sha256(`address ${address}`), copy: (hash) => sha256(`copy ${hash}`) },
    duties,
    limits: NoticeLimits.parse(limits),
    flaggers: [{ name: 'hotline', tokenSha256: sha256('a token of a hotline') }],
    ...{ evidenceDays: 365, appealDays: 180, now },
  });
}

/** Hands what waits to the review, and gives the alarms among it. */
export async function deliver(store: Store, before: (event: Event) => void = () => undefined): Promise<string[]> {
  const review = createReview(store);
  const alarms: string[] = [];
  await store.outbox.deliver(1_000, async (event) => {
    before(event);
    await review.take(event);
    if (event.type === 'alarm.raised') alarms.push(`${event.alarm} ${event.ids.about}`);
  });
  return alarms;
}

export function request(change: Partial<NoticeRequest> = {}): NoticeRequest {
  return {
    ...{ kind: 'rights', jurisdiction: 'other', about: { url: 'https://example.org/a', sha256: [] } },
    ...{ text: 'a zebrafish', language: 'en' },
    statements: { goodFaith: true, isDepicted: false, isWithoutConsent: false, showsMinor: false },
    ...change,
  };
}

export const said = { reason: 'why', statement: 'because' };
