import { AllowList, lexicon } from '@tyrian/guard';
import { describe, expect, it } from 'vitest';
import { compileApart } from '../src/live/compile-apart.js';
import { compileTask } from '../src/live/compile-task.js';

function lexiconOf(terms: number, more = '') {
  const match = Array.from({ length: terms }, (_, at) => `zorb${at.toString(36)} blax`).join(', ');
  const head = `schemaVersion: 1\nlanguage: en\ntitle: Own\n${more}`;
  return { name: 'own', text: `${head}rules:\n  - { id: own.word, hazard: S2, score: 0.9, match: [${match}] }\n` };
}

describe('compiling apart', () => {
  it.each([3, 3_000])('gives the same lexicon as compiling here, for %i terms', async (terms) => {
    const task = { kind: 'lexicons', sources: [lexiconOf(terms)] } as const;
    const bytes = await compileApart(task);
    expect(Buffer.from(bytes).equals(compileTask(task))).toBe(true);
    expect(lexicon(bytes).rules).toMatchObject([{ id: 'own.word', language: 'en' }]);
  });

  it('lets the event loop go on meanwhile', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    await compileApart({ kind: 'lexicons', sources: [lexiconOf(3_000)] });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
  });

  it.each([3, 3_000])('says what is wrong with a lexicon of %i terms', async (terms) => {
    await expect(
      compileApart({ kind: 'lexicons', sources: [lexiconOf(terms, 'colour: red\n')] }),
    ).rejects.toMatchObject({
      name: 'TyrianError',
      code: 'LEXICON_INVALID',
      status: 400,
      message: expect.stringContaining('own'),
    });
  });

  it('compiles a long allow-list', async () => {
    const phrases = Array.from({ length: 2_000 }, (_, at) => `quux park ${at}`);
    const allowed = new AllowList(await compileApart({ kind: 'allow-list', phrases }));
    expect(allowed.within('in Quux Park 1999 now')([[3, 7]])).toBe(true);
    expect(allowed.within('in Quux Park 2999 now')([[3, 7]])).toBe(false);
  });
});
