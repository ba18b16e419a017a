import type { Sight } from '../personal-data/sight.js';

export const BEGIN = '-----BEGIN ';
const HEAD = /^-----BEGIN (?:[A-Z0-9]{2,12} ){0,3}(?:PRIVATE KEY(?: BLOCK)?)-----/;
export const BLOCK_MAX = 8_000;
/** A block with less inside shows how one looks. */
const INSIDE_MIN = 40;
const STUB_SCORE = 0.3;

/** Private keys in PEM or OpenPGP armour, to the end of their block. */
export function lookForKeyBlocks(text: string, sights: Sight[]): void {
  for (let at = text.indexOf(BEGIN); at !== -1; at = text.indexOf(BEGIN, at + BEGIN.length)) {
    const block = text.slice(at, at + BLOCK_MAX);
    const head = HEAD.exec(block)?.[0];
    if (head === undefined) continue;
    const tail = block.indexOf('-----END ', head.length);
    const body = tail === -1 ? block.slice(head.length) : block.slice(head.length, tail);
    const inside = body.replace(/[^A-Za-z0-9+/=]/g, '').length;
    const close = tail === -1 ? -1 : block.indexOf('-----', tail + 9);
    const end = at + (close === -1 ? head.length + body.length : close + 5);
    const isStub = inside < INSIDE_MIN || body.includes('...');
    sights.push({ rule: 'private-key', start: at, end, score: isStub ? STUB_SCORE : 0.97 });
    at = end - BEGIN.length;
  }
}
