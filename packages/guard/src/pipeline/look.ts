import { type Content, type Coverage, errors, type Generation, type Signal, TyrianError } from '@tyrian/contracts';
import type { Detector, Observation, ReadContent } from '../detector.js';
import { deadline } from './deadline.js';

/** What one detector made of one content. */
export interface Look {
  readonly signals: readonly Signal[];
  readonly coverage: Coverage;
}

/** True where the detector has anything to say about this content. */
export function accepts(detector: Detector, content: Content): boolean {
  return detector.accepts.modalities.includes(content.modality) && detector.accepts.stages.includes(content.stage);
}

/**
 * Lets a detector look. Never rejects: one that throws or runs out of time gives coverage `failed`, and the others go
 * on. A detector that answers at once costs no promise.
 */
export function look(
  detector: Detector,
  content: ReadContent,
  generation: Generation,
  abort: AbortSignal,
  deadlineMs: number,
): Look | Promise<Look> {
  try {
    const observation = detector.run(content, generation, abort);
    if (!(observation instanceof Promise)) return seen(detector, content, observation);
    return deadline(observation, deadlineMs, () => errors.DETECTOR_TIMEOUT([detector.id])).then(
      (late) => seen(detector, content, late),
      (fault: unknown) => failed(detector, content, fault),
    );
  } catch (fault) {
    return failed(detector, content, fault);
  }
}

function seen(detector: Detector, content: ReadContent, { signals, gap }: Observation): Look {
  const at = { detector: detector.id, place: content.place };
  return {
    signals: signals.map((sighting) => ({
      ...sighting,
      place: content.place,
      role: content.role,
      stage: content.stage,
      detector: detector.id,
      version: detector.version,
    })),
    coverage: gap ? { status: 'not-covered', ...at, gap, ...languagesOf(content) } : { status: 'scanned', ...at },
  };
}

/** What a policy may weigh a gap by; a text with a hundred languages names its largest shares. */
const LANGUAGES_MAX = 8;

function languagesOf(content: ReadContent): { readonly languages?: readonly string[] } {
  if (content.modality !== 'text') return {};
  const sure = content.languages.spoken.filter(({ isSure }) => isSure).slice(0, LANGUAGES_MAX);
  return sure.length === 0 ? {} : { languages: sure.map(({ language }) => language) };
}

function failed(detector: Detector, content: ReadContent, fault: unknown): Look {
  if (detector.optional) return seen(detector, content, { signals: [], gap: 'down' });
  const code = fault instanceof TyrianError ? fault.code : errors.DETECTOR_FAILED.definition.code;
  return { signals: [], coverage: { status: 'failed', detector: detector.id, place: content.place, code } };
}
