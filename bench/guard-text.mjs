// Time of the embedded text detectors on one English text, all views read anew each time.
// node bench/guard-text.mjs [--json]
import { readdirSync, readFileSync } from 'node:fs';
import {
  compileLexicons,
  hiddenText,
  lexicon,
  links,
  patterns,
  personalData,
  promptInjection,
  secrets,
} from '@tyrian/guard';
import { compileAutomaton, loadAutomaton, readLanguages, readViews } from '@tyrian/text';

const LEXICONS = new URL('../packages/guard/lexicons/', import.meta.url);
const PARAGRAPH =
  'The lighthouse keeper climbed the winding stairs with a lamp in one hand and a loaf of bread in the other. Outside, the ' +
  'harbour was quiet and a few boats moved with the tide. He had promised to write to his sister every week, but the ' +
  'letters had become short: the weather, the price of fish, how many ships went by. Could you help me turn these notes ' +
  'into a longer story, with a storm in the second part and a visitor who stays until spring? Please keep the tone calm ' +
  'and the sentences plain, and give the keeper a name that sounds like the north of England in the eighteen hundreds. ';

function shipped(...folders) {
  const sources = folders.flatMap((folder) => {
    const root = new URL(`${folder}/`, LEXICONS);
    return readdirSync(root).map((name) => ({ name, text: readFileSync(new URL(name, root), 'utf8') }));
  });
  return compileLexicons(sources);
}

const languages = readdirSync(LEXICONS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'injection')
  .map(({ name }) => name);

/** Median of the microseconds that a call takes, over rounds of many calls. */
function microseconds(call, calls = 2_000, rounds = 15) {
  for (let warm = 0; warm < calls * 2; warm++) call();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (let done = 0; done < calls; done++) call();
    return ((performance.now() - start) * 1_000) / calls;
  }).sort((a, b) => a - b);
  return Number(times[rounds >> 1].toFixed(2));
}

const detectors = [
  lexicon(shipped(...languages)),
  hiddenText,
  promptInjection(shipped('injection')),
  personalData,
  secrets,
  links,
];
const abort = new AbortController().signal;
const texts = {
  english: PARAGRAPH.slice(0, 600),
  emoji: `${PARAGRAPH.slice(0, 580)} ❤️ 👩‍👩‍👧`,
  chinese: '守灯塔的人一手提着灯一手拿着面包走上盘旋的楼梯。'.repeat(25).slice(0, 600),
};
const content = (text) => ({
  modality: 'text',
  place: 'text',
  role: 'user',
  stage: 'input',
  text,
  ...readViews(text),
  languages: readLanguages(text),
});

const result = { unit: 'microseconds for 600 characters, warm, one thread', texts: {} };
for (const [name, text] of Object.entries(texts)) {
  const read = content(text);
  result.texts[name] = {
    views: microseconds(() => readViews(text)),
    languages: microseconds(() => readLanguages(text)),
    ...Object.fromEntries(
      detectors.map((detector) => [detector.id, microseconds(() => detector.run(read, {}, abort))]),
    ),
    all: microseconds(() => {
      const fresh = content(text);
      for (const detector of detectors) detector.run(fresh, {}, abort);
    }),
  };
}

const words = PARAGRAPH.toLowerCase().match(/[a-z]+/g);
const terms = Array.from({ length: 3_000 }, (_, id) => ({
  text: `${words[id % words.length]}${words[(id * 7) % words.length].slice(0, 3)} ${id % 3 ? '' : words[(id * 11) % words.length]}`,
  wholeWord: true,
}));
const automaton = loadAutomaton(compileAutomaton(terms));
const long = PARAGRAPH.toLowerCase().repeat(1_000);
const perScan = microseconds(() => automaton.scan(long, () => undefined), 3, 9);
result.automaton = { patterns: terms.length, millionCharactersPerSecond: Math.round(long.length / perScan) };

/** What a detector makes of texts that are written to be slow, beside plain ones of the same length. */
const hard = {
  prose: PARAGRAPH.repeat(2).slice(0, 1_000),
  numbers: 'tel 0207946095 1 2 3 4 '.repeat(44),
  letters: 'A1b2'.repeat(250),
  assignments: 'token=abcdEF12 '.repeat(66),
  hosts: 'paypa1.com '.repeat(90),
  links: '![a](https://x.yz/?q=aGVsbG8gd29ybGQ) '.repeat(26),
};
result.places = Object.fromEntries(
  [personalData, secrets, links].map((detector) => [
    detector.id,
    Object.fromEntries(
      Object.entries(hard).map(([name, text]) => {
        const read = {
          modality: 'text',
          place: 't',
          role: 'user',
          stage: 'output',
          text,
          views: [{ name: 'raw', text }],
        };
        return [name, microseconds(() => detector.run(read, {}, abort), 50, 9)];
      }),
    ),
  ]),
);

const own = Array.from(
  { length: 200 },
  (_, id) => `  - { id: p${id}, pattern: '\\b(?:zorb|blax)-${id}[0-9]{2,4}\\b', hazard: secret, score: 0.9, flags: i }`,
);
const ownPatterns = patterns({
  name: 'bench.yaml',
  text: `schemaVersion: 1\ntitle: Bench\npatterns:\n${own.join('\n')}`,
});
const nativeForms = Array.from({ length: 200 }, (_, id) => new RegExp(`\\b(?:zorb|blax)-${id}[0-9]{2,4}\\b`, 'gi'));
result.patterns = Object.fromEntries(
  Object.entries({
    'prose 1k': hard.prose,
    'prose 100k': PARAGRAPH.repeat(200).slice(0, 100_000),
    'one letter 100k': 'a'.repeat(100_000),
    'matches 1k': 'zorb-123 blax-77123 '.repeat(50),
  }).map(([name, text]) => {
    const read = { modality: 'text', place: 't', role: 'user', stage: 'input', text, views: [{ name: 'raw', text }] };
    const native = () => nativeForms.map((form) => [...text.matchAll(form)].length);
    const calls = text.length > 10_000 ? 2 : 50;
    return [
      name,
      { set: microseconds(() => ownPatterns.run(read, {}, abort), calls, 7), native: microseconds(native, calls, 7) },
    ];
  }),
);

if (process.argv.includes('--json')) console.log(JSON.stringify(result));
else {
  console.log(result.unit);
  console.table(result.texts);
  console.log('microseconds for 1,000 characters');
  console.table(result.places);
  console.log('microseconds for 200 patterns of ones own, one engine for all beside native ones');
  console.table(result.patterns);
  console.log(`automaton, ${patterns.length} patterns: ${result.automaton.millionCharactersPerSecond} M characters/s`);
}
