import { isRightToLeft, type Language } from './language.js';

/** Puts values into a text of the catalogue. */
export type Fill = (text: string, values: Readonly<Record<string, string>>) => string;

const fillIn: Fill = (text, values) => text.replace(/\{(\w{1,20})\}/g, (open, name: string) => values[name] ?? open);

/** In a text from right to left, ids, addresses and numbers keep their own direction (Unicode UAX 9, FSI and PDI). */
const fillIsolated: Fill = (text, values) =>
  fillIn(text, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `\u2068${value}\u2069`])));

export function fillFor(language: Language): Fill {
  return isRightToLeft(language) ? fillIsolated : fillIn;
}
