import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lexicon } from '../src/detectors/lexicon.js';
import { links } from '../src/detectors/links/links.js';
import { personalData } from '../src/detectors/personal-data/personal-data.js';
import { secrets } from '../src/detectors/secrets/secrets.js';
import { createHoldBack } from '../src/streaming/hold-back.js';
import { extentsOf, leaksOf } from './promise-a.js';
import { shipped } from './reading.js';

const words = lexicon(shipped('all'), { thisYear: () => 2026 });
const { heldFrom } = createHoldBack([words, personalData, secrets, links]);

/** Harmless lines, as many as make a few paragraphs. */
function prose(file: string): string {
  const text = readFileSync(new URL(`../../../apps/trainer/corpus/${file}`, import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.join('\n').slice(0, 1_600);
}

describe('of harmless prose', () => {
  it.each([
    ['en/assistant-answers.txt', 16, 90],
    ['en/documents-and-mail.txt', 16, 90],
    // Requests, most of which begin with what many rules wait for the rest of.
    ['de/support.txt', 20, 90],
    ['hi/support.txt', 12, 60],
    ['ar/support.txt', 12, 60],
    ['zh/how-to.txt', 12, 60],
    ['ja/support.txt', 12, 60],
  ])('a word or two wait on average: %s', (file, mean, most) => {
    const text = prose(file);
    const waiting: number[] = [];
    for (let cut = 1; cut <= text.length; cut += 5) {
      const sofar = text.slice(0, cut);
      waiting.push(
        cut - heldFrom({ modality: 'text', place: 'text', role: 'assistant', stage: 'output', text: sofar }),
      );
    }
    waiting.sort((a, b) => a - b);
    expect(waiting.reduce((sum, one) => sum + one, 0) / waiting.length).toBeLessThanOrEqual(mean);
    expect(waiting[Math.floor(waiting.length * 0.99)]).toBeLessThanOrEqual(most);
  });
});

describe('with all shipped words', () => {
  it.each([
    'My sister is nine years old and likes to read about the sea.',
    'Sie ist neun Jahre alt und liest gern über das Meer.',
    'Ella tiene nueve años y le gusta leer sobre el mar.',
    'Elle a neuf ans et elle aime lire des livres sur la mer.',
    '彼女は九歳で、海の本を読むのが好きです。',
    'الفتاة عمرها تسع سنوات وتحب القراءة عن البحر.',
    'वह लड़की नौ साल की है और उसे समुद्र के बारे में पढ़ना पसंद है।',
  ])('nothing leaves before it is whole: %s', (text) => {
    expect(extentsOf([words], text), 'nothing is found').not.toEqual([]);
    expect(leaksOf([words], text)).toEqual([]);
  });
});
