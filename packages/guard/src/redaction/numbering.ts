import { bracketedIn, placeholderKey } from './placeholder.js';

/** Gives a value its placeholder: the same value of one kind gets the same one, others count on. */
export type Numbering = (template: string, value: string) => string;

/**
 * Numbers values in the order in which it is asked. No placeholder is one that the texts hold already, in any spelling,
 * or that is reserved: only what was replaced may come back.
 */
export function createNumbering(texts: Iterable<string>, reserved: readonly string[]): Numbering {
  const taken = new Set<string>();
  for (const text of texts) for (const { key } of bracketedIn(text)) taken.add(key);
  for (const placeholder of reserved) taken.add(placeholderKey(placeholder) ?? placeholder);
  const counts = new Map<string, number>();
  const given = new Map<string, string>();

  return (template, value) => {
    if (!template.includes('{n}')) return template;
    const known = given.get(`${template}\n${value}`);
    if (known !== undefined) return known;
    let count = counts.get(template) ?? 0;
    for (;;) {
      count++;
      const placeholder = template.replaceAll('{n}', String(count));
      const key = placeholderKey(placeholder) ?? placeholder;
      if (taken.has(key)) continue;
      taken.add(key);
      counts.set(template, count);
      given.set(`${template}\n${value}`, placeholder);
      return placeholder;
    }
  };
}
