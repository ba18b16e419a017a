import { lastWordFrom } from '../../streaming/last-word.js';
import { BEGIN, BLOCK_MAX } from './key-block.js';

/** An assigned value, or a user and a password. */
const VALUE_MAX = 460;
/** What a value or the password of a URL stands behind. */
const ASSIGNS = /[=:]/;
const ASSIGNED = /[=:]\s{0,3}$/;
const ASSIGNED_LOOK = 4;
const HEAD_MAX = 64;
const BLOCK_END = /-----END [A-Z0-9 ]{2,60}-----/;

/** Where a key, a value or a block of a key begins that is not whole. Tokens have no space in them, so they wait already. */
export function liveSecretFrom(text: string): number {
  return Math.min(valueFrom(text), blockFrom(text));
}

/** A value in a script that ends a word without a space. */
function valueFrom(text: string): number {
  const start = lastWordFrom(text, VALUE_MAX);
  if (start === text.length) return start;
  const isAssigned = ASSIGNED.test(text.slice(Math.max(0, start - ASSIGNED_LOOK), start));
  return isAssigned || ASSIGNS.test(text.slice(start)) ? start : text.length;
}

function blockFrom(text: string): number {
  const begin = text.lastIndexOf(BEGIN);
  if (begin === -1 || text.length - begin > BLOCK_MAX) return text.length;
  const block = text.slice(begin);
  const head = block.indexOf('-----', BEGIN.length);
  const isHead =
    head === -1 ? block.length < HEAD_MAX && !block.includes('\n') : /KEY(?: BLOCK)?$/.test(block.slice(0, head));
  return isHead && !BLOCK_END.test(block) ? begin : text.length;
}
