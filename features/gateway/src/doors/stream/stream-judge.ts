import type { Decision, Verdict } from '@tyrian/contracts';
import type { DoorPorts } from '../../door-ports.js';
import type { Exchange } from '../../verdict/exchange.js';
import { type Judged, judge, type RepairAndCheck, type Tighten } from '../../verdict/judge.js';
import { checkRepaired, unrepaired } from '../../verdict/repair-and-check.js';
import { repairsOf, restorationsSoFar, restorationsWhole } from './changes.js';
import { type StreamedChoice, type StreamWindow, stops } from './streamed-choice.js';
import type { StreamedText } from './streamed-text.js';

/** So often a part that looks bad is taken as part of the whole before its own word counts. */
const CONFIRMATIONS = 8;

export interface StreamJudgeOptions {
  readonly ports: DoorPorts;
  readonly exchange: Exchange;
  readonly prompt: Judged;
  readonly isAnnotated: boolean;
  readonly withheld: ReadonlySet<string>;
  readonly tighten?: Tighten | undefined;
  /** For the record of an answer. */
  readonly streamed: (choice: StreamedChoice) => NonNullable<Parameters<typeof judge>[3]['streamed']>;
}

/** Judges the answers of one stream, in parts and as a whole. */
export class StreamJudge {
  readonly #options: StreamJudgeOptions;

  constructor(options: StreamJudgeOptions) {
    this.#options = options;
  }

  /**
   * Checks what is new of an answer, and clears what may leave. Where the part looks bad all of the answer so far is
   * judged, since a part can read worse than the whole; where that is bad too, it is returned and the answer ends.
   */
  async checkPart(choice: StreamedChoice): Promise<Judged | undefined> {
    const { exchange, prompt, isAnnotated } = this.#options;
    const window = choice.window();
    const before = [...choice.seenBefore(window), ...prompt.verdict.signals];
    const verdict = await exchange.guard.check(
      {
        id: exchange.id,
        stage: 'output',
        audience: exchange.audience,
        contents: [...window.reading.contents],
        earlier: [...prompt.reading.contents],
        ...(exchange.account !== undefined && { account: exchange.account }),
      },
      { before, reserved: prompt.restorations.placeholders, strict: exchange.admission.isStrict },
    );
    choice.checks++;
    choice.pace.hasChecked();
    choice.see(verdict.signals.slice(0, verdict.signals.length - before.length), window);
    if (stops(verdict, isAnnotated)) {
      if (choice.confirmations >= CONFIRMATIONS) return this.#judgeAs(choice, 'refuse');
      choice.confirmations++;
      const judged = await this.judgeWhole(choice, false);
      if (stops(judged.verdict, isAnnotated)) return judged;
    }
    if (verdict.decision === 'repair' && !this.#noteRepairs(choice, verdict, window))
      return this.#judgeAs(choice, 'refuse');
    this.#clear(choice, window);
    return undefined;
  }

  /** Judges an answer of which nothing more comes; everything that passes is cleared. */
  async judgeEnd(choice: StreamedChoice): Promise<Judged> {
    const judged = await this.judgeWhole(choice, true);
    if (stops(judged.verdict, this.#options.isAnnotated)) return judged;
    for (const text of choice.texts) {
      for (const edit of restorationsWhole(text, this.#options.prompt.restorations)) {
        if (text.edit(edit)) choice.isRewritten = true;
      }
      text.clear(text.original.length, true);
    }
    return judged;
  }

  async judgeWhole(choice: StreamedChoice, isEnd: boolean): Promise<Judged> {
    const repair: RepairAndCheck = async (reading, seen, check) => {
      const changes = repairsOf(seen.repairs, reading, new Map());
      const isNoted = changes?.every(({ place, edit }) => textAt(choice, place)?.edit(edit) ?? false) ?? false;
      if (!isNoted) return unrepaired(seen);
      choice.isRewritten = true;
      return checkRepaired(choice.whole(true), seen, check);
    };
    // Before the end only the decision counts: what is still growing is repaired by its parts.
    const undone: RepairAndCheck = async (_reading, seen) => ({
      verdict: seen,
      judged: seen.decision,
      repaired: undefined,
    });
    return this.#judge(choice, isEnd ? repair : undone);
  }

  #judge(choice: StreamedChoice, repair: RepairAndCheck, atLeast?: Decision): Promise<Judged> {
    const { ports, exchange, prompt, withheld, tighten } = this.#options;
    return judge(ports, exchange, choice.whole(), {
      stage: 'output',
      choice: choice.index,
      prompt: prompt.reading.contents,
      before: prompt.verdict.signals,
      reserved: prompt.restorations.placeholders,
      withheld,
      repair,
      isCounted: false,
      tighten,
      ...(atLeast && { atLeast }),
      streamed: this.#options.streamed(choice),
    });
  }

  /** What a part said of the answer, where the whole cannot be asked or what it wants cannot be done any more. */
  #judgeAs(choice: StreamedChoice, atLeast: Decision): Promise<Judged> {
    return this.#judge(choice, async (_reading, seen) => unrepaired(seen), atLeast);
  }

  #noteRepairs(choice: StreamedChoice, verdict: Verdict, window: StreamWindow): boolean {
    const changes = repairsOf(verdict.repairs, window.reading, window.starts);
    if (!changes) return false;
    for (const { place, edit } of changes) {
      const text = textAt(choice, place);
      if (!text) return false;
      // What may still grow is noted once it has ended.
      if (edit.end > this.#heldFrom(text)) continue;
      if (!text.edit(edit)) return false;
      choice.isRewritten = true;
    }
    return true;
  }

  #clear(choice: StreamedChoice, { starts }: StreamWindow): void {
    const { restorations } = this.#options.prompt;
    for (const text of choice.texts) {
      if (!starts.has(text.channel.place)) continue;
      text.checked = text.original.length;
      const { edits, until } = restorationsSoFar(text, restorations);
      const held = Math.min(this.#heldFrom(text), until);
      for (const edit of edits) if (edit.end <= held && text.edit(edit)) choice.isRewritten = true;
      text.clear(beforeOpenEdits(text, held));
    }
  }

  /** In places of the whole text. */
  #heldFrom({ original, cleared, channel: { place, role } }: StreamedText): number {
    const from = Math.max(0, cleared - HELD_CONTEXT);
    const text = original.slice(from);
    return from + this.#options.exchange.guard.heldFrom({ modality: 'text', place, role, stage: 'output', text });
  }
}

/** What has left stands before what may be held, so that a word is seen whole. */
const HELD_CONTEXT = 600;

/** A change is made whole or not at all. */
function beforeOpenEdits(text: StreamedText, held: number): number {
  const open = text.edits.find(({ start, end }) => start < held && held < end);
  return open ? open.start : held;
}

function textAt(choice: StreamedChoice, place: string): StreamedText | undefined {
  return choice.texts.find(({ channel }) => channel.place === place);
}
