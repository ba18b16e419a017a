import { errorCatalogue, errors, TyrianError } from '@tyrian/contracts';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exitCodeOf, exitCodeOfFault } from './exit-code.js';
import { printFault, printJson, table } from './print.js';

afterEach(() => vi.restoreAllMocks());

function capture(stream: 'stdout' | 'stderr'): () => string {
  let written = '';
  vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
  return () => written;
}

describe('the exit code', () => {
  it('tells a script what was decided', () => {
    expect([exitCodeOf('allow'), exitCodeOf('repair'), exitCodeOf('refuse'), exitCodeOf('hold')]).toEqual([0, 0, 3, 4]);
  });

  it('is 2 where the caller could have done otherwise, else 1', () => {
    for (const definition of errorCatalogue())
      expect(exitCodeOfFault(new TyrianError(definition, []))).toBe(definition.status < 500 ? 2 : 1);
    for (const fault of [new Error('x'), 'x', undefined]) expect(exitCodeOfFault(fault)).toBe(1);
  });
});

describe('a fault', () => {
  it('is one line with its code, for people and for programs', () => {
    const written = capture('stderr');
    printFault(errors.NOT_FOUND(['case cas_1']), false);
    expect(written()).toBe('tyrian: There is no case cas_1 [NOT_FOUND]\n');
    printFault(errors.NOT_FOUND(['case "1"\nx']), true);
    const [, line = ''] = /\n(.*)\n$/.exec(written()) ?? [];
    expect(JSON.parse(line)).toEqual({ error: { code: 'NOT_FOUND', message: 'There is no case "1"\nx' } });
  });

  it('that nobody foresaw says where it came from', () => {
    const written = capture('stderr');
    printFault(new RangeError('off by one'), false);
    expect(written()).toMatch(/off by one[\s\S]*terminal\.test[\s\S]*\[INTERNAL\]/);
  });

  it('may be no error at all', () => {
    const written = capture('stderr');
    printFault('just words', true);
    expect(JSON.parse(written())).toEqual({ error: { code: 'INTERNAL', message: 'just words' } });
  });
});

describe('JSON on standard output', () => {
  it('is one line where no person reads it', async () => {
    const written = capture('stdout');
    await printJson({ a: [1, { b: 'ü\n' }] });
    expect(written()).toBe('{"a":[1,{"b":"ü\\n"}]}\n');
  });

  it('waits while its reader is slower than we are', async () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(false);
    let isDone = false;
    const printed = printJson({}).then(() => {
      isDone = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isDone).toBe(false);
    process.stdout.emit('drain');
    await printed;
  });
});

describe('a table', () => {
  it('stands in columns, two spaces apart, with nothing behind the last', () => {
    const rows = [
      ['id', 'state', 'name'],
      ['cas_1', 'open', 'a long name'],
      ['c', 'released', ''],
    ];
    expect(table(rows).split('\n')).toEqual([
      'id     state     name',
      'cas_1  open      a long name',
      'c      released',
    ]);
  });

  it('is empty where there is nothing to show', () => {
    expect(table([])).toBe('');
  });

  it('keeps every cell where its column begins', () => {
    const cell = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const lines = table(rows).split('\n');
        expect(lines.map((line) => line.split(/ {2,}/))).toEqual(rows);
        const starts = lines.map((line) => [...line.matchAll(/ {2}(?=\S)/g)].map(({ index }) => index + 2));
        for (const of of starts) expect(of).toEqual(starts[0]);
      }),
    );
  });
});
