import { rotateWord } from '../src/english/words.js';

export type Encode = (text: string) => string;
const replaceLetters = (letters: string, shapes: string): Encode => {
  const from = [...letters];
  const to = [...shapes];
  return (text) => [...text].map((one) => to[from.indexOf(one)] ?? one).join('');
};
export const between =
  (mark: string): Encode =>
  (text) =>
    [...text].join(mark);
const bytesOf = (text: string) => [...new TextEncoder().encode(text)];

/** Disguises of one word. */
export const DISGUISES_OF_WORDS: Readonly<Record<string, Encode>> = {
  'zero-width': between('\u200b'),
  'full width': (text) => text.replace(/[a-z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  'other scripts': replaceLetters('oaxcep', 'оахсер'),
  'small capitals': replaceLetters('zorbla', 'ᴢᴏʀʙʟᴀ'),
  squared: (text) => text.replace(/[a-z]/g, (one) => String.fromCodePoint(0x1f170 + one.charCodeAt(0) - 97)),
  'marks on letters': (text) => text.replace(/[a-z]/g, '$&\u0336'),
  leet: replaceLetters('oaesl', '04351'),
  spaced: between(' '),
  dotted: between('.'),
  hyphenated: between('-'),
  starred: (text) => text.replace(/^(.{2})/, '$1*'),
  'bold mathematical': (text) =>
    text.replace(/[a-z]/g, (one) => String.fromCodePoint(0x1d41a + one.charCodeAt(0) - 97)),
  circled: (text) => text.replace(/[a-z]/g, (one) => String.fromCharCode(0x24d0 + one.charCodeAt(0) - 97)),
  'variation selectors': between('\ufe0f'),
  'soft hyphens': between('\u00ad'),
  'bidirectional overrides': between('\u202d'),
  'spelled in tags': (text) => [...text].map((one) => String.fromCodePoint(0xe0000 + one.charCodeAt(0))).join(''),
  stretched: (text) => text.replace('o', 'oooo'),
};

/** Encodings of a whole text. */
export const DISGUISES_OF_TEXTS: Readonly<Record<string, Encode>> = {
  'decimal entities': (text) => [...text].map((one) => `&#${one.codePointAt(0)};`).join(''),
  'hexadecimal entities': (text) => [...text].map((one) => `&#x${one.codePointAt(0)?.toString(16)};`).join(''),
  percent: (text) =>
    bytesOf(text)
      .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
      .join(''),
  'code escapes': (text) =>
    Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'wrapped base64': (text) =>
    (
      Buffer.from(text)
        .toString('base64')
        .match(/.{1,64}/g) ?? []
    ).join('\n'),
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
  'spaced hexadecimal': (text) =>
    bytesOf(text)
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(' '),
  binary: (text) =>
    bytesOf(text)
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join(' '),
  rot13: rotateWord,
  reversed: (text) => [...text].reverse().join(''),
  'words reversed': (text) =>
    text
      .split(' ')
      .map((word) => [...word].reverse().join(''))
      .join(' '),
};
