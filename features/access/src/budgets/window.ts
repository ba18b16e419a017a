import type { ApiKeyId, KeyUse } from '@tyrian/contracts';

export const WINDOW_MS = { minute: 60_000, day: 86_400_000 } as const satisfies Record<KeyUse['window'], number>;
export type WindowName = keyof typeof WINDOW_MS;

/** What a key has used in the current minute or day (UTC): what all machines have said, and what this one has not yet. */
export class UsageWindow {
  #startsAt = 0;
  /** As the store knows it, with what this machine has told it. */
  #known = { requests: 0, characters: 0 };
  /** Of this machine, not yet told. */
  #pending = { requests: 0, characters: 0 };
  /** Told, without an answer yet. */
  #told = { requests: 0, characters: 0 };

  constructor(
    readonly key: ApiKeyId,
    readonly name: WindowName,
  ) {}

  /** Begins anew where the window is over; what was not told of the old one is dropped with it. */
  at(now: number): this {
    const startsAt = now - (now % WINDOW_MS[this.name]);
    if (startsAt === this.#startsAt) return this;
    this.#startsAt = startsAt;
    for (const counts of [this.#known, this.#pending, this.#told]) {
      counts.requests = 0;
      counts.characters = 0;
    }
    return this;
  }

  get endsAt(): number {
    return this.#startsAt + WINDOW_MS[this.name];
  }

  used(what: 'requests' | 'characters'): number {
    return this.#known[what] + this.#told[what] + this.#pending[what];
  }

  count(what: 'requests' | 'characters', much: number): void {
    this.#pending[what] += much;
  }

  isTold(): boolean {
    return this.#pending.requests === 0 && this.#pending.characters === 0;
  }

  /** What is to be added to the store. `settle` takes its answer, or undefined where there is none. */
  tell(): { readonly use: KeyUse; settle(answer: KeyUse | undefined): void } {
    const { requests, characters } = this.#pending;
    const startsAt = this.#startsAt;
    this.#told = { requests, characters };
    this.#pending = { requests: 0, characters: 0 };
    return {
      use: { key: this.key, window: this.name, startsAt, requests, characters },
      settle: (answer) => {
        if (this.#startsAt !== startsAt) return;
        this.#told = { requests: 0, characters: 0 };
        if (answer) this.#known = { requests: answer.requests, characters: answer.characters };
        else {
          this.#pending.requests += requests;
          this.#pending.characters += characters;
        }
      },
    };
  }
}
