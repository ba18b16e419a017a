// Looks for the text that costs most per character: a search that keeps what was slow and changes it, with one seed.

/** Building blocks that some part of the guard has to work on: disguises, encodings, edges, words of rules. */
function blocks(terms) {
  const base64 = (text) => Buffer.from(text).toString('base64');
  return [
    ...'a1 .,-_*\u200b\u00ad\u0301\ufe0f\u202e\u2800é漢あ한ж',
    '\u{E0041}\u{E0042}\u{E0043} ',
    '👩‍👩‍👧 ',
    '🅰🅱',
    'ｚｏｒｂ ',
    'z.o.r.b ',
    'z o r b ',
    'z0rbl4x ',
    'оахсер ',
    'zooooorb ',
    '&#122;&#111;',
    '&amp;lt;',
    '%7a%6f',
    '\\u007a\\x6f',
    '7a6f7262 ',
    '7a 6f 72 62 ',
    '01111010 ',
    'eht fo dna ',
    'gur naq bs ',
    `${base64('the words are here')} `,
    base64(base64('you and the others')),
    'aGVsbG8',
    '. ',
    '\n\n',
    '((((',
    '<a href="https://xn--e1awd7f.example/?q=1">',
    'user@mail.example.com ',
    '+44 20 7946 0958 ',
    '4111 1111 1111 1111 ',
    'GB82 WEST 1234 5698 7654 32 ',
    'password = "hunter2hunter2" ',
    'https://a.b.c.d.example/x?y=z&',
    'born on 1 January 2001 ',
    '9 year old ',
    'i am 9 ',
    ...terms.map((term) => `${term} `),
  ];
}

/** A small generator of pseudo-random numbers (mulberry32), so that a search can be run again. */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * The slowest text found.
 * @param cost tells, later, the microseconds that a text takes
 * @param terms words of rules, so that their evaluation is worked too
 */
export async function findWorst({ cost, terms, length = 2_000, rounds = 600, seed = 1 }) {
  const next = random(seed);
  const pool = blocks(terms);
  const pick = () => ({ block: pool[Math.floor(next() * pool.length)], times: 1 + Math.floor(next() ** 3 * 200) });
  const write = (genes) => {
    let text = '';
    for (let at = 0; text.length < length; at = (at + 1) % genes.length)
      text += genes[at].block.repeat(genes[at].times);
    return text.slice(0, length).toWellFormed();
  };
  const change = (genes) => {
    const copy = [...genes];
    const at = Math.floor(next() * copy.length);
    const roll = next();
    if (roll < 0.35) copy[at] = pick();
    else if (roll < 0.6) copy.splice(at, 0, pick());
    else if (roll < 0.75 && copy.length > 1) copy.splice(at, 1);
    else copy[at] = { ...copy[at], times: 1 + Math.floor(next() ** 3 * 200) };
    return copy.slice(0, 12);
  };
  const rate = async (genes) => ({ genes, microseconds: await cost(write(genes)) });
  const slowestFirst = (a, b) => b.microseconds - a.microseconds;
  // Every block by itself first, then what changes of the slowest ones give.
  const single = [];
  for (const block of pool) single.push(await rate([{ block, times: 1 }]));
  const best = single.sort(slowestFirst).slice(0, 24);
  for (let round = 0; round < rounds; round++) {
    const parent = best[Math.floor(next() ** 2 * best.length)];
    const other = best[Math.floor(next() * best.length)];
    const genes = next() < 0.3 ? [...parent.genes, ...other.genes].slice(0, 12) : parent.genes;
    const child = await rate(change(genes));
    if (child.microseconds <= best.at(-1).microseconds) continue;
    best[best.length - 1] = child;
    best.sort(slowestFirst);
  }
  return { text: write(best[0].genes), genes: best[0].genes };
}
