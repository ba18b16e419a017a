import {
  type Content,
  type Coverage,
  errors,
  type Generation,
  newId,
  type Role,
  type Signal,
  type Verdict,
} from '@tyrian/contracts';
import type { Detector } from '../detector.js';
import type { CheckOptions, Guard, LoadedPolicy } from '../guard.js';
import { calibratorOf } from '../policy/calibration.js';
import { compilePolicy, type Judgement, type Subject } from '../policy/evaluate.js';
import type { Evidence } from '../policy/evidence.js';
import { createHoldBack } from '../streaming/hold-back.js';
import type { AllowList } from './allow-list.js';
import { wavesOf } from './cascade.js';
import { createFirstLook } from './first-look.js';
import { accepts, type Look } from './look.js';
import { lookAll, nobody } from './look-all.js';
import { isTooLong, readOnce } from './read-once.js';
import { setAside } from './set-aside.js';
import { applySwitches, type Switches } from './switches.js';

export interface GuardOptions {
  readonly policy: LoadedPolicy;
  readonly detectors: readonly Detector[];
  /** 0 to 100 for an account, always the same for the same one: decides who is in a canary. */
  readonly canaryBucket?: (account: string) => number;
  /** Detectors and rules that somebody has switched off. */
  readonly switches?: Switches;
  /** Phrases that are allowed: what is seen inside one counts for locked rules only. */
  readonly allowed?: AllowList | undefined;
  readonly now?: () => number;
}

const NOTHING_OFF: Switches = { detectors: [], lexicons: [], rules: [] };

/**
 * Makes a guard from detectors and a policy.
 *
 * @example
 * const guard = createPolicyGuard({ policy, detectors: [lexicon(bytes), hiddenText, promptInjection] });
 * const verdict = await guard.check(generation);
 */
export function createPolicyGuard({
  policy,
  detectors,
  canaryBucket,
  switches = NOTHING_OFF,
  allowed,
  now = () => performance.now(),
}: GuardOptions): Guard {
  const judge = compilePolicy(policy.policy);
  const switched = applySwitches(detectors, switches, policy.policy);
  const cheap = switched.running.filter(({ cost }) => cost === 'cheap');
  const lookFirst = createFirstLook(cheap);
  const waves = wavesOf(switched.running.filter(({ cost }) => cost !== 'cheap'));
  const { id, version, mode } = policy.policy;
  const named = { id, version, hash: policy.hash, mode };
  const looksFor = lookingFor(detectors);
  const calibrate = calibratorOf(detectors);
  // Dear detectors listen to a signal. It costs as much as a cheap one, so where there are no others all checks share one.
  const unused = new AbortController().signal;
  const { heldFrom } = createHoldBack(switched.running);

  async function check(
    generation: Generation,
    {
      before = [],
      reserved = [],
      strict = false,
      abort = waves.length > 0 ? new AbortController().signal : unused,
    }: CheckOptions = {},
  ): Promise<Verdict> {
    const started = now();
    const { evidence, judgement } = await judged(generation, { before, reserved, strict, abort }).catch(() =>
      broken(generation),
    );
    return {
      id: newId('verdict'),
      generation: generation.id,
      stage: generation.stage,
      ...judgement,
      signals: evidence.signals,
      coverage: evidence.coverage,
      policy: named,
      tookMs: Math.max(0, now() - started),
    };
  }

  async function judged(generation: Generation, { before, reserved, strict, abort }: Required<CheckOptions>) {
    const { contents } = generation;
    const read = readOnce();
    const subject = { ...subjectOf(generation), strict };
    const seen = await lookFirst({ read, generation, abort });
    let looks = [...unaccepted(contents, detectors), ...unlooked(contents, switched.stopped), ...seen.looks];
    let evidence = gather(looks, contents, before, reserved);
    let judgement = judge(evidence, subject);
    for (const wave of waves) {
      if (isLockedRefusal(judgement)) break;
      looks = looks.concat(await lookAll(wave, contents, { read, generation, abort, sofar: looks }));
      evidence = gather(looks, contents, before, reserved);
      judgement = judge(evidence, subject);
    }
    if (!isLockedRefusal(judgement)) seen.keep();
    return { evidence, judgement };
  }

  function gather(
    looks: readonly Look[],
    contents: readonly Content[],
    before: readonly Signal[],
    reserved: readonly string[],
  ): Evidence {
    const fresh = setAside(looks, contents, switched, allowed);
    const roles = new Map<string, Role>(contents.map(({ place, role }) => [place, role]));
    return {
      signals: before.length === 0 ? fresh : [...fresh, ...before],
      coverage: looks.map(({ coverage }) => (isOff(coverage) ? switchedOff(coverage) : coverage)),
      fresh: fresh.length,
      roleOf: (place) => roles.get(place),
      texts: textsOf(contents),
      reserved,
      looksFor,
      calibrate,
    };
  }

  /** A detector that looks for the locked rules only has not looked for anything else. */
  function isOff({ detector, status }: Coverage): boolean {
    return status !== 'failed' && switches.detectors.includes(detector);
  }

  /** A fault of the guard itself is a failure like a detector's: refused, and said to be one. */
  function broken(generation: Generation) {
    const coverage = {
      status: 'failed',
      detector: 'guard',
      place: '',
      code: errors.DETECTOR_FAILED.definition.code,
    } as const;
    const evidence = gather([nobody(coverage)], [], [], []);
    return { evidence, judgement: judge(evidence, subjectOf(generation)) };
  }

  function subjectOf({ stage, audience, account }: Generation): Subject {
    const bucket = account === undefined ? undefined : canaryBucket?.(account);
    return { stage, audience, inCanary: bucket !== undefined && bucket < policy.policy.canaryPercent };
  }

  return {
    check,
    heldFrom,
    policy,
    mode,
    coverage: () =>
      detectors.map(({ id, version, accepts, covers, cost }) => ({
        detector: id,
        version,
        modalities: accepts.modalities,
        cost,
        covers,
        ...(switches.detectors.includes(id) && { off: true as const }),
      })),
  };
}

/** What nobody could look at is said, not passed over: too long a text has failed, an unknown modality is not covered. */
function unaccepted(contents: readonly Content[], detectors: readonly Detector[]): Look[] {
  const looks: Look[] = [];
  for (const content of contents) {
    const at = { detector: 'none', place: content.place };
    if (isTooLong(content)) looks.push(nobody({ status: 'failed', ...at, code: 'TEXT_TOO_LONG' }));
    else if (!detectors.some((detector) => accepts(detector, content))) {
      looks.push(nobody({ status: 'not-covered', ...at, gap: 'modality' }));
    }
  }
  return looks;
}

/** What would have been looked at by a detector that is off. */
function unlooked(contents: readonly Content[], stopped: readonly Detector[]): Look[] {
  return stopped.flatMap((detector) =>
    contents
      .filter((content) => accepts(detector, content))
      .map(({ place }) => nobody(switchedOff({ detector: detector.id, place }))),
  );
}

function switchedOff({ detector, place }: Pick<Coverage, 'detector' | 'place'>): Coverage {
  return { status: 'not-covered', detector, place, gap: 'off' };
}

type LooksFor = NonNullable<Evidence['looksFor']>;

/** What each detector looks for; nobody, where a content had no detector at all, misses every hazard. */
export function lookingFor(detectors: readonly Pick<Detector, 'id' | 'covers'>[]): LooksFor {
  const hazards = new Map(detectors.map(({ id, covers }) => [id, new Set(covers.map(({ name }) => name))]));
  return (detector, hazard) => hazards.get(detector)?.has(hazard) ?? true;
}

function textsOf(contents: readonly Content[]): ReadonlyMap<string, string> {
  return new Map(contents.flatMap((one) => (one.modality === 'text' ? [[one.place, one.text]] : [])));
}

/** A locked rule has spoken: nothing of this content goes to dearer or remote detectors. */
function isLockedRefusal(judgement: Judgement): boolean {
  return judgement.reasons.some(({ locked, decision }) => locked && decision === 'refuse');
}
