import { readdirSync, readFileSync } from 'node:fs';
import type { Detector, Sighting } from '../../src/detector.js';
import { lexicon } from '../../src/detectors/lexicon.js';
import { compileLexicons } from '../../src/lexicon/compile.js';
import { observe } from '../reading.js';

const detectors = new Map<string, Detector>();

function detectorOf(language: string): Detector {
  const known = detectors.get(language);
  if (known !== undefined) return known;
  const folder = new URL(`../../lexicons/${language}/`, import.meta.url);
  const files = readdirSync(folder).map((name) => new URL(name, folder));
  const phrases = new URL(`../../lexicons/injection/${language}.yaml`, import.meta.url);
  const sources = [...files, phrases].map((file) => ({ name: file.pathname, text: readFileSync(file, 'utf8') }));
  const detector = lexicon(compileLexicons(sources));
  detectors.set(language, detector);
  return detector;
}

/** What the lexicons of one language see in a text, phrases of prompt injection among them. */
export function seen(language: string, text: string): readonly Sighting[] {
  return observe(detectorOf(language), text).signals;
}

/** Names of what is seen with a score of at least 0.5; an axis with its degree, as in `violence 2`. */
export function namesOf(language: string, text: string): string[] {
  const sure = seen(language, text).filter(({ score }) => score >= 0.5);
  return sure.map((one) => (one.kind === 'maturity' ? `${one.name} ${one.degree}` : one.name));
}

/** What of a text a teenager would be refused for under the policy of an open chat. */
export function objectionsTo(language: string, text: string): string[] {
  return seen(language, text)
    .filter(
      ({ kind, score, name, ...one }) =>
        score >= 0.5 &&
        (kind === 'hazard' ||
          (kind === 'maturity' && 'degree' in one && Number(one.degree) >= (name === 'sexual' ? 2 : 3))),
    )
    .map(({ kind, name }) => `${kind} ${name}`);
}

export interface BenignLine {
  readonly domain: string;
  readonly term: string;
  readonly text: string;
}

/** The benign corpus of one language. */
export function benign(language: string): BenignLine[] {
  const file = new URL(`../benign/${language}.tsv`, import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [domain = '', term = '', text = ''] = line.split('\t');
      return { domain, term, text };
    });
}
