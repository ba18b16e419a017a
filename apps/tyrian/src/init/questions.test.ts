import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { choice, silentInterview, terminalInterview } from './questions.js';

const colour = choice('Which colour?', ['red', 'blue'], 'blue');

describe('an interview', () => {
  it('takes lines that were typed ahead, asks again for what it cannot use, and the default for an empty line', async () => {
    const interview = terminalInterview(Readable.from(['RED\ngreen\nblue\n\n']));
    expect(await interview.ask(colour)).toBe('red');
    expect(await interview.ask(colour)).toBe('blue');
    expect(await interview.ask(colour)).toBe('blue');
    interview.close();
  });

  it('says what to do when nobody answers any more', async () => {
    const interview = terminalInterview(Readable.from(['red\n']));
    await interview.ask(colour);
    await expect(interview.ask(colour)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('takes the defaults silently, and refuses a default that is none', async () => {
    expect(await silentInterview().ask(colour)).toBe('blue');
    await expect(silentInterview().ask({ ...colour, fallback: 'green' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});
