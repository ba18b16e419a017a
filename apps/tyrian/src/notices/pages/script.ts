/**
 * Makes fingerprints of files in the browser. The field for files is made here, without a name and outside the form, so
 * that nothing of a file can be sent; whoever has no JavaScript does not see it.
 */
export const SCRIPT = `'use strict';
const place = document.getElementById('fingerprints');
const list = document.getElementById('sha256');
if (place && list) {
  const say = (name) => place.dataset[name] || '';
  const input = Object.assign(document.createElement('input'), { type: 'file', id: 'files', multiple: true });
  const label = Object.assign(document.createElement('label'), { htmlFor: 'files', textContent: say('label') });
  const hint = Object.assign(document.createElement('span'), { id: 'files-hint', className: 'hint', textContent: say('hint') });
  const status = Object.assign(document.createElement('p'), { className: 'hint' });
  status.setAttribute('role', 'status');
  input.setAttribute('aria-describedby', 'files-hint');
  place.append(label, hint, input, status);
  input.addEventListener('change', async () => {
    try {
      for (const file of input.files) {
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
        const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
        if (!list.value.includes(hex)) list.value = (list.value.trim() + '\\n' + hex).trim();
      }
      status.textContent = say('done');
    } catch {
      status.textContent = say('failed');
    }
    input.value = '';
  });
}
`;
