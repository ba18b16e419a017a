import type { View } from '@tyrian/contracts';
import { disguisesOf, isAsInOriginal } from '@tyrian/text';
import { type Detector, defineDetector } from '../../detector.js';
import { liveInReadings } from '../../streaming/open-views.js';
import { Findings } from '../findings.js';
import { lookForCard } from './card.js';
import { lookForDateOfBirth } from './date-of-birth.js';
import { lookForEmail } from './email.js';
import { lookForIban } from './iban.js';
import { livePersonalDataFrom } from './live.js';
import { lookForNationalIds } from './national-ids/national-ids.js';
import { lookAtColon, lookForIpv4 } from './network-address.js';
import { type Lookups, lookForPhone, lookupsFor } from './phone.js';
import { Place } from './place.js';
import { findPlaces } from './places.js';
import { type Sight, surest } from './sight.js';
import { lookForStreetAddress } from './street-address.js';

/** An address with its postcode and the words before it; nothing else is as long. */
const REACH = 320;
/** Views that keep digits what they are. Others make letters of them. */
const KEEPS_DIGITS = new Set(['escapes', 'base64', 'hex', 'tags']);
/** Where a view changes nothing so near, the original has told what is there. */
const AROUND = 16;
/** What is seen with a score above it is taken for nothing else. */
const SURE = 0.5;
const ONE_WORD = [lookForCard, lookForIban, lookForIpv4, lookForDateOfBirth, lookForStreetAddress];

/**
 * E-mail addresses, phone numbers, cards, bank accounts, national numbers, network addresses, street addresses and dates
 * of birth. The rule names the kind. What has a check digit is checked; what has none needs a word beside it.
 */
export const personalData: Detector = defineDetector({
  id: 'personal-data',
  version: '1.0.0',
  accepts: { modalities: ['text'], stages: ['input', 'output'] },
  cost: 'cheap',
  readsContentAlone: true,
  reach: REACH,
  covers: [{ kind: 'hazard', name: 'personal-data', languages: 'any' }],
  liveFrom: (content) => liveInReadings(content, KEEPS_DIGITS, livePersonalDataFrom),
  run(content) {
    if (content.modality !== 'text') return { signals: [], gap: 'modality' };
    let findings: Findings | undefined;
    const lookups = lookupsFor(content.text);
    for (const view of content.views) {
      if (!disguisesOf(view.name).every((step) => KEEPS_DIGITS.has(step))) continue;
      for (const { rule, start, end, score } of lookIn(view, content.text, lookups)) {
        findings ??= new Findings();
        findings.add(view, [[start, end]], { kind: 'hazard', name: 'personal-data', score, rule });
      }
    }
    return { signals: findings?.sightings() ?? [] };
  },
});

function lookIn(view: View, original: string, lookups: Lookups): Sight[] {
  const { text } = view;
  const sights: Sight[] = [];
  let sureUpTo = 0;
  const see = (sight: Sight | undefined) => {
    if (sight === undefined) return;
    sights.push(sight);
    if (sight.score > SURE && sight.end > sureUpTo) sureUpTo = sight.end;
  };
  findPlaces(text, {
    word(start, end) {
      if (isAsInOriginal(view, original, start, end, AROUND)) return;
      const place = new Place(text, start, end);
      for (const look of ONE_WORD) see(look(place));
      for (const sight of lookForNationalIds(place)) see(sight);
      // Looking a number up is dear, so it comes last and only where nothing is sure.
      if (sureUpTo <= start) see(lookForPhone(place, lookups));
    },
    at: (index) => see(lookForEmail(text, index)),
    colon: (index) => see(lookAtColon(text, index)),
  });
  return surest(sights);
}
