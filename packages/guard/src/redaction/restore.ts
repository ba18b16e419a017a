import { type Edit, edited } from './edit.js';
import { linksIn } from './links.js';
import { bracketedIn } from './placeholder.js';
import type { Restorations } from './restorations.js';

export interface RestoreOptions {
  /** Also inside of addresses. Only for what the user's own program reads, and no page shows. */
  readonly inLinks?: boolean;
}

/**
 * Where a text names placeholders, in any spelling, and what belongs there. An address keeps them: a page that shows it
 * would send the value to whoever the address belongs to.
 */
export function restorationEdits(
  text: string,
  { values }: Restorations,
  { inLinks = false }: RestoreOptions = {},
): Edit[] {
  if (values.size === 0) return [];
  const found: Edit[] = [];
  for (const { start, end, key } of bracketedIn(text)) {
    const value = values.get(key);
    if (value !== undefined) found.push({ start, end, text: value });
  }
  if (inLinks || found.length === 0) return found;
  const linked = linksIn(text, found);
  return found.filter((_, index) => !linked.has(index));
}

/**
 * The text with its placeholders put back.
 *
 * @example
 * restore('I wrote to [Email 1].', restorations); // 'I wrote to ann@example.org.'
 */
export function restore(text: string, restorations: Restorations, options?: RestoreOptions): string {
  return edited(text, restorationEdits(text, restorations, options));
}
