import { escaped } from '../../html/escaped.js';
import { choice, faultSummary, group, type Sent, textArea, textField, trap } from './fields.js';
import { PATHS, publicPage, type Surroundings } from './shell.js';

/** The form of an appeal, as it was sent where something is wrong with it. */
export function appealForm(around: Surroundings, sent: Sent): string {
  const { texts, language } = around;
  const { appeal, notice } = texts;
  const body = `${faultSummary(sent, texts.errors.title)}<form method="post" action="${PATHS.appeal}?lang=${language}" novalidate>
${choice(sent, { name: 'jurisdiction', label: notice.jurisdiction, isRequired: true }, notice.jurisdictions)}
${group(appeal.against, appeal.againstHint, [
  textField(sent, { name: 'verdict', label: appeal.verdict, hint: notice.verdictHint }),
  textField(sent, { name: 'noticeId', label: appeal.noticeId }),
  textField(sent, { name: 'noticeCode', label: appeal.noticeCode }),
])}
${textArea(sent, { name: 'text', label: appeal.text, hint: notice.textHint, isRequired: true }, 8)}
${group(notice.you, '', [
  textField(sent, { name: 'name', label: notice.name, autocomplete: 'name' }),
  textField(sent, { name: 'email', label: notice.email, autocomplete: 'email', type: 'email' }),
])}
${trap(texts.trap)}
<button type="submit">${escaped(appeal.send)}</button>
</form>`;
  return publicPage(around, {
    path: PATHS.appeal,
    title: appeal.title,
    lead: appeal.lead,
    body,
    ...(sent.faults.size > 0 && { fault: texts.errors.title }),
  });
}
