/** Type ids of PostgreSQL for which the engines' own defaults differ. */
export const INT8 = 20;
export const BYTEA = 17;

/**
 * int8 and count(*) are numbers on both engines: nothing that is stored here goes beyond 2^53. What somebody has forged
 * beyond it loses digits, and with them the hash that it had.
 */
export function parseInt8(text: string): number {
  return Number(text);
}
