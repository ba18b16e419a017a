import { errors, type StreamingMode } from '@tyrian/contracts';
import type { DoorPorts } from '../../door-ports.js';
import type { Channel } from '../../fields/channel.js';
import { createWalk, type Walk } from '../../fields/walk.js';
import { readUsage } from '../../telemetry/read-usage.js';
import type { UpstreamAnswer } from '../../upstream/upstream.js';
import type { Exchange } from '../../verdict/exchange.js';
import type { Judged, Tighten } from '../../verdict/judge.js';
import { areNamesAllowed } from '../../verdict/names.js';
import { store } from '../../verdict/store.js';
import type { Checks } from '../checks.js';
import type { ModerationAsked } from '../moderation-asked.js';
import { refusalOf } from '../refusal.js';
import type { OutputReport } from '../report.js';
import type { Outlet } from './outlet.js';
import type { StreamEvent, StreamReader, StreamShape, StreamTexts } from './shape.js';
import { StreamJudge } from './stream-judge.js';
import { StreamedChoice, stops } from './streamed-choice.js';
import { type HeldPiece, StreamedText } from './streamed-text.js';

interface Held {
  readonly event: StreamEvent;
  readonly pieces: readonly HeldPiece[];
}

export interface StreamOptions {
  readonly ports: DoorPorts;
  readonly exchange: Exchange;
  readonly prompt: Judged;
  readonly shape: StreamShape;
  readonly outlet: Outlet;
  readonly mode: StreamingMode;
  /** What the client asked to be told of the checks. */
  readonly moderation?: ModerationAsked | undefined;
  readonly tighten?: Tighten | undefined;
  /** How many answers were asked for: once all of them are refused, the model server need not go on. */
  readonly expected: number;
  /** Called before the first byte leaves, where all is judged by then. */
  readonly onJudged: (judged: readonly Judged[]) => void;
}

/**
 * Reads a stream, and lets of it leave what may: an event leaves once every piece of text in it is cleared, in the order
 * in which events came; what ends an answer waits for the check of all of it, and for its record.
 */
export class StreamEngine {
  readonly #options: StreamOptions;
  readonly #reader: StreamReader;
  readonly #walk: Walk = createWalk('answer');
  readonly #texts = new Map<string, StreamedText>();
  readonly #choices = new Map<number, StreamedChoice>();
  readonly #refused = new Set<number>();
  readonly #judge: StreamJudge;
  readonly #queue: Held[] = [];
  readonly #trailing: Held[] = [];
  readonly #replacements: string[] = [];
  readonly #reports: OutputReport[] = [];
  #broken: { readonly cause: unknown } | undefined;
  readonly #checkedNames = new Set<string>();
  #areNamesDropped = false;
  #firstText = 0;
  #firstLeft = 0;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#reader = options.shape.open(options.exchange, () => this.#checks());
    const { ports, exchange, prompt, mode } = options;
    this.#judge = new StreamJudge({
      ports,
      exchange,
      prompt,
      isAnnotated: mode === 'annotate',
      withheld: this.#walk.withheld,
      tighten: options.tighten,
      streamed: ({ checks, left }) => ({ mode, left, checks, heldMs: Math.max(0, this.#firstLeft - this.#firstText) }),
    });
  }

  /** Reads to the end. Returns what broke off the stream: what came before it is checked, recorded and sent all the same. */
  async run(answer: UpstreamAnswer): Promise<Error | undefined> {
    const fault = await this.#read(answer);
    if (this.#broken) throw this.#broken.cause;
    const isWhole = this.#isOver || this.#reader.isComplete();
    const cut = fault ?? (isWhole ? undefined : errors.UPSTREAM_CUT());
    try {
      for (const choice of this.#choices.values()) await this.#end(choice);
    } catch (cause) {
      // Of two faults the first is told.
      if (fault) return fault;
      throw cause;
    }
    // Half an answer is none for whom all of it is to be checked first.
    if (cut && this.#isBuffered) return cut;
    const { outlet, onJudged } = this.#options;
    onJudged([...this.#choices.values()].flatMap(({ judged }) => (judged ? [judged] : [])));
    for (const choice of this.#choices.values()) if (this.#isBuffered) this.#refuseStopped(choice);
    await this.#release();
    if (cut) return cut;
    this.#queue.push(...this.#trailing);
    await this.#release();
    await outlet.write(this.#reader.close(this.#reports));
    return undefined;
  }

  async #read({ body }: UpstreamAnswer): Promise<Error | undefined> {
    const parser = this.#options.shape.parser();
    const chunks = body[Symbol.asyncIterator]();
    try {
      let next = chunks.next();
      for (;;) {
        const got = await this.#nextOrDue(next);
        if (got?.done) break;
        if (got) {
          for (const frame of parser.feed(got.value)) await this.#take(frame);
          next = chunks.next();
          // Its rejection is seen when it is waited for.
          next.catch(() => undefined);
        }
        await this.#checkDue(got === undefined);
        await this.#release();
        if (this.#isOver) return undefined;
      }
      const last = parser.end();
      if (last && last.data !== '[DONE]') return errors.UPSTREAM_CUT();
      if (last) await this.#take(last);
      return undefined;
    } catch (cause) {
      return cause instanceof Error ? cause : errors.UPSTREAM_CUT([], { cause });
    } finally {
      // A body that nobody reads to its end would keep its connection.
      void chunks.return?.().catch(() => undefined);
    }
  }

  /** What comes next, or undefined once what is unchecked has waited long enough. */
  async #nextOrDue(next: Promise<IteratorResult<Uint8Array>>): Promise<IteratorResult<Uint8Array> | undefined> {
    const waiting = this.#isBuffered
      ? []
      : [...this.#choices.values()].filter((one) => !one.judged && one.unchecked > 0);
    if (waiting.length === 0) return next;
    let timer: NodeJS.Timeout | undefined;
    const due = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), Math.min(...waiting.map(({ pace }) => pace.waitMs)));
    });
    return Promise.race([next, due]).finally(() => clearTimeout(timer));
  }

  async #take(frame: Parameters<StreamReader['take']>[0]): Promise<void> {
    const events = this.#reader.take(frame, this.#walk, this.#streamTexts);
    const { watch } = this.#options.exchange;
    if (watch.readsUsage) for (const { body } of events) watch.used(readUsage(body) ?? {});
    const pieces = this.#takePieces();
    if (!(await this.#areNamesFine())) for (const event of events) this.#reader.rename(event);
    for (const [position, event] of events.entries()) {
      const queue = event.isTrailing ? this.#trailing : this.#queue;
      queue.push({ event, pieces: position === 0 ? pieces : [] });
      if (!this.#isBuffered) for (const index of event.ends) await this.#end(this.#choiceAt(index));
    }
  }

  #takePieces(): HeldPiece[] {
    const { touched } = this.#walk;
    const pieces: HeldPiece[] = [];
    for (const channel of touched) {
      if (this.#firstText === 0) this.#firstText = performance.now();
      pieces.push(...this.#textOf(channel).takePieces());
    }
    touched.clear();
    return pieces;
  }

  #textOf(channel: Channel): StreamedText {
    const known = this.#texts.get(channel.place);
    if (known) return known;
    const text = new StreamedText(channel, Math.max(0, channel.choice));
    this.#texts.set(channel.place, text);
    this.#choiceAt(text.choice).texts.push(text);
    return text;
  }

  #choiceAt(index: number): StreamedChoice {
    const known = this.#choices.get(index);
    if (known) return known;
    const choice = new StreamedChoice(index);
    this.#choices.set(index, choice);
    return choice;
  }

  /** Names come again with every event; those that are new are checked. */
  async #areNamesFine(): Promise<boolean> {
    const { names, withheld } = this.#walk;
    if (this.#areNamesDropped) return false;
    const fresh = [...names].filter((name) => !this.#checkedNames.has(name));
    names.clear();
    if (fresh.length === 0) return true;
    for (const name of fresh) this.#checkedNames.add(name);
    if (await areNamesAllowed(this.#options.exchange, fresh)) return true;
    withheld.add('names');
    this.#areNamesDropped = true;
    return false;
  }

  async #checkDue(hasWaited: boolean): Promise<void> {
    if (this.#isBuffered) return;
    for (const choice of this.#choices.values()) {
      if (choice.judged || choice.unchecked === 0) continue;
      if (!hasWaited && !choice.pace.isDue(choice.unchecked, choice.hasLineEnd)) continue;
      await this.#orBreak(async () => {
        const judged = await this.#judge.checkPart(choice);
        if (judged) await this.#settle(choice, judged);
      });
    }
  }

  /** Nothing more comes of an answer. */
  async #end(choice: StreamedChoice): Promise<void> {
    if (choice.judged) return;
    await this.#orBreak(async () => this.#settle(choice, await this.#judge.judgeEnd(choice)));
  }

  /** What cannot be judged or recorded is no fault of the model server: nothing more leaves. */
  async #orBreak(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      this.#broken = { cause };
      throw cause;
    }
  }

  /** Its record is durable before its last byte leaves. */
  async #settle(choice: StreamedChoice, judged: Judged): Promise<void> {
    const { ports, exchange } = this.#options;
    ports.budgets?.add(exchange.principal, judged.reading);
    await store(ports.recorder, judged.commit);
    choice.judged = judged;
    const isAnnotated = this.#options.mode === 'annotate';
    if (isAnnotated && judged.verdict.decision !== 'allow') this.#reports.push(reportOf(choice.index, judged));
    if (!this.#isBuffered) this.#refuseStopped(choice);
  }

  /** The replacement stands where the first event of the answer that has not left would have stood. */
  #refuseStopped({ index, judged }: StreamedChoice): void {
    if (!judged || !stops(judged.verdict, this.#options.mode === 'annotate') || this.#refused.has(index)) return;
    this.#refused.add(index);
    const { ports, exchange, prompt } = this.#options;
    const refusal = refusalOf(ports, exchange, prompt.reading.contents, judged.verdict);
    this.#replacements.push(this.#reader.refuse(index, refusal));
  }

  #checks(): Checks {
    const { exchange, prompt, moderation } = this.#options;
    const answers = [...this.#choices.values()].flatMap(({ judged }) => (judged ? [judged] : []));
    return { exchange, prompt, answers, moderation };
  }

  /** Lets leave what may, in order; replacements behind it. */
  async #release(): Promise<void> {
    let free = '';
    const state = this.#writeState();
    let taken = 0;
    try {
      for (let held = this.#queue[0]; held && this.#mayLeave(held); held = this.#queue[taken]) {
        taken++;
        for (const piece of held.pieces) this.#write(piece);
        free += this.#reader.write(held.event, state);
      }
    } finally {
      // All at once: taking the first of a long list moves all the others.
      if (taken > 0) this.#queue.splice(0, taken);
    }
    free += this.#replacements.splice(0).join('');
    if (free === '') return;
    if (this.#firstLeft === 0) {
      this.#firstLeft = performance.now();
      this.#options.exchange.watch.firstLeft();
    }
    await this.#options.outlet.write(free);
  }

  #write(piece: HeldPiece): void {
    const { text, holder, key } = piece;
    if (!this.#refused.has(text.choice)) text.write(piece);
    // The reader leaves out refused answers, but not what stands beside them.
    else if (text.channel.choice === -1 && holder) Reflect.deleteProperty(holder, key);
  }

  /** All that was asked for is refused. */
  get #isOver(): boolean {
    return this.#refused.size >= this.#options.expected;
  }

  #mayLeave({ event, pieces }: Held): boolean {
    const isJudged = event.ends.every((index) => this.#choices.get(index)?.judged !== undefined);
    return isJudged && pieces.every((piece) => this.#isFree(piece));
  }

  #isFree({ text, to }: HeldPiece): boolean {
    if (this.#refused.has(text.choice)) return true;
    return (
      to <= text.cleared && !(text.cleared < text.original.length && text.isInsideEdit(to) && !this.#isJudged(text))
    );
  }

  #isJudged({ choice }: StreamedText): boolean {
    return this.#choices.get(choice)?.judged !== undefined;
  }

  #writeState() {
    const rewritten = [...this.#choices.values()].flatMap((one) => (one.isRewritten ? [one.index] : []));
    return { refused: this.#refused, rewritten: new Set(rewritten), texts: this.#streamTexts };
  }

  readonly #streamTexts: StreamTexts = {
    original: (place) => this.#texts.get(place)?.original ?? '',
    sent: (place) => this.#texts.get(place)?.rewritten() ?? '',
  };

  get #isBuffered(): boolean {
    return this.#options.mode === 'buffer';
  }
}

function reportOf(choice: number, { verdict }: Judged): OutputReport {
  const hazards = verdict.signals.flatMap((signal) => (signal.kind === 'hazard' ? [signal.name] : []));
  return { choice, verdict: verdict.id, decision: verdict.decision, hazards: [...new Set(hazards)] };
}
