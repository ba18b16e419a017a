// Time of the embedded text detectors on one English text, all views read anew each time.
// node bench/guard-text.mjs [--json]
import { readdirSync, readFileSync } from 'node:fs';
import { compileLexicons, hiddenText, lexicon, promptInjection } from '@tyrian/guard';
import { compileAutomaton, loadAutomaton, readLanguages, readViews } from '@tyrian/text';

const LEXICONS = new URL('../packages/guard/lexicons/', import.meta.url);
const PARAGRAPH =
  'The lighthouse keeper climbed the winding stairs with a lamp in one hand and a loaf of bread in the other. Outside, the ' +
  'harbour was quiet and a few boats moved with the tide. He had promised to write to his sister every week, but the ' +
  'letters had become short: the weather, the price of fish, how many ships went by. Could you help me turn these notes ' +
  'into a longer story, with a storm in the second part and a visitor who stays until spring? Please keep the tone calm ' +
  'and the sentences plain, and give the keeper a name that sounds like the north of England in the eighteen hundreds. ';

function shipped(folder) {
  const root = new URL(`${folder}/`, LEXICONS);
  return compileLexicons(readdirSync(root).map((name) => ({ name, text: readFileSync(new URL(name, root), 'utf8') })));
}

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

const detectors = [lexicon(shipped('en')), hiddenText, promptInjection(shipped('injection'))];
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
const patterns = Array.from({ length: 3_000 }, (_, id) => ({
  text: `${words[id % words.length]}${words[(id * 7) % words.length].slice(0, 3)} ${id % 3 ? '' : words[(id * 11) % words.length]}`,
  wholeWord: true,
}));
const automaton = loadAutomaton(compileAutomaton(patterns));
const long = PARAGRAPH.toLowerCase().repeat(1_000);
const perScan = microseconds(() => automaton.scan(long, () => undefined), 3, 9);
result.automaton = { patterns: patterns.length, millionCharactersPerSecond: Math.round(long.length / perScan) };

if (process.argv.includes('--json')) console.log(JSON.stringify(result));
else {
  console.log(result.unit);
  console.table(result.texts);
  console.log(`automaton, ${patterns.length} patterns: ${result.automaton.millionCharactersPerSecond} M characters/s`);
}
