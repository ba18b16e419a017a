import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BenignLine } from '@tyrian/guard';
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
const EVERY = 9;
/** Which way round the words stand is guessed there, so that a phrase of many words may be missed: most that may be stopped. */
const GUESSED: Readonly<Record<string, number>> = { reversed: 2, 'words reversed': 2, 'spelled in tags': 2 };

describe('benign text in disguise', async () => {
  const guard = await createGuard({ policy: 'open-chat', audience: 'teen' });
  const isStopped = async (text: string) => ['refuse', 'hold'].includes((await guard.check(text)).decision);
  const lines: BenignLine[] = [];
  for (const line of readLines(`${corpus}en.tsv`).filter((_, at) => at % EVERY === 0))
    if (!(await isStopped(line.text))) lines.push(line);
  const stopped = async (write: (line: BenignLine) => string) => {
    const texts: string[] = [];
    for (const line of lines) if (await isStopped(write(line))) texts.push(line.text);
    return texts;
  };

  it.each(Object.entries(DISGUISES_OF_TEXTS))('is let through in %s', async (name, encode) => {
    const texts = await stopped(({ text }) => encode(text));
    expect(texts.length, texts.join('\n')).toBeLessThanOrEqual(GUESSED[name] ?? 0);
  });

  it.each(Object.entries(DISGUISES_OF_WORDS))('is let through with its word written %s', async (name, encode) => {
    const texts = await stopped(({ text, term }) => (term ? text.replace(term, encode(term)) : text));
    expect(texts.length, texts.join('\n')).toBeLessThanOrEqual(GUESSED[name] ?? 0);
  });
});
