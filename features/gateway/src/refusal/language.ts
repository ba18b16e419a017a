import { z } from 'zod';

/** The languages in which people are answered. */
export const Language = z.enum(
  ['en', 'es', 'fr', 'de', 'it', 'pt', 'nl', 'pl', 'ru', 'tr', 'ar', 'hi', 'ja', 'ko', 'zh'],
  'must be one of en es fr de it pt nl pl ru tr ar hi ja ko zh',
);
export type Language = z.infer<typeof Language>;

const RIGHT_TO_LEFT: ReadonlySet<Language> = new Set(['ar']);
const MAX_HEADER = 400;
const MAX_TAGS = 20;
const TAG = /^([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-[A-Za-z0-9]{1,8}){0,3}$/;

export function isRightToLeft(language: Language): boolean {
  return RIGHT_TO_LEFT.has(language);
}

/** A language of ours, of whatever region. */
export function toLanguage(code: string | undefined): Language | undefined {
  const parsed = Language.safeParse(code?.slice(0, 3).replace(/-.*$/, '').toLowerCase());
  return parsed.success ? parsed.data : undefined;
}

export interface AcceptedTag {
  readonly language: string;
  /** ISO 3166 code, where the tag has one. */
  readonly region: string | undefined;
}

/** The tags of an Accept-Language header, the most wanted first (RFC 9110 §12.5.4); what is not one is passed over. */
export function acceptedTags(header: string | undefined): AcceptedTag[] {
  if (header === undefined || header.length > MAX_HEADER) return [];
  return header
    .split(',')
    .slice(0, MAX_TAGS)
    .flatMap((entry) => {
      const [tag = '', weight] = entry.trim().split(/\s*;\s*q=/i);
      const found = TAG.exec(tag);
      const quality = weight === undefined ? 1 : Number(weight);
      if (!found || !(quality > 0)) return [];
      return [{ language: (found[1] ?? '').toLowerCase(), region: found[2]?.toUpperCase(), quality }];
    })
    .sort((a, b) => b.quality - a.quality)
    .map(({ language, region }) => ({ language, region }));
}
