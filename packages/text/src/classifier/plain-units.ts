/** Of a longer text the beginning and the end are read. */
const HEAD_UNITS = 3_000;
const TAIL_UNITS = 1_000;
/** Most units of a text that are read. */
export const UNITS_MAX: number = HEAD_UNITS + TAIL_UNITS;

/** A text as features are read from it: one case, compatible forms made one, the middle of a long text left out. */
export class PlainUnits {
  readonly units: Uint16Array = new Uint16Array(UNITS_MAX);
  length = 0;
  /** Whether the units are those of the text one by one, so that a part of them is what the part of the text gives. */
  isExact = false;

  load(text: string): void {
    const cut = withoutMiddle(text);
    const isAscii = this.#fill(cut) <= 0x7f;
    this.isExact = isAscii && cut === text;
    // NFKC makes up to 18 units of one, so what comes out is cut again.
    if (!isAscii) this.#fill(withoutMiddle(cut.normalize('NFKC').toLowerCase()));
  }

  /** Gives all bits that any unit has. */
  #fill(cut: string): number {
    const { units } = this;
    let bits = 0;
    for (let at = 0; at < cut.length; at++) {
      const unit = cut.charCodeAt(at);
      bits |= unit;
      units[at] = unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
    }
    this.length = cut.length;
    return bits;
  }
}

function withoutMiddle(text: string): string {
  return text.length <= UNITS_MAX ? text : `${text.slice(0, HEAD_UNITS)} ${text.slice(1 - TAIL_UNITS)}`;
}
