import { readdirSync, readFileSync } from 'node:fs';
import { type Generation, GenerationId, type Role, type Stage } from '@tyrian/contracts';
import { readViews } from '@tyrian/text';
import type { Detector, Observation, ReadText } from '../src/detector.js';
import { compileLexicons } from '../src/lexicon/compile.js';

/** A shipped lexicon, compiled from its files. */
export function shipped(folder: 'en' | 'injection'): Uint8Array {
  const root = new URL(`../lexicons/${folder}/`, import.meta.url);
  const names = readdirSync(root).sort();
  return compileLexicons(names.map((name) => ({ name, text: readFileSync(new URL(name, root), 'utf8') })));
}

function reading(text: string, role: Role = 'user', stage: Stage = 'input'): ReadText {
  return { modality: 'text', place: 'text', role, stage, text, views: readViews(text).views };
}

/** What a detector that answers at once makes of a text. */
export function observe(detector: Detector, text: string, role: Role = 'user', stage: Stage = 'input'): Observation {
  const content = reading(text, role, stage);
  const generation: Generation = { id: GenerationId.parse('gen_0'), stage, audience: 'adult', contents: [content] };
  const observation = detector.run(content, generation, new AbortController().signal);
  if (observation instanceof Promise) throw new TypeError('the detector answers later');
  return observation;
}
