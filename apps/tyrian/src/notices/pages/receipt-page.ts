import type { Receipt } from '@tyrian/review';
import { escaped } from '../../html/escaped.js';
import { PATHS, publicPage, type Surroundings, shownTime } from './shell.js';

/** The id, and the code that is shown this once. */
export function receiptPage(around: Surroundings, kind: 'notice' | 'appeal', { id, code, dueAt }: Receipt): string {
  const { receipt } = around.texts;
  const due = dueAt === null ? '' : `<dt>${escaped(receipt.dueBy)}</dt><dd>${shownTime(dueAt, around)}</dd>`;
  const body = `<dl><dt>${escaped(receipt.id)}</dt><dd><code>${escaped(id)}</code></dd>
<dt>${escaped(receipt.code)}</dt><dd><code>${escaped(code)}</code></dd>${due}</dl>`;
  const title = kind === 'notice' ? receipt.noticeTitle : receipt.appealTitle;
  return publicPage(around, { path: PATHS[kind], title, lead: receipt.lead, body });
}
