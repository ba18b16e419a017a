import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrated } from './calibration.js';
import { loadClassifier, rawScore } from './classifier.js';
import { BASE_FAMILIES } from './families.js';
import { Featuriser } from './featuriser.js';
import type { Head } from './model.js';
import { CLASSIFIER_BYTES_MAX, packClassifier, unpackClassifier } from './model-format.js';

const LINE = [
  { raw: -4, logOdds: -8 },
  { raw: 4, logOdds: 8 },
];

const WHOLE = { window: 0, windowMargin: 0 };

/** A head that says yes to the word. */
function headFor(name: string, word: string, bits: number): Head {
  const weights = new Int8Array(1 << bits);
  for (const bucket of new Featuriser(BASE_FAMILIES).read(word)) weights[bucket >>> (18 - bits)] = 100;
  return {
    name,
    families: BASE_FAMILIES,
    weights,
    scale: 0.25,
    bias: -20,
    lengthPower: 0.5,
    ...WHOLE,
    threshold: 0.5,
    knots: LINE,
  };
}

const MODEL = { heads: [headFor('request', 'zorblax', 13), headFor('s2', 'quibnark', 12)] };

describe('loadClassifier', () => {
  it('gives each head its say', () => {
    const classifier = loadClassifier(packClassifier(MODEL));
    expect(classifier.heads).toEqual(['request', 's2']);
    const flags = (text: string) => classifier.score(text).map(({ flagged }) => flagged);
    expect(flags('a Zorblax, please')).toEqual([true, false]);
    expect(flags('a quibnark, please')).toEqual([false, true]);
    expect(flags('')).toEqual([false, false]);
  });

  it('calibrates the raw score', () => {
    const [score] = loadClassifier(packClassifier(MODEL)).score('');
    expect(score?.probability).toBeCloseTo(1 / (1 + Math.exp(40)), 6);
  });

  it('divides by the root of the number of features, so that length alone tells nothing', () => {
    const weights = new Int8Array(1 << 18).fill(10);
    const classifier = loadClassifier(
      packClassifier({
        heads: [
          {
            name: 'all',
            families: 1,
            weights,
            scale: 0.1,
            bias: 0,
            lengthPower: 0.5,
            ...WHOLE,
            threshold: 0.5,
            knots: LINE,
          },
        ],
      }),
    );
    const [four] = classifier.score('one two three four');
    expect(four?.probability).toBeCloseTo(1 / (1 + Math.exp(-4)), 6);
  });

  it('finds a word in a long text by windows, where the head has them', () => {
    const [whole] = MODEL.heads;
    if (!whole) throw new Error('no head');
    const windowed = { ...whole, name: 'windowed', window: 100, windowMargin: 0.5 };
    const strict = { ...windowed, name: 'strict', windowMargin: 1_000 };
    const classifier = loadClassifier(packClassifier({ heads: [whole, windowed, strict] }));
    const filler = 'the garden was quiet and the river ran slowly to the sea '.repeat(40);
    const flags = (text: string) => classifier.score(text).map(({ flagged }) => flagged);
    expect(flags('zorblax')).toEqual([true, true, true]);
    expect(flags(`${filler.repeat(2)} zorblax ${filler.repeat(2)}`)).toEqual([false, true, false]);
    expect(flags(filler)).toEqual([false, false, false]);
  });

  it('scores each head as if it were read and weighed alone', () => {
    const noise = (seed: number, bits: number) =>
      Int8Array.from({ length: 1 << bits }, (_, at) => Math.imul(at + seed, 0x9e3779b1) >>> 24);
    const [base] = MODEL.heads;
    if (!base) throw new Error('no head');
    const families = [7, 7, 55, 2, 7, 127, 7, 4, 7, 7, 7, 7, 7, 0];
    const heads = families.map((one, at): Head => {
      const window = at % 3 === 0 ? 64 : 0;
      return { ...base, name: `h${at}`, families: one, weights: noise(at, at < 4 ? 12 : 8), window, windowMargin: 0.5 };
    });
    const classifier = loadClassifier(packClassifier({ heads }));
    const alone = (head: Head, text: string): number => {
      const read = (part: string) => rawScore(head, new Featuriser(head.families).read(part));
      let raw = read(text);
      if (head.window > 0 && text.length > head.window * 1.5)
        for (let at = 0; at < text.length - head.window / 2; at += head.window / 2)
          raw = Math.max(raw, read(text.slice(at, at + head.window)) - head.windowMargin);
      return calibrated(raw, head.knots);
    };
    const word = fc.constantFrom('zorblax', 'Quibnark', 'a', '12?', '!\n', 'é', '漢字', 'q'.repeat(70));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        const scores = classifier.score(text).map(({ probability }) => probability);
        expect(scores).toEqual(heads.map((head) => alone(head, text)));
      }),
      { numRuns: 50 },
    );
  });

  it('reads a text of a million characters in a moment', () => {
    const head = { ...headFor('windowed', 'zorblax', 13), window: 64 };
    const classifier = loadClassifier(packClassifier({ heads: [head] }));
    const started = process.cpuUsage();
    classifier.score('la '.repeat(400_000));
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });
});

describe('the file of a classifier', () => {
  it('comes back as it was', () => {
    expect(unpackClassifier(packClassifier(MODEL))).toEqual(MODEL);
  });

  it('can lie at any address', () => {
    const bytes = packClassifier(MODEL);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(unpackClassifier(shifted.subarray(3))).toEqual(MODEL);
  });

  it('is refused where any part of it is damaged, cut or too long', () => {
    const bytes = packClassifier({ heads: [headFor('s2', 'quibnark', 6)] });
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x41;
      expect(() => unpackClassifier(damaged)).toThrow(expect.objectContaining({ code: 'CLASSIFIER_INVALID' }));
      expect(() => unpackClassifier(bytes.subarray(0, at))).toThrow(
        expect.objectContaining({ code: 'CLASSIFIER_INVALID' }),
      );
    }
    const longer = new Uint8Array(bytes.length + 1);
    longer.set(bytes);
    expect(() => unpackClassifier(longer)).toThrow(/CLASSIFIER_INVALID|checksum/);
  });

  it.each([
    ['a name that is none', { name: 'No Name' }],
    ['one knot', { knots: LINE.slice(1) }],
    ['knots that fall', { knots: [...LINE].reverse() }],
    ['a scale that is no number', { scale: Number.NaN }],
  ])('is refused with %s', (_, wrong) => {
    const bytes = packClassifier({ heads: [{ ...headFor('s2', 'quibnark', 6), ...wrong }] });
    expect(() => unpackClassifier(bytes)).toThrow(expect.objectContaining({ code: 'CLASSIFIER_INVALID' }));
  });

  it('holds at most a megabyte and a half', () => {
    const head = headFor('s2', 'quibnark', 18);
    const heads = Array.from({ length: 6 }, () => head);
    expect(() => packClassifier({ heads })).toThrow(expect.objectContaining({ code: 'CLASSIFIER_INVALID' }));
    expect(() => unpackClassifier(new Uint8Array(CLASSIFIER_BYTES_MAX + 1))).toThrow(/more than/);
  });
});
