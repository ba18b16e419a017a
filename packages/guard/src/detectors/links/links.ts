import type { Hazard } from '@tyrian/contracts';
import { disguisesOf } from '@tyrian/text';
import { type Detector, defineDetector, type ReadText } from '../../detector.js';
import { liveInReadings } from '../../streaming/open-views.js';
import { Findings } from '../findings.js';
import { SHORTENERS } from './brands.js';
import { type Cargo, cargoOf } from './exfiltration.js';
import { parseHost } from './host.js';
import { findHosts, type HostPlace } from './hosts.js';
import { liveLinkFrom } from './live.js';
import { type Doubt, lookAlike } from './look-alike.js';
import { findWrittenLinks, type WrittenLink } from './markdown.js';

/** A label, a target and its query. */
const REACH = 1_300;
const KEEPS_LINKS = new Set(['escapes', 'base64', 'hex', 'tags']);
/** A picture is fetched without anybody asking for it; a link waits to be followed. */
const CARGO_SCORES: Record<WrittenLink['kind'], Record<Cargo, number>> = {
  image: { encoded: 0.85, placeholder: 0.75, words: 0.7, drawn: 0.4, opaque: 0.5 },
  link: { encoded: 0.55, placeholder: 0.5, words: 0, drawn: 0, opaque: 0.2 },
};
const SCRIPT = /^(?:javascript:|vbscript:|data:text\/html)/i;
const SHOWN_HOST =
  /^(?:https?:\/\/|(?=www\.)|(?=[\p{L}\d.-]{1,200}\.(?:com|org|net|gov|edu|de|fr|it|es|nl|pl|uk|ru|br|jp|cn|in)(?:[/?#:]|$)))([\p{L}\d.-]{1,200})(?:[/?#:]|$)/iu;
const LOCAL = /^(?:127\.|10\.|192\.168\.|0\.0\.0\.0|172\.(?:1[6-9]|2\d|3[01])\.)/;

/**
 * Links that deceive (look-alike names, a text that shows another place, scripts) as S2, and links in answers, tools and
 * documents that would carry data away as prompt injection. All are signals; whether a site is bad nobody here knows.
 */
export const links: Detector = defineDetector({
  id: 'links',
  version: '1.0.0',
  accepts: { modalities: ['text'], stages: ['input', 'output'] },
  cost: 'cheap',
  readsContentAlone: true,
  reach: REACH,
  covers: [
    { kind: 'hazard', name: 'S2', languages: 'any' },
    { kind: 'hazard', name: 'prompt-injection', languages: 'any' },
  ],
  liveFrom: (content) => liveInReadings(content, KEEPS_LINKS, liveLinkFrom),
  run(content) {
    if (content.modality !== 'text') return { signals: [], gap: 'modality' };
    let findings: Findings | undefined;
    for (const view of content.views) {
      if (!disguisesOf(view.name).every((step) => KEEPS_LINKS.has(step))) continue;
      const see = (name: Hazard, start: number, end: number, { rule, score }: Doubt) => {
        if (score === 0) return;
        findings ??= new Findings();
        findings.add(view, [[start, end]], { kind: 'hazard', name, score, rule });
      };
      findHosts(view.text, (place) => {
        const doubt = doubtOf(view.text, place);
        if (doubt !== undefined) see('S2', place.start, place.end, doubt);
      });
      findWrittenLinks(view.text, (link) => {
        const [start, end] = link.span;
        if (SCRIPT.test(link.target)) see('S2', start, end, { rule: 'script-link', score: 0.6 });
        if (showsOtherPlace(link)) see('S2', start, end, { rule: 'shows-other-place', score: 0.6 });
        const cargo = carriesForOthers(content) && /^https?:/i.test(link.target) ? cargoOf(link.target) : undefined;
        if (cargo !== undefined)
          see('prompt-injection', start, end, { rule: `carries-${cargo}`, score: CARGO_SCORES[link.kind][cargo] });
      });
    }
    return { signals: findings?.sightings() ?? [] };
  },
});

function doubtOf(text: string, { host, start, end }: HostPlace): Doubt | undefined {
  const isUrl = text.startsWith('://', start - 3);
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host))
    return isUrl && !LOCAL.test(host) ? { rule: 'address-as-host', score: 0.3 } : undefined;
  const parsed = parseHost(host);
  if (parsed === undefined) return undefined;
  // What stands before an @ is a user, whatever it looks like.
  if (isUrl && text.charAt(end) === '@') return { rule: 'host-as-user', score: 0.65 };
  if (isUrl && SHORTENERS.has(parsed.domain)) return { rule: 'shortener', score: 0.2 };
  return lookAlike(parsed);
}

function showsOtherPlace({ label, target }: WrittenLink): boolean {
  const shown = parseHost(SHOWN_HOST.exec(label.trim())?.[1] ?? '');
  const meant = parseHost(/^https?:\/\/(?:[^/?#@\s]{0,200}@)?([^/?#:\s]{1,253})/i.exec(target)?.[1] ?? '');
  return shown !== undefined && meant !== undefined && shown.domain !== meant.domain;
}

/** What a user types is sent by the user; what a model, a tool or a document writes may send what is not its own. */
function carriesForOthers({ stage, role }: ReadText): boolean {
  return stage === 'output' || role === 'tool' || role === 'document' || role === 'definition';
}
