const OTHER = 0;
const TOKEN = 1;
const ASSIGNS = 2;
const CLASSES = new Uint8Array(0x80);
for (const one of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.+/~')
  CLASSES[one.charCodeAt(0)] = TOKEN;
CLASSES[0x3d] = ASSIGNS;
CLASSES[0x3a] = ASSIGNS;

/** No secret is shorter. */
const TOKEN_MIN = 20;

export interface OnToken {
  /** A run of the characters of tokens, as long as a secret at least. */
  token(start: number, end: number): void;
  /** An equals sign or a colon. */
  assigns(index: number): void;
}

/** Reads the text once and says where secrets can stand. */
export function findTokens(text: string, on: OnToken): void {
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x20;
    const kind = unit < 0x80 ? CLASSES[unit] : OTHER;
    if (kind === TOKEN) continue;
    if (at - start >= TOKEN_MIN) on.token(start, at);
    start = at + 1;
    if (kind === ASSIGNS) on.assigns(at);
  }
}
