import type { TextContent } from '@tyrian/contracts';
import { type Languages, readLanguages, readViews, tailRunFrom } from '@tyrian/text';
import type { Detector, ReadText } from '../detector.js';

/** More of a text than any finding of bounded reach spans. */
const LOOK_BACK = 1_024;

/** Says from where on a text must wait, given that more of it may come; in UTF-16 units of the text. */
export interface HoldBack {
  heldFrom(content: TextContent): number;
}

/**
 * The hold-back of some detectors. First of all the tail waits that may turn out to be encoded or disguised; what stands
 * before it reads the same whatever comes, so that each detector can tell where in it something live begins. Detectors of
 * unbounded reach hold nothing.
 *
 * @example
 * createHoldBack([lexicon(bytes)]).heldFrom({ ...content, text: 'how to bake a zo' });
 */
export function createHoldBack(detectors: readonly Detector[]): HoldBack {
  const bounded = detectors.filter(
    ({ accepts, reach }) => reach !== 'unbounded' && accepts.modalities.includes('text'),
  );
  return {
    heldFrom(content) {
      const { text, stage } = content;
      const tail = tailRunFrom(text);
      const from = Math.max(0, tail - LOOK_BACK);
      let read: ReadText | undefined;
      let held = tail;
      for (const detector of bounded) {
        if (!detector.accepts.stages.includes(stage)) continue;
        if (detector.liveFrom === undefined) {
          held = Math.min(held, Math.max(0, text.length - Number(detector.reach)));
          continue;
        }
        read ??= readSettled(content, text.slice(from, tail));
        held = Math.min(held, from + detector.liveFrom(read));
      }
      return held;
    },
  };
}

/** Which languages it speaks is read only if somebody asks. */
function readSettled(content: TextContent, text: string): ReadText {
  let languages: Languages | undefined;
  return {
    ...content,
    text,
    ...readViews(text),
    get languages() {
      languages ??= readLanguages(text);
      return languages;
    },
  };
}
