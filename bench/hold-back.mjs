// What the hold-back of streamed text costs, and how much of harmless answers it lets wait, with all embedded detectors.
// node bench/hold-back.mjs
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { compileLexicons, createHoldBack, lexicon, links, personalData, secrets } from '@tyrian/guard';

const LEXICONS = new URL('../packages/guard/lexicons/', import.meta.url);
const CORPUS = new URL('../apps/trainer/corpus/', import.meta.url);
const FILES = [
  'en/assistant-answers.txt',
  'en/documents-and-mail.txt',
  'de/support.txt',
  'hi/support.txt',
  'ar/support.txt',
  'zh/how-to.txt',
  'ja/support.txt',
];
const WINDOWS = [300, 600, 1_200, 2_000];

const sources = readdirSync(LEXICONS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'injection')
  .flatMap(({ name: folder }) => {
    const root = new URL(`${folder}/`, LEXICONS);
    return readdirSync(root).map((name) => ({
      name: `${folder}/${name}`,
      text: readFileSync(new URL(name, root), 'utf8'),
    }));
  });
const { heldFrom } = createHoldBack([lexicon(compileLexicons(sources)), personalData, secrets, links]);
const held = (text) => heldFrom({ modality: 'text', place: 'text', role: 'assistant', stage: 'output', text });

function prose(file) {
  const lines = readFileSync(new URL(file, CORPUS), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).join('\n');
}

/** Characters that wait after each character of a text that comes bit by bit. */
function waiting(text) {
  const waits = [];
  for (let cut = 1; cut <= text.length; cut++)
    waits.push(cut - held(text.slice(Math.max(0, cut - 1_500), cut)) - Math.max(0, cut - 1_500));
  waits.sort((a, b) => a - b);
  const mean = waits.reduce((sum, one) => sum + one, 0) / waits.length;
  return { mean: Number(mean.toFixed(1)), p50: waits[waits.length >> 1], p99: waits[Math.floor(waits.length * 0.99)] };
}

/** Median CPU time of a call in microseconds, at all places of a text where a window of so many characters may end. */
function cost(text, window) {
  const windows = Array.from({ length: 200 }, (_, at) => text.slice(at, at + window));
  for (const one of windows) held(one);
  const rounds = Array.from({ length: 9 }, () => {
    const start = process.cpuUsage().user;
    for (const one of windows) held(one);
    return (process.cpuUsage().user - start) / windows.length;
  });
  return Number(rounds.sort((a, b) => a - b)[4].toFixed(1));
}

const english = prose(FILES[0]).repeat(2);
console.log(
  JSON.stringify(
    {
      machine: { cpus: cpus().length, load: loadavg().map((one) => Number(one.toFixed(1))), node: process.version },
      charactersThatWait: Object.fromEntries(FILES.map((file) => [file, waiting(prose(file).slice(0, 4_000))])),
      microsecondsByWindow: Object.fromEntries(WINDOWS.map((window) => [window, cost(english, window)])),
    },
    null,
    2,
  ),
);
