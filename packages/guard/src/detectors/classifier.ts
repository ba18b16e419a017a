import { createHash } from 'node:crypto';
import { Hazard, type Role, type View } from '@tyrian/contracts';
import { type HeadScore, loadClassifier, spansOf } from '@tyrian/text';
import { type Detector, defineDetector, type ReadText, type Sighting } from '../detector.js';
import { speaksAnother } from './languages-of-findings.js';

const VERSION = '1.0.0';
/** It was trained on English, and what little there is of other languages proves nothing. */
const LANGUAGES = ['en'];
/**
 * Of texts in real use so many are harmful (7 % in ToxicChat, arXiv:2310.17389, table 1), and not every other one as
 * the calibration takes it.
 */
const BASE_RATE = 0.07;
/** A disguised word or two, torn from what stands around them, are for the word lists. */
const LEAST_READ = 24;
/** What is lower says nothing, and is not worth a line in the record. */
const LEAST = 0.05;
/** What only the operator or the model itself writes asks for nothing. */
const ASKS: ReadonlySet<Role> = new Set(['user', 'tool', 'document']);
/** Below what any shipped policy acts on. */
const HINT = 0.45;
const HAZARD_HEAD = /^s\d+$/;

/**
 * The embedded classifier: a harmful request or attack in what goes in, harmful content in either direction, named as far
 * as its hazard heads can. A cheap first look, never a guard of its own: see docs/reference/classifier.md.
 *
 * @param bytes the model, as `npm run train` writes it. Throws CLASSIFIER_INVALID where they are none.
 */
export function classifier(bytes: Uint8Array): Detector {
  const loaded = loadClassifier(bytes);
  const checksum = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const hazards = loaded.heads.filter((head) => HAZARD_HEAD.test(head)).map(hazardOf);
  return defineDetector({
    id: 'classifier',
    version: `${VERSION}+${checksum}`,
    accepts: { modalities: ['text'], stages: ['input', 'output'] },
    cost: 'cheap',
    readsContentAlone: true,
    reach: 'unbounded',
    covers: [...hazards, 'prompt-injection' as const].map((name) => ({ kind: 'hazard', name, languages: LANGUAGES })),
    run(content) {
      if (content.modality !== 'text') return { signals: [], gap: 'modality' };
      if (content.text.trim() === '' || content.role === 'definition') return { signals: [] };
      if (speaksAnother(content.languages, LANGUAGES)) return { signals: [], gap: 'language' };
      const views = content.views.filter((view) => view === content.views[0] || view.text.length >= LEAST_READ);
      const signals = views.flatMap((view) => signalsOf(loaded.score(view.text), content, view));
      return { signals: surestOf(signals) };
    },
  });
}

/** Of each hazard the reading that shows it best; the original where none is better. */
function surestOf(signals: readonly Sighting[]): Sighting[] {
  const surest = new Map<string, Sighting>();
  for (const signal of signals) {
    const known = surest.get(signal.name);
    if (known === undefined || signal.score > known.score) surest.set(signal.name, signal);
  }
  return [...surest.values()];
}

function signalsOf(scores: readonly HeadScore[], { stage, role }: ReadText, view: View): Sighting[] {
  const headed = new Map(scores.map(({ head, probability }) => [head, probability]));
  const asks = stage === 'input' && ASKS.has(role);
  const attack = asks ? (headed.get('jailbreak') ?? 0) : 0;
  const harm = asks ? inUse(headed.get('request') ?? 0) : 0;
  // An attack reads like a harmful request of no particular kind; what may be one is told as that.
  const request = harm * (1 - attack);
  const content = inUse(headed.get('content') ?? 0);
  const named = scores.filter(({ head }) => HAZARD_HEAD.test(head));
  const likeliest = Math.max(...named.map(({ probability }) => probability));
  const signals: Sighting[] = [];
  const say = (name: Hazard, score: number) => {
    if (score < LEAST) return;
    signals.push({ kind: 'hazard', name, score, spans: spansOf(view, 0, view.text.length), via: [view.name] });
  };
  for (const { head, probability } of named) {
    const share = likeliest > 0 ? probability / likeliest : 0;
    // A harmful request is for something, so the likeliest name is its name; plain abuse may have none of ours, and is a
    // hint of the likeliest.
    say(hazardOf(head), Math.max(request * share, Math.min(content, probability), content * share * HINT));
  }
  say('prompt-injection', Math.max(inUse(attack), harm * attack));
  return signals;
}

function hazardOf(head: string): Hazard {
  return Hazard.parse(head.toUpperCase());
}

/** A probability among as many harmful as harmless texts, as it is among those of real use. */
function inUse(probability: number): number {
  const odds = (probability / Math.max(1 - probability, Number.EPSILON)) * (BASE_RATE / (1 - BASE_RATE));
  return odds / (1 + odds);
}
