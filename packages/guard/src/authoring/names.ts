import { HAZARDS } from '@tyrian/contracts';
import type { Atom, Sketch } from './sketch.js';

/** A hazard with its number, an axis or an attribute, for people. */
export function nameOf(subject: string): string {
  const words = Object.hasOwn(HAZARDS, subject) ? HAZARDS[subject as keyof typeof HAZARDS] : subject;
  return words === subject || !/^S\d+$/.test(subject) ? words : `${subject} ${words}`;
}

function atomName({ sees, rule }: Atom): string {
  if ('gap' in sees) return `no coverage: ${sees.gap}${sees.language ? ` ${sees.language}` : ''}`;
  if ('maturity' in sees) return `${sees.maturity} ${sees.degree}`;
  const name = nameOf('hazard' in sees ? sees.hazard : sees.attribute);
  return rule === undefined ? name : `${name} (${rule})`;
}

/** What a sketch shows, and how far apart it stands. */
export function sketchName({ atoms, contents }: Sketch): string {
  const names = atoms.map(atomName).join(' + ');
  if (atoms.length < 2) return names;
  if (contents.length > 1) return `${names}, in different contents`;
  const ats = atoms.map(({ at }) => at);
  const distance = Math.max(...ats) - Math.min(...ats);
  return distance === 0 ? names : `${names}, ${distance} characters apart`;
}
