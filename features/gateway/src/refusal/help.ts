import type { Reason, Verdict } from '@tyrian/contracts';
import type { Fill } from './fill.js';
import { type HelpLine, type HelpPurpose, pickHelpLines } from './help-lines.js';
import type { RefusalTexts } from './texts/refusal-texts.js';
import type { Voice } from './voice.js';

/** Where anybody finds somebody to talk to; also a header of an answer that passes, for a platform to show beside it. */
export const HELP_URL = 'https://findahelpline.com';

const DISCLOSURE_FROM = 0.5;
const SELF_HARM: ReadonlySet<string> = new Set(['S11', 'self-harm']);
const VIOLENCE: ReadonlySet<string> = new Set(['S1', 'S3', 'violence']);

type Help = 'disclosure' | 'selfHarm' | 'prevention' | 'help';

/** Whether help lines belong beside an answer: a rule says so, or it refuses what is about harming oneself. */
export function offersHelp({ reasons }: Verdict): boolean {
  return reasons.some((reason) => reason.enforced && (reason.help || (isGrave(reason) && isSelfHarm(reason))));
}

/** What is said to help, with the lines of the country. */
export function helpOf(verdict: Verdict, voice: Voice, texts: RefusalTexts, fill: Fill): string[] {
  const help = kindOf(verdict);
  if (help === undefined) return [];
  const purposes = purposesOf(help, verdict);
  const lines = pickHelpLines(voice.helpLines, voice.country, purposes, voice.language);
  const listed = lines.map((line) => fill('{line}', { line: describe(line) })).join(texts.separators.lines);
  return [
    texts[help],
    ...(lines.length > 0 ? [texts.lines.replace('{lines}', () => listed)] : []),
    fill(texts.directory, { url: HELP_URL }),
  ];
}

/**
 * Who tells of something is thanked, before anything else. Whose prompt came near what never passes is told of help in
 * general words, and nothing of what was seen.
 */
function kindOf(verdict: Verdict): Help | undefined {
  const enforced = verdict.reasons.filter((reason) => reason.enforced);
  const isOffered = offersHelp(verdict);
  if (isOffered && tellsOfAbuse(verdict)) return 'disclosure';
  if (isOffered && enforced.some(isSelfHarm)) return 'selfHarm';
  const isNear = enforced.some((reason) => reason.subject === 'S4' && isGrave(reason));
  if (isNear && verdict.stage === 'input') return 'prevention';
  return isOffered ? 'help' : undefined;
}

function tellsOfAbuse({ signals }: Verdict): boolean {
  return signals.some(
    ({ kind, name, role, stage, score }) =>
      kind === 'attribute' && name === 'disclosure' && role === 'user' && stage === 'input' && score >= DISCLOSURE_FROM,
  );
}

function isGrave({ decision }: Reason): boolean {
  return decision === 'refuse' || decision === 'hold';
}

function isSelfHarm({ subject }: Reason): boolean {
  return subject !== undefined && SELF_HARM.has(subject);
}

function purposesOf(help: Help, { audience, reasons }: Verdict): HelpPurpose[] {
  const isYoung = audience === 'child' || audience === 'teen';
  if (help === 'disclosure') return ['child', 'abuse'];
  if (help === 'selfHarm') return isYoung ? ['child', 'suicide'] : ['suicide'];
  if (help === 'prevention') return isYoung ? ['child', 'prevention', 'suicide'] : ['prevention', 'suicide'];
  const subjects = reasons.flatMap(({ enforced, subject }) => (enforced && subject !== undefined ? [subject] : []));
  if (subjects.includes('drugs')) return ['addiction'];
  return subjects.some((subject) => VIOLENCE.has(subject)) ? ['violence', 'abuse'] : ['suicide'];
}

function describe({ name, number, url, hours }: HelpLine): string {
  const where = number ?? url ?? '';
  const reached = name === where ? where : `${name} ${where}`;
  return hours === undefined ? reached : `${reached} (${hours})`;
}
