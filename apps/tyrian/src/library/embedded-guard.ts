import {
  classifier,
  createPolicyGuard,
  type Detector,
  type Guard,
  type GuardOptions,
  hiddenText,
  lexicon,
  links,
  personalData,
  promptInjection,
  secrets,
} from '@tyrian/guard';
import { readClassifier, readLexicon } from '../assets.js';

/** Every detector that is built in. */
export function embeddedDetectors(): readonly Detector[] {
  return [
    lexicon(readLexicon('lexicon')),
    hiddenText,
    promptInjection(readLexicon('injection')),
    personalData,
    secrets,
    links,
    classifier(readClassifier()),
  ];
}

type EmbeddedGuardOptions = Omit<GuardOptions, 'detectors'> & Partial<Pick<GuardOptions, 'detectors'>>;

/** The guard with the built-in detectors. Every door, the command line and the library stand on this one. */
export function createEmbeddedGuard({ detectors = embeddedDetectors(), ...options }: EmbeddedGuardOptions): Guard {
  return createPolicyGuard({ ...options, detectors });
}
