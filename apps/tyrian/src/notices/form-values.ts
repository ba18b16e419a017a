import { AppealRequest, NoticeRequest } from '@tyrian/review';
import type { z } from 'zod';
import type { Faults, Values } from './pages/fields.js';
import type { PageTexts } from './texts/en.js';
import type { PageLanguage } from './texts/texts.js';

const FIELDS_MAX = 40;

/** The fields of an urlencoded body; of a name that comes twice the last one counts. */
export function readForm(body: string): Values {
  return Object.fromEntries([...new URLSearchParams(body)].slice(0, FIELDS_MAX));
}

type Read<Request> = { readonly request: Request } | { readonly faults: Faults };

/** A notice as its form says it, or what is wrong with which field. */
export function noticeOf(values: Values, language: PageLanguage, texts: PageTexts): Read<NoticeRequest> {
  const said = (name: string) => optional(values, name);
  const sha256 = (values.sha256 ?? '').split(/[\s,]+/).filter((one) => one !== '');
  const parsed = NoticeRequest.safeParse({
    kind: said('kind'),
    jurisdiction: said('jurisdiction'),
    about: defined({ url: said('url'), verdict: said('verdict'), sha256, model: said('model') }),
    text: values.text ?? '',
    ...contactOf(values),
    statements: {
      goodFaith: values.goodFaith === 'yes',
      isDepicted: values.isDepicted === 'yes',
      isWithoutConsent: values.isWithoutConsent === 'yes',
      showsMinor: values.showsMinor === 'yes',
    },
    language,
  });
  return parsed.success ? { request: parsed.data } : { faults: faultsOf(parsed.error, values, texts) };
}

/** An appeal as its form says it, or what is wrong with which field. */
export function appealOf(values: Values, language: PageLanguage, texts: PageTexts): Read<AppealRequest> {
  const [id, code] = [optional(values, 'noticeId'), optional(values, 'noticeCode')];
  const parsed = AppealRequest.safeParse({
    ...defined({ verdict: optional(values, 'verdict'), jurisdiction: optional(values, 'jurisdiction') }),
    ...((id ?? code) !== undefined && { notice: { id, code } }),
    text: values.text ?? '',
    ...contactOf(values),
    language,
  });
  return parsed.success ? { request: parsed.data } : { faults: faultsOf(parsed.error, values, texts) };
}

/** Fields of the form, by the end of the path in the request. */
const FIELD_OF: Readonly<Record<string, string>> = { contact: 'name', id: 'noticeId', code: 'noticeCode' };

function faultsOf({ issues }: z.ZodError, values: Values, { errors }: PageTexts): Faults {
  const faults = new Map<string, string>();
  for (const { path, code } of issues) {
    const inside = path.filter((part) => typeof part === 'string');
    const last = inside.at(-1) ?? '';
    const field = FIELD_OF[last] ?? last;
    if (faults.has(field)) continue;
    faults.set(field, wordsFor(inside, code, values[field] ?? '', errors));
  }
  return faults;
}

function wordsFor(path: readonly string[], code: string, value: string, errors: PageTexts['errors']): string {
  if (path[0] === 'statements') return errors.confirm;
  if (code === 'custom' && path[0] === 'contact') return errors.contact;
  if (code === 'custom' && path[0] === 'about') return errors.about;
  if (code === 'custom' && path[0] === 'verdict') return errors.against;
  return value.trim() === '' ? errors.required : errors.invalid;
}

function contactOf(values: Values): object {
  const [name, email] = [optional(values, 'name'), optional(values, 'email')];
  return (name ?? email) === undefined ? {} : { contact: { name, email } };
}

function optional(values: Values, name: string): string | undefined {
  const value = values[name]?.trim();
  return value === '' ? undefined : value;
}

function defined(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
