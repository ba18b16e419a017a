import { disguisesOf } from '@tyrian/text';
import { type Detector, defineDetector } from '../../detector.js';
import { liveInReadings } from '../../streaming/open-views.js';
import { Findings } from '../findings.js';
import { type Sight, surest } from '../personal-data/sight.js';
import { lookAtAssignment } from './assignment.js';
import { FORMATS_BY_START } from './formats.js';
import { lookForKeyBlocks } from './key-block.js';
import { liveSecretFrom } from './live.js';
import { isPlaceholder } from './placeholder.js';
import { findTokens } from './tokens.js';
import { lookForUrlPassword } from './url-password.js';
import { webTokenLength } from './web-token.js';

/** The longest token. A web token and a block of a key go on for longer, but tell what they are within as much. */
const REACH = 600;
/** The longest web token that is read whole. */
const TOKEN_MAX = 5_500;
/** Views that keep characters what they are. */
const KEEPS_TOKENS = new Set(['escapes', 'base64', 'hex', 'tags']);
/** Where a token may begin inside a longer run: behind a path, a name or a prefix. */
const INNER_STARTS = /[./+~]/;
/** Words that come right before a bot token or an account key. */
const TELEGRAM = /^\d{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])/;

/**
 * Keys and tokens of known formats, private keys, passwords in URLs, and values that are assigned to the name of a
 * secret. Nothing is a secret only for looking random.
 */
export const secrets: Detector = defineDetector({
  id: 'secrets',
  version: '1.0.0',
  accepts: { modalities: ['text'], stages: ['input', 'output'] },
  cost: 'cheap',
  readsContentAlone: true,
  reach: REACH,
  covers: [{ kind: 'hazard', name: 'secret', languages: 'any' }],
  liveFrom: (content) => liveInReadings(content, KEEPS_TOKENS, liveSecretFrom),
  run(content) {
    if (content.modality !== 'text') return { signals: [], gap: 'modality' };
    let findings: Findings | undefined;
    for (const view of content.views) {
      if (!disguisesOf(view.name).every((step) => KEEPS_TOKENS.has(step))) continue;
      for (const { rule, start, end, score } of lookIn(view.text)) {
        findings ??= new Findings();
        findings.add(view, [[start, end]], { kind: 'hazard', name: 'secret', score, rule });
      }
    }
    return { signals: findings?.sightings() ?? [] };
  },
});

function lookIn(text: string): Sight[] {
  const sights: Sight[] = [];
  findTokens(text, {
    token: (start, end) => lookAtToken(text, start, end, sights),
    assigns(index) {
      const sight = text.startsWith('://', index)
        ? lookForUrlPassword(text, index)
        : (lookAtAssignment(text, index) ?? telegram(text, index));
      if (sight !== undefined) sights.push(sight);
    },
  });
  lookForKeyBlocks(text, sights);
  return surest(sights);
}

function lookAtToken(text: string, start: number, end: number, sights: Sight[]): void {
  for (let at = start; at < end; at++) {
    if (at > start && !INNER_STARTS.test(text.charAt(at - 1))) continue;
    const found = tokenAt(text, at, end);
    if (found !== undefined) {
      sights.push(found);
      at = found.end;
    }
  }
}

function tokenAt(text: string, start: number, end: number): Sight | undefined {
  const formats = FORMATS_BY_START.get(text.slice(start, start + 2));
  if (formats !== undefined) {
    const run = text.slice(start, Math.min(end, start + 520));
    for (const { rule, starts, form, score } of formats) {
      const seen = run.startsWith(starts) ? form.exec(run)?.[0] : undefined;
      if (seen !== undefined && !isPlaceholder(seen)) return { rule, start, end: start + seen.length, score };
    }
  }
  const length = text.startsWith('eyJ', start)
    ? webTokenLength(text.slice(start, Math.min(end, start + TOKEN_MAX)))
    : 0;
  return length > 0 ? { rule: 'web-token', start, end: start + length, score: 0.9 } : undefined;
}

/** The token of a Telegram bot: its number, a colon, and a key. */
function telegram(text: string, colon: number): Sight | undefined {
  if (!text.startsWith('AA', colon + 1)) return undefined;
  const digits = /(?<!\w)\d{8,10}$/.exec(text.slice(Math.max(0, colon - 11), colon))?.[0];
  if (digits === undefined) return undefined;
  const start = colon - digits.length;
  const seen = TELEGRAM.exec(text.slice(start, start + 60))?.[0];
  return seen === undefined ? undefined : { rule: 'telegram-token', start, end: start + seen.length, score: 0.95 };
}
