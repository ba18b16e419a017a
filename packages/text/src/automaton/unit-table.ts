import { foldUnit, isSeparatorUnit, isWordUnit } from '../unicode/units.js';

/** Bits of a unit's entry. */
export const CLASS_BITS = 0x3fff;
/** A letter or digit of a word that whole-word patterns must not be cut out of. */
export const WORD = 0x8000;
/** Some pattern may begin with it in the middle of a word. */
export const BEGINS_ANYWHERE = 0x4000;
/** The class of every run of separators. */
export const SEPARATOR_CLASS = 1;

const PAGE = 256;

interface UnicodeUnits {
  /** Entries of all units before patterns give them classes. */
  readonly entries: Uint16Array;
  /** All units that fold to one, themselves among them; only where there are others. */
  readonly foldingTo: ReadonlyMap<number, readonly number[]>;
}

let known: UnicodeUnits | undefined;

/** Made once, since it asks Unicode about 65,536 units. */
function unicodeUnits(): UnicodeUnits {
  if (known !== undefined) return known;
  const entries = new Uint16Array(65_536);
  const foldingTo = new Map<number, number[]>();
  for (let unit = 0; unit < 65_536; unit++) {
    if (isSeparatorUnit(unit)) {
      entries[unit] = SEPARATOR_CLASS;
      continue;
    }
    entries[unit] = isWordUnit(unit) ? WORD : BEGINS_ANYWHERE;
    const folded = foldUnit(unit);
    if (folded === unit) continue;
    const units = foldingTo.get(folded) ?? [folded];
    units.push(unit);
    foldingTo.set(folded, units);
  }
  known = { entries, foldingTo };
  return known;
}

/** Gives every folded unit of the patterns a class, and every unit that folds to it the same one. */
export function buildUnitTable(
  classOfFolded: ReadonlyMap<number, number>,
  beginsAnywhere: ReadonlySet<number>,
): Uint16Array {
  const { entries, foldingTo } = unicodeUnits();
  const table = entries.slice();
  for (const [folded, unitClass] of classOfFolded) {
    const bits = unitClass | (beginsAnywhere.has(unitClass) ? BEGINS_ANYWHERE : 0);
    for (const unit of foldingTo.get(folded) ?? [folded]) table[unit] = (table[unit] ?? 0) | bits;
  }
  return table;
}

/** Only the pages of 256 units that differ are kept: `index` says which page each block of units has. */
export function packUnitTable(table: Uint16Array): { index: Uint8Array; pages: Uint16Array } {
  const index = new Uint8Array(65_536 / PAGE);
  const pages: Uint16Array[] = [];
  for (let block = 0; block < index.length; block++) {
    const page = table.subarray(block * PAGE, (block + 1) * PAGE);
    let same = pages.findIndex((one) => one.every((entry, unit) => entry === page[unit]));
    if (same === -1) same = pages.push(page) - 1;
    index[block] = same;
  }
  const packed = new Uint16Array(pages.length * PAGE);
  pages.forEach((page, at) => {
    packed.set(page, at * PAGE);
  });
  return { index, pages: packed };
}

/** The flat table that a scan reads, laid out from its pages. */
export function unpackUnitTable(index: Uint8Array, pages: Uint16Array): Uint16Array {
  const table = new Uint16Array(65_536);
  for (let block = 0; block < index.length; block++) {
    const page = index[block] ?? 0;
    table.set(pages.subarray(page * PAGE, (page + 1) * PAGE), block * PAGE);
  }
  return table;
}
