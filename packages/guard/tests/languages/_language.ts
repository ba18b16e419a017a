import { readdirSync, readFileSync } from 'node:fs';
import type { Detector, Sighting } from '../../src/detector.js';
import { lexicon } from '../../src/detectors/lexicon.js';
import { promptInjection } from '../../src/detectors/prompt-injection.js';
import { type BenignLine, readCorpus } from '../../src/fairness/corpus.js';
import { compileLexicons } from '../../src/lexicon/compile.js';
import { observe } from '../reading.js';

const compiled = new Map<string, readonly Detector[]>();

function detectorsOf(language: string): readonly Detector[] {
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const root = new URL(`../../lexicons/`, import.meta.url);
  const source = (name: string) => ({ name, text: readFileSync(new URL(name, root), 'utf8') });
  const names = readdirSync(new URL(`${language}/`, root)).map((name) => `${language}/${name}`);
  const detectors = [
    lexicon(compileLexicons(names.map(source))),
    promptInjection(compileLexicons([source(`injection/${language}.yaml`)])),
  ];
  compiled.set(language, detectors);
  return detectors;
}

/** What the lexicons of one language alone see in a text, at the score of 0.5 that policies begin with. */
export function seen(language: string, text: string): Sighting[] {
  return detectorsOf(language)
    .flatMap((detector) => observe(detector, text).signals)
    .filter(({ score }) => score >= 0.5);
}

/** Hazards, and the maturity that a teenager may not see. */
export function refusable(language: string, text: string): string[] {
  return seen(language, text).flatMap((signal) => {
    if (signal.kind === 'hazard') return [signal.name];
    if (signal.kind !== 'maturity') return [];
    return signal.degree >= (signal.name === 'sexual' ? 2 : 3) ? [`${signal.name} ${signal.degree}`] : [];
  });
}

export function benignLines(language: string): BenignLine[] {
  const name = `${language}.tsv`;
  return readCorpus(readFileSync(new URL(`../benign/${name}`, import.meta.url), 'utf8'), language, name);
}

/** What is seen, by name; an axis with its degree, as in `violence 2`. */
export function namesOf(language: string, text: string): string[] {
  return seen(language, text).map((one) => (one.kind === 'maturity' ? `${one.name} ${one.degree}` : one.name));
}
