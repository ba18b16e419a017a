import { escaped } from '../../html/escaped.js';

/** What was sent, by the names of the fields. */
export type Values = Readonly<Record<string, string>>;
/** What is wrong with a field, by its name. */
export type Faults = ReadonlyMap<string, string>;

export interface Sent {
  readonly values: Values;
  readonly faults: Faults;
}

export interface FieldWords {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
  /** Of the HTML attribute, so that browsers can help. */
  readonly autocomplete?: string;
  readonly type?: 'text' | 'email' | 'url';
}

export function textField(sent: Sent, field: FieldWords): string {
  const { name, type = 'text', autocomplete = 'off' } = field;
  const value = escaped(sent.values[name] ?? '');
  return labelled(
    sent,
    field,
    `<input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}"${described(sent, field)}>`,
  );
}

export function textArea(sent: Sent, field: FieldWords, rows: number): string {
  const { name } = field;
  // A line break right after the tag is not part of the text.
  const value = escaped(sent.values[name] ?? '');
  return labelled(
    sent,
    field,
    `<textarea id="${name}" name="${name}" rows="${rows}"${described(sent, field)}>\n${value}</textarea>`,
  );
}

export function choice(sent: Sent, field: FieldWords, options: Readonly<Record<string, string>>): string {
  const { name } = field;
  const chosen = sent.values[name] ?? '';
  const all = Object.entries({ '': '', ...options }).map(
    ([value, label]) =>
      `<option value="${escaped(value)}"${value === chosen ? ' selected' : ''}>${escaped(label)}</option>`,
  );
  return labelled(sent, field, `<select id="${name}" name="${name}"${described(sent, field)}>${all.join('')}</select>`);
}

export function checkBox(sent: Sent, field: FieldWords): string {
  const { name, label } = field;
  const checked = sent.values[name] === 'yes' ? ' checked' : '';
  const box = `<input id="${name}" name="${name}" type="checkbox" value="yes"${checked}${described(sent, field)}>`;
  return `<div class="field">${fault(sent, name)}<div class="check">${box}<label for="${name}">${escaped(label)}</label></div></div>`;
}

/** What a person does not see and a machine fills in. */
export function trap(label: string): string {
  return `<div class="trap" aria-hidden="true"><label for="website">${escaped(label)}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>`;
}

export function group(legend: string, hint: string, fields: readonly string[]): string {
  const said = hint === '' ? '' : `<p class="hint">${escaped(hint)}</p>`;
  return `<fieldset><legend>${escaped(legend)}</legend>${said}${fields.join('')}</fieldset>`;
}

/** What is wrong, each with a way to its field, read out at once. */
export function faultSummary({ faults }: Sent, title: string): string {
  if (faults.size === 0) return '';
  const items = [...faults].map(([name, said]) =>
    name === '' ? `<li>${escaped(said)}</li>` : `<li><a href="#${escaped(name)}">${escaped(said)}</a></li>`,
  );
  return `<div class="summary" role="alert" tabindex="-1"><h2>${escaped(title)}</h2><ul>${items.join('')}</ul></div>`;
}

function labelled(sent: Sent, { name, label, hint }: FieldWords, control: string): string {
  const said = hint === undefined ? '' : `<span class="hint" id="${name}-hint">${escaped(hint)}</span>`;
  return `<div class="field"><label for="${name}">${escaped(label)}</label>${said}${fault(sent, name)}${control}</div>`;
}

function fault({ faults }: Sent, name: string): string {
  const said = faults.get(name);
  return said === undefined ? '' : `<span class="wrong" id="${name}-fault">${escaped(said)}</span>`;
}

function described({ faults }: Sent, { name, hint, isRequired }: FieldWords): string {
  const isWrong = faults.has(name);
  const by = [...(hint === undefined ? [] : [`${name}-hint`]), ...(isWrong ? [`${name}-fault`] : [])];
  const describedBy = by.length === 0 ? '' : ` aria-describedby="${by.join(' ')}"`;
  return `${describedBy}${isWrong ? ' aria-invalid="true"' : ''}${isRequired ? ' aria-required="true"' : ''}`;
}
