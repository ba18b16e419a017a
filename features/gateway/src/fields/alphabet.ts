/** A closed set of characters. Every pattern is one character class from start to end, so that it runs in linear time. */
export interface Alphabet {
  readonly name: string;
  readonly pattern: RegExp;
}

function alphabet(name: string, pattern: RegExp): Alphabet {
  return Object.freeze({ name, pattern });
}

/** Names of models: `org/model:tag@revision`. */
export const MODEL = alphabet('letters, digits and _ . : / @ + -', /^[A-Za-z0-9_.:/@+-]+$/);
/** Ids that servers make up. */
export const ID = alphabet('letters, digits and _ . : / | = -', /^[A-Za-z0-9_.:/|=-]+$/);
/** How a platform names an end user: hashes, ids, e-mail addresses; no blanks. */
export const ACCOUNT = alphabet('letters, digits and _ . : / @ + = | ~ -', /^[A-Za-z0-9_.:/@+=|~-]+$/);
/** Names of functions and participants. */
export const NAME = alphabet('letters, digits and _ . : / -', /^[\p{L}\p{N}_.:/-]+$/u);
export const DIGITS = alphabet('digits', /^-?[0-9]+$/);
export const SNAKE = alphabet('lower-case letters, digits and _ / -', /^[a-z0-9_/-]+$/);
export const BASE64 = alphabet('base64', /^[A-Za-z0-9+/_=-]*$/);
/** Names of files: nothing that ends a header or names a folder. */
export const FILE_NAME = alphabet('letters, digits, blanks and _ . ( ) -', /^[\p{L}\p{N} _.()-]+$/u);
/** Where a list goes on, as a server says it: no blanks. */
export const CURSOR = alphabet('letters, digits and _ . : / @ + = | ~ & ? % , ; -', /^[A-Za-z0-9_.:/@+=|~&?%,;-]+$/);
