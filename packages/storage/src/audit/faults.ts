import type { AuditFault } from '@tyrian/contracts';

const LISTED = 100;

/** Collects what is wrong; after a hundred faults it only counts. */
export class Faults {
  readonly listed: AuditFault[] = [];
  #count = 0;

  add(kind: AuditFault['kind'], message: string, place: { writer?: string; seq?: number } = {}): void {
    this.#count++;
    if (this.listed.length < LISTED) this.listed.push({ kind, message, ...place });
  }

  get none(): boolean {
    return this.#count === 0;
  }

  get truncated(): boolean {
    return this.#count > this.listed.length;
  }
}
