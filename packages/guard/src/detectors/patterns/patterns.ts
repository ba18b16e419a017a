import { crc32 } from '@tyrian/text';
import { type Detector, defineDetector, type ReadText } from '../../detector.js';
import { disguises } from '../disguises.js';
import type { Finding } from '../finding.js';
import { Findings } from '../findings.js';
import { type Pattern, type PatternSource, parsePatterns } from './pattern-file.js';
import { PatternSet } from './pattern-set.js';

const VERSION = '1.0.0';
/** Matches of one pattern in one view; the one after takes in the rest of the text, so that nothing behind it is free. */
const MATCHES_MAX = 200;

/**
 * One's own patterns, from a YAML file, on a linear engine. Made when it loads, never on a request.
 *
 * @example
 * const detector = patterns({ name: 'ours.yaml', text: await readFile('ours.yaml', 'utf8') });
 */
export function patterns(source: PatternSource): Detector {
  const list = parsePatterns(source);
  const set = new PatternSet(source.name, list);
  const signals = new Map(list.map((pattern) => [pattern.id, findingOf(pattern)]));
  const covers = new Map([...signals.values()].map(({ kind, name }) => [`${kind} ${name}`, { kind, name }]));
  const checksum = crc32(new TextEncoder().encode(source.text)).toString(16).padStart(8, '0');
  return defineDetector({
    id: 'patterns',
    version: `${VERSION}+${checksum}`,
    accepts: { modalities: ['text'], stages: ['input', 'output'] },
    cost: 'cheap',
    readsContentAlone: true,
    reach: 'unbounded',
    covers: [...covers.values()].map((one) => ({ ...one, languages: 'any' as const })),
    run(content) {
      if (content.modality !== 'text') return { signals: [], gap: 'modality' };
      return { signals: scan(set, signals, content) };
    },
  });
}

function scan(set: PatternSet, signals: ReadonlyMap<string, Finding>, { views }: ReadText) {
  let findings: Findings | undefined;
  for (const view of views) {
    const counts = new Map<string, number>();
    set.scan(view.text, (pattern, start, end) => {
      const finding = signals.get(pattern.id);
      if (finding === undefined) return false;
      const count = (counts.get(pattern.id) ?? 0) + 1;
      counts.set(pattern.id, count);
      const isLast = count > MATCHES_MAX;
      findings ??= new Findings();
      findings.add(view, [[start, isLast ? view.text.length : end]], finding);
      return !isLast;
    });
  }
  if (findings === undefined) return [];
  const sightings = findings.sightings();
  return [...sightings, ...disguises(sightings)];
}

function findingOf({ id, hazard, attribute, maturity, degree, score }: Pattern): Finding {
  if (hazard !== undefined) return { kind: 'hazard', name: hazard, score, rule: id };
  if (attribute !== undefined) return { kind: 'attribute', name: attribute, score, rule: id };
  if (maturity !== undefined && degree !== undefined)
    return { kind: 'maturity', name: maturity, degree, score, rule: id };
  throw new TypeError('the schema lets no pattern through that says nothing');
}
