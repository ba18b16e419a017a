import type { Content, Explanation, Reason, Verdict } from '@tyrian/contracts';
import { fillFor } from './fill.js';
import { helpOf } from './help.js';
import { TEXTS } from './texts/catalogue.js';
import { type Named, NEVER_EXPLAINED, type RefusalTexts } from './texts/refusal-texts.js';
import type { Voice } from './voice.js';

const MAX_WORDS = 3;
const MAX_WORD = 80;

/** Where a caller sees how a verdict stands, and appeals. */
export function verdictUrl(verdict: Verdict): string {
  return `/v1/verdicts/${verdict.id}`;
}

/**
 * What is told about a refusal or a hold, by tier; always the verdict and where to appeal. `contents` are the prompt's;
 * `isWarned` adds that more of the kind has consequences, for which who asks is on a ladder already.
 */
export function explainVerdict(verdict: Verdict, contents: readonly Content[], voice: Voice, isWarned = false): string {
  const texts = TEXTS[voice.language];
  const fill = fillFor(voice.language);
  const reasons = verdict.reasons.filter(
    (reason) => reason.enforced && reason.decision !== 'allow' && reason.decision !== 'repair',
  );
  const tier = tierOf(reasons);
  const subjects = tier === 'nothing' ? [] : subjectsOf(texts, reasons);
  const [plain, reasoned] =
    verdict.decision === 'hold' ? [texts.held, texts.heldFor] : [texts.refused, texts.refusedFor];
  const sentences =
    subjects.length === 0
      ? [plain[verdict.stage]]
      : [fill(reasoned[verdict.stage], { subjects: subjects.join(texts.separators.things) })];
  // Words of an answer are never told: they are what must not leave.
  if (tier === 'words' && verdict.stage === 'input') {
    const words = wordsOf(verdict, reasons, contents).map((word) => fill('{word}', { word }));
    if (words.length > 0) sentences.push(texts.words.replace('{words}', () => words.join(texts.separators.things)));
    sentences.push(...passingOf(texts, reasons));
  }
  const help = helpOf(verdict, voice, texts, fill);
  // Whoever is offered help is not threatened in the same breath.
  if (isWarned && help.length === 0) sentences.push(texts.warned);
  sentences.push(...help);
  sentences.push(fill(texts.appeal, { verdict: verdict.id, url: verdictUrl(verdict) }));
  return sentences.join(texts.separators.sentences);
}

/** The tier that tells least wins. */
function tierOf(reasons: readonly Reason[]): Explanation {
  const tells = (tier: Explanation) => reasons.some((reason) => reason.explanation === tier);
  if (reasons.length === 0 || tells('nothing') || reasons.some(({ subject }) => isNever(subject))) return 'nothing';
  return tells('hazard') ? 'hazard' : 'words';
}

/** Whether a refusal says nothing of its grounds: then nothing else of an answer may. */
export function isUnexplained({ reasons, decision }: Verdict): boolean {
  const grave = reasons.filter((one) => one.enforced && (one.decision === 'hold' || one.decision === 'refuse'));
  return (decision === 'hold' || decision === 'refuse') && tierOf(grave) === 'nothing';
}

function isNever(subject: string | undefined): boolean {
  return NEVER_EXPLAINED.some((never) => never === subject);
}

function subjectsOf({ subjects, gaps }: RefusalTexts, reasons: readonly Reason[]): string[] {
  const names = reasons.flatMap(({ subject, gap }) => {
    if (subject !== undefined) return isNamed(subjects, subject) ? [subjects[subject]] : [];
    return gap === undefined ? [] : [gaps[gap]];
  });
  return [...new Set(names)];
}

function isNamed(subjects: RefusalTexts['subjects'], subject: string): subject is Named {
  return Object.hasOwn(subjects, subject);
}

function passingOf({ passing }: RefusalTexts, reasons: readonly Reason[]): string[] {
  const told = reasons.flatMap(({ subject }) =>
    subject === 'personal-data' || subject === 'real-person' ? [passing[subject]] : [],
  );
  return [...new Set(told)];
}

/** Only the user's own words: what a platform wrote into its system prompt is not the user's to read. */
function wordsOf(verdict: Verdict, reasons: readonly Reason[], contents: readonly Content[]): string[] {
  const words = new Set<string>();
  for (const index of reasons.flatMap((reason) => reason.signals)) {
    const signal = verdict.signals[index];
    const content = contents.find((one) => one.place === signal?.place);
    if (!signal || content?.modality !== 'text' || content.role !== 'user') continue;
    for (const [start, end] of signal.spans)
      if (words.size < MAX_WORDS) words.add(content.text.slice(start, Math.min(end, start + MAX_WORD)));
  }
  return [...words].map((word) => JSON.stringify(word));
}
