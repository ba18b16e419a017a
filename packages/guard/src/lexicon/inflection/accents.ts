/** Shorter words are often others without their accents: "né" and "ne", "età" and "eta". */
const LONG_FROM = 5;
const MARKS = /\p{M}/gu;
const SPANISH_TILDE = '\u0303';

/** The form without the accents of its longer words, if it has any. */
export function withoutAccents(form: string): string[] {
  return respelt(form, (word) => word.normalize('NFD').replace(MARKS, '').replaceAll('œ', 'oe'));
}

/** As `withoutAccents`, but "ñ" is a letter of its own: "niña" is no Nina. */
export function withoutAcutes(form: string): string[] {
  return respelt(form, (word) =>
    word
      .normalize('NFD')
      .replace(MARKS, (mark) => (mark === SPANISH_TILDE ? mark : ''))
      .normalize('NFC'),
  );
}

function respelt(form: string, bare: (word: string) => string): string[] {
  const plain = form
    .split(' ')
    .map((word) => (word.length < LONG_FROM ? word : bare(word)))
    .join(' ');
  return plain === form ? [] : [plain];
}
