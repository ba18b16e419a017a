import { Place } from '../place.js';
import type { Sight } from '../sight.js';
import { AMERICAS } from './americas.js';
import { ASIA_PACIFIC_AND_AFRICA } from './asia-pacific-africa.js';
import { NORTHERN_AND_EASTERN_EUROPE } from './europe-north-east.js';
import { WESTERN_EUROPE } from './europe-west.js';
import { lookForNationalId, type NationalId } from './national-id.js';

export const NATIONAL_IDS: readonly NationalId[] = [
  ...WESTERN_EUROPE,
  ...NORTHERN_AND_EASTERN_EUROPE,
  ...AMERICAS,
  ...ASIA_PACIFIC_AND_AFRICA,
];

/** By how their first word begins, so that a place tries only those that can stand there. */
const BY_LEAD = new Map<number, NationalId[]>();
for (const id of NATIONAL_IDS)
  for (const [letters, digits] of id.leads) {
    const same = BY_LEAD.get(leadOf(letters, digits));
    if (same === undefined) BY_LEAD.set(leadOf(letters, digits), [id]);
    else same.push(id);
  }

function leadOf(letters: number, digits: number): number {
  return letters * 100 + digits;
}

const NONE: readonly Sight[] = [];
/** Letters that stand before the first digit, with a space between. */
const PAIR_BEFORE = /(?<![a-z])[a-z]{2} $/;

/** Every national number that may stand at a place. */
export function lookForNationalIds(place: Place): readonly Sight[] {
  const sights = lookFrom(place);
  if (place.letters > 0 || place.digits !== 2 || !PAIR_BEFORE.test(place.before)) return sights;
  return [...sights, ...lookFrom(new Place(place.text, place.start - 3, place.end))];
}

function lookFrom(place: Place): readonly Sight[] {
  if (place.isJoined) return NONE;
  const ids = BY_LEAD.get(leadOf(place.letters, place.digits));
  if (ids === undefined) return NONE;
  return ids.map((id) => lookForNationalId(id, place)).filter((sight) => sight !== undefined);
}
