import {
  type Content,
  type CoverageGap,
  type Explanation,
  HAZARDS,
  type Reason,
  type Verdict,
} from '@tyrian/contracts';

/** About these nothing more is said, whatever a policy asks for: an explanation would be a manual. */
const NEVER_EXPLAINED: ReadonlySet<string> = new Set(['S4', 'prompt-injection']);

/** What is said of content that nothing here can judge. */
const GAPS = {
  language: 'a language that cannot be checked here',
  modality: 'an image, recording or file that cannot be checked here',
  axis: 'a kind of content that cannot be checked here',
  hazard: 'a kind of content that cannot be checked here',
  off: 'something whose check is switched off here',
} as const satisfies Record<CoverageGap, string>;

const MAX_WORDS = 3;
const MAX_WORD = 80;

/** Where anybody finds somebody to talk to; also a header of an answer that passes, for a platform to show beside it. */
export const HELP_URL = 'https://findahelpline.com';

const HELP_LINES = `If you are in danger or thinking about harming yourself, you are not alone: call your local emergency number, or find someone to talk to in your country at ${HELP_URL}.`;

/** Where a caller sees how a verdict stands, and appeals. */
export function verdictUrl(verdict: Verdict): string {
  return `/v1/verdicts/${verdict.id}`;
}

export function offersHelp(verdict: Verdict): boolean {
  return verdict.reasons.some((reason) => reason.enforced && reason.help);
}

/** What is told about a refusal or a hold, by tier; always the verdict and where to appeal. */
export function explainVerdict(verdict: Verdict, contents: readonly Content[]): string {
  const what = verdict.stage === 'input' ? 'This request' : 'This answer';
  const how = verdict.decision === 'hold' ? 'waits for a person to review it' : 'was refused';
  const reasons = verdict.reasons.filter(
    (reason) => reason.enforced && reason.decision !== 'allow' && reason.decision !== 'repair',
  );
  const tier = tierOf(reasons);
  const sentences = [`${what} ${how}${tier === 'nothing' ? '' : subjectsOf(reasons)}.`];
  // Words of an answer are never told: they are what must not leave.
  if (tier === 'words' && verdict.stage === 'input') sentences.push(...wordsOf(verdict, reasons, contents));
  if (offersHelp(verdict)) sentences.push(HELP_LINES);
  sentences.push(`Verdict ${verdict.id}; how it stands, and where to appeal: ${verdictUrl(verdict)}`);
  return sentences.join(' ');
}

/** The tier that tells least wins. */
function tierOf(reasons: readonly Reason[]): Explanation {
  const tells = (tier: Explanation) => reasons.some((reason) => reason.explanation === tier);
  if (reasons.length === 0 || tells('nothing') || reasons.some((reason) => NEVER_EXPLAINED.has(reason.subject ?? '')))
    return 'nothing';
  return tells('hazard') ? 'hazard' : 'words';
}

function subjectsOf(reasons: readonly Reason[]): string {
  const names = reasons.flatMap(({ subject, gap }) => {
    if (subject !== undefined) return [nameOf(subject)];
    return gap === undefined ? [] : [GAPS[gap]];
  });
  return names.length === 0 ? '' : ` because of: ${[...new Set(names)].join(', ')}`;
}

function nameOf(subject: string): string {
  return Object.hasOwn(HAZARDS, subject) ? HAZARDS[subject as keyof typeof HAZARDS] : subject;
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
  if (words.size === 0) return [];
  return [
    `What led to it: ${[...words].map((one) => JSON.stringify(one)).join(', ')}. Without it the request could pass.`,
  ];
}
