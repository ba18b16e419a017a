import { readdirSync, readFileSync } from 'node:fs';
import { type Generation, GenerationId, type Role, type Stage } from '@tyrian/contracts';
import { readLanguages, readViews } from '@tyrian/text';
import type { Detector, Observation, ReadText } from '../src/detector.js';
import { compileLexicons } from '../src/lexicon/compile.js';

const LEXICONS = new URL('../lexicons/', import.meta.url);

/** A shipped lexicon, compiled from its files: of one folder, or of all languages together as the program has it. */
export function shipped(folder: string): Uint8Array {
  return compileLexicons(foldersOf(folder).flatMap(sourcesIn));
}

function foldersOf(folder: string): string[] {
  if (folder !== 'all') return [folder];
  const entries = readdirSync(LEXICONS, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && entry.name !== 'injection').map(({ name }) => name);
}

function sourcesIn(folder: string) {
  const root = new URL(`${folder}/`, LEXICONS);
  const names = readdirSync(root).sort();
  return names.map((name) => ({ name: `${folder}/${name}`, text: readFileSync(new URL(name, root), 'utf8') }));
}

function reading(text: string, role: Role = 'user', stage: Stage = 'input'): ReadText {
  return {
    modality: 'text',
    place: 'text',
    role,
    stage,
    text,
    views: readViews(text).views,
    languages: readLanguages(text),
  };
}

/** What a detector that answers at once makes of a text. */
export function observe(detector: Detector, text: string, role: Role = 'user', stage: Stage = 'input'): Observation {
  const content = reading(text, role, stage);
  const generation: Generation = { id: GenerationId.parse('gen_0'), stage, audience: 'adult', contents: [content] };
  const observation = detector.run(content, generation, new AbortController().signal);
  if (observation instanceof Promise) throw new TypeError('the detector answers later');
  return observation;
}
