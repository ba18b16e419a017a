import type { Keys, Store } from '@tyrian/contracts';
import { createNoticeDesk, type NoticeDesk, type NoticeNames } from '@tyrian/review';
import type { Config } from '../config/config.js';
import { readDuties } from '../config/duties.js';
import { noticeSettings } from '../config/notices.js';
import { keyedName } from '../serve/pseudonyms.js';

/** Notices and appeals on a store, as the configuration wants them. Throws CONFIG_INVALID for a file of clocks. */
export function openDesk(
  store: Store,
  keys: Keys,
  { notices, retention }: Pick<Config, 'notices' | 'retention'>,
  now: () => number = Date.now,
): NoticeDesk {
  const { limits, trustedFlaggers, clocks } = noticeSettings(notices);
  return createNoticeDesk({
    ...{ notices: store.notices, appeals: store.appeals, clocks: store.clocks, records: store.records },
    names: createNoticeNames(keys),
    duties: readDuties(clocks),
    limits,
    flaggers: trustedFlaggers,
    evidenceDays: retention.evidence.notice,
    appealDays: retention.appeal,
    now,
  });
}

function createNoticeNames(keys: Keys): NoticeNames {
  return {
    reporter: (address) => keyedName(keys.current('pseudonym'), ['notice', 'address', address]),
    // The key of canaries is never rotated: a file that was named before is known for as long as its notice is kept.
    copy: (sha256) => keyedName(keys.current('canary'), ['notice', 'copy', sha256]),
  };
}
