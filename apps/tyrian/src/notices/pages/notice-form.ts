import { escaped } from '../../html/escaped.js';
import { checkBox, choice, faultSummary, group, type Sent, textArea, textField, trap } from './fields.js';
import { PATHS, publicPage, type Surroundings } from './shell.js';

/** The form of a notice, as it was sent where something is wrong with it. */
export function noticeForm(around: Surroundings, sent: Sent): string {
  const { texts, language } = around;
  const { notice } = texts;
  const fingerprints = `<div class="field" id="fingerprints" data-label="${escaped(notice.file)}" data-hint="${escaped(notice.fileHint)}" data-done="${escaped(notice.fileDone)}" data-failed="${escaped(notice.fileFailed)}"></div>`;
  const body = `${faultSummary(sent, texts.errors.title)}<form method="post" action="${PATHS.notice}?lang=${language}" novalidate>
${choice(sent, { name: 'kind', label: notice.kind, isRequired: true }, notice.kinds)}
${choice(sent, { name: 'jurisdiction', label: notice.jurisdiction, isRequired: true }, notice.jurisdictions)}
${group(notice.where, notice.whereHint, [
  textField(sent, { name: 'url', label: notice.url, hint: notice.urlHint, type: 'url' }),
  textField(sent, { name: 'verdict', label: notice.verdict, hint: notice.verdictHint }),
  textArea(sent, { name: 'sha256', label: notice.sha256, hint: notice.sha256Hint }, 3),
  fingerprints,
  textField(sent, { name: 'model', label: notice.model }),
])}
${textArea(sent, { name: 'text', label: notice.text, hint: notice.textHint, isRequired: true }, 8)}
${group(notice.you, notice.youHint, [
  textField(sent, { name: 'name', label: notice.name, autocomplete: 'name' }),
  textField(sent, { name: 'email', label: notice.email, autocomplete: 'email', type: 'email' }),
])}
${group(notice.statements, '', [
  checkBox(sent, { name: 'goodFaith', label: notice.goodFaith, isRequired: true }),
  checkBox(sent, { name: 'isDepicted', label: notice.isDepicted }),
  checkBox(sent, { name: 'isWithoutConsent', label: notice.isWithoutConsent }),
  checkBox(sent, { name: 'showsMinor', label: notice.showsMinor }),
])}
${trap(texts.trap)}
<button type="submit">${escaped(notice.send)}</button>
</form>`;
  return publicPage(around, {
    path: PATHS.notice,
    title: notice.title,
    lead: notice.lead,
    body,
    hasScript: true,
    ...(sent.faults.size > 0 && { fault: texts.errors.title }),
  });
}
