import type { AppealStanding, NoticeStanding } from '@tyrian/review';
import { escaped } from '../../html/escaped.js';
import { faultSummary, type Sent, textField } from './fields.js';
import { PATHS, publicPage, type Surroundings, shownTime } from './shell.js';

/** Asks for an id and a code, in a form that puts neither into the address. */
export function statusForm(around: Surroundings, sent: Sent): string {
  const { texts, language } = around;
  const { status } = texts;
  const body = `${faultSummary(sent, texts.errors.title)}<form method="post" action="${PATHS.status}?lang=${language}" novalidate>
${textField(sent, { name: 'id', label: status.id, isRequired: true })}
${textField(sent, { name: 'code', label: status.code, isRequired: true })}
<button type="submit">${escaped(status.show)}</button>
</form>`;
  const fault = sent.faults.size > 0 && { fault: texts.errors.title };
  return publicPage(around, { path: PATHS.status, title: status.title, lead: status.lead, body, ...fault });
}

export function standingPage(around: Surroundings, standing: NoticeStanding | AppealStanding): string {
  const { status } = around.texts;
  const { id, receivedAt, decidedAt, outcome, statement } = standing;
  const rows: [string, string][] = [
    [status.id, `<code>${escaped(id)}</code>`],
    [status.received, shownTime(receivedAt, around)],
    ...(decidedAt === null ? [] : [[status.decided, shownTime(decidedAt, around)] as [string, string]]),
    ...(outcome === null ? [] : [[status.outcome, escaped(status.outcomes[outcome])] as [string, string]]),
    ...(statement === null ? [] : [[status.statement, escaped(statement)] as [string, string]]),
  ];
  if ('appealUntil' in standing && standing.appealUntil !== null)
    rows.push([status.appealUntil, shownTime(standing.appealUntil, around)]);
  const lead = outcome === null ? status.open : status.outcomes[outcome];
  const list = rows.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${value}</dd>`);
  return publicPage(around, { path: PATHS.status, title: status.title, lead, body: `<dl>${list.join('')}</dl>` });
}
