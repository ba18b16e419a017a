import type { LabelMeaning, LabelMeanings } from './label-meanings.js';

const HARMLESS: LabelMeaning = { hazard: null };
const ATTACK: LabelMeaning = { hazard: 'prompt-injection' };
/** Prompt Guard 1: any instruction at all, which a user may well give and a document or a tool may not. */
const INSTRUCTION: LabelMeaning = { hazard: 'prompt-injection', sparesUsers: true };

const EIGHT_LANGUAGES = ['en', 'fr', 'de', 'hi', 'it', 'pt', 'es', 'th'];

interface KnownSet {
  readonly labels: Readonly<Record<string, LabelMeaning>>;
  readonly languages: readonly string[];
  /** Labels that others use for other things count only where the model says that it is this one. */
  readonly ofPromptGuard?: true;
}

const KNOWN: readonly KnownSet[] = [
  { labels: { benign: HARMLESS, injection: INSTRUCTION, jailbreak: ATTACK }, languages: EIGHT_LANGUAGES },
  { labels: { benign: HARMLESS, jailbreak: ATTACK }, languages: ['en'] },
  { labels: { benign: HARMLESS, injection: ATTACK }, languages: ['en'] },
  { labels: { safe: HARMLESS, injection: ATTACK }, languages: ['en'] },
  { labels: { benign: HARMLESS, malicious: ATTACK }, languages: EIGHT_LANGUAGES, ofPromptGuard: true },
  { labels: { label_0: HARMLESS, label_1: ATTACK }, languages: EIGHT_LANGUAGES, ofPromptGuard: true },
  {
    labels: { label_0: HARMLESS, label_1: INSTRUCTION, label_2: ATTACK },
    languages: EIGHT_LANGUAGES,
    ofPromptGuard: true,
  },
];

/**
 * What labels mean that leave no doubt: those of classifiers of prompt injection.
 *
 * @param names of the folder and of what the model was made from.
 */
export function knownMeanings(labels: readonly string[], names: readonly string[]): LabelMeanings | undefined {
  const isPromptGuard = names.some((name) => /prompt-?guard/i.test(name));
  const given = labels.map((label) => label.toLowerCase());
  const known = KNOWN.find(
    (set) =>
      (isPromptGuard || !set.ofPromptGuard) &&
      Object.keys(set.labels).length === given.length &&
      given.every((label) => Object.hasOwn(set.labels, label)),
  );
  if (known === undefined) return undefined;
  const meanings = given.map((label) => known.labels[label] ?? ATTACK);
  return { meanings, languages: known.languages, stages: ['input'] };
}
