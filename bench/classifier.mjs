// CPU time of the embedded classifier on one text at a time, all heads. Goal: p99 of at most 0.3 ms for 1,000 characters.
// node bench/classifier.mjs [--json]
import { readFileSync } from 'node:fs';
import { loadClassifier } from '@tyrian/text';
import { quantile, report, round } from './measure/process.mjs';

const ROUNDS = 2_000;
/** Calls in one measurement, since the clock of CPU time counts whole microseconds. */
const CALLS = 5;
const PARAGRAPH =
  'The lighthouse keeper climbed the winding stairs with a lamp in one hand and a loaf of bread in the other. Outside, the ' +
  'harbour was quiet and a few boats moved with the tide. Could you help me turn these notes into a longer story, with a ' +
  'storm in the second part and a visitor who stays until spring? Please keep the tone calm and the sentences plain. ';

const classifier = loadClassifier(readFileSync(new URL('../packages/text/models/classifier.bin', import.meta.url)));
const texts = {
  'english 100': PARAGRAPH.slice(0, 100),
  'english 1,000': PARAGRAPH.repeat(4).slice(0, 1_000),
  'accents 1,000': `é${PARAGRAPH.repeat(4)}`.slice(0, 1_000),
  'one word 1,000': 'q'.repeat(1_000),
  'han 1,000': '漢字仮名交文章読書'.repeat(112).slice(0, 1_000),
  'english 100,000': PARAGRAPH.repeat(300).slice(0, 100_000),
};

/** Microseconds of CPU time a call, one figure a round. */
function microseconds(text) {
  for (let warm = 0; warm < 3_000; warm++) classifier.score(text);
  return Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    for (let call = 0; call < CALLS; call++) classifier.score(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / CALLS;
  });
}

const figures = { heads: classifier.heads.length };
for (const [name, text] of Object.entries(texts)) {
  const times = microseconds(text);
  figures[name] = { p50Us: round(quantile(times, 0.5), 0), p99Us: round(quantile(times, 0.99), 0) };
}
report(figures);
