import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DISGUISES_OF_TEXTS, DISGUISES_OF_WORDS } from '../../../packages/text/tests/disguise-writers.js';
import { createGuard } from '../src/library/create-guard.js';
import { measureFairness, readLines } from '../src/policy/fairness.js';

const corpus = fileURLToPath(new URL('../../../packages/guard/tests/benign/', import.meta.url));
const files = readdirSync(corpus).map((name) => `${corpus}${name}`);

describe('benign text', () => {
  it('is of many languages, and enough of it to tell', async () => {
    const { all, languages } = await measureFairness('open-chat', files, 'adult');
    expect(all.lines).toBeGreaterThanOrEqual(5_000);
    expect(languages.length).toBeGreaterThanOrEqual(12);
  });

  it.each([
    ['open-chat', 'teen'],
    ['open-chat', 'adult'],
    ['image-network', 'adult'],
    ['workplace', 'adult'],
  ] as const)('is hardly ever stopped or repaired by %s for a reader who is %s', async (policy, audience) => {
    const { all, languages } = await measureFairness(policy, files, audience);
    expect(all.rate.share).toBeLessThanOrEqual(0.003);
    expect(all.repaired / all.lines).toBeLessThanOrEqual(0.02);
    // No language pays for the others.
    for (const { name, rate } of languages) expect(rate.share, name).toBeLessThanOrEqual(0.01);
  });
});

/** Every so many lines: enough to meet each kind of word, few enough for a test. */
const EVERY = 1;

describe('benign text in disguise', async () => {
  const guard = await createGuard({ policy: 'open-chat', audience: 'teen' });
  const lines = readLines(`${corpus}en.tsv`).filter((_, at) => at % EVERY === 0);
  const stopped = async (write: (line: (typeof lines)[number]) => string) => {
    const texts: string[] = [];
    for (const line of lines) {
      const { decision } = await guard.check(write(line));
      if (decision === 'refuse' || decision === 'hold') texts.push(line.text);
    }
    return texts;
  };

  it.each(Object.entries(DISGUISES_OF_TEXTS))('is let through in %s', async (_, encode) => {
    expect(await stopped(({ text }) => encode(text))).toEqual([]);
  });

  it.each(Object.entries(DISGUISES_OF_WORDS))('is let through with its word written %s', async (_, encode) => {
    expect(await stopped(({ text, term }) => (term ? text.replace(term, encode(term)) : text))).toEqual([]);
  });
});
