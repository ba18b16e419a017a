import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TyrianError } from '@tyrian/contracts';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Config, parseConfig } from './config.js';
import { loadConfig } from './load.js';

const folder = mkdtempSync(join(tmpdir(), 'tyrian-config-'));
const file = join(folder, 'tyrian.yaml');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SETTINGS = Object.keys(Config.shape);
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    'off',
    'embedded',
    'postgres://x',
    'http://x/v1',
    'ftp://x',
    '10.0.0.0/8',
    ['::1'],
    -1,
    1e308,
    [[]],
  ),
);
const settings = fc.dictionary(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...SETTINGS) }, fc.string()), value, {
  maxKeys: 4,
});

/** The configuration, or the only error that may come in its place. */
function outcomeOf(text: string): Config | TyrianError {
  writeFileSync(file, text);
  try {
    return loadConfig({ config: file }, {}).config;
  } catch (fault) {
    if (!(fault instanceof TyrianError) || fault.code !== 'CONFIG_INVALID') throw fault;
    return fault;
  }
}

describe('a configuration file', () => {
  it('of any bytes is read, or said to be invalid in few words', () => {
    const piece = fc.constantFrom(
      'a',
      'port',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '*b',
      '!!set ',
      '!x ',
      '"',
      '|\n',
      '? ',
      '---\n',
      '%YAML 1.1\n',
      '<<: *a',
      '\u0000',
      '\t',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary' }),
      fc.nat({ max: 3_000 }).map((depth) => '['.repeat(depth)),
      fc.nat({ max: 200 }).map((count) => Array.from({ length: count }, (_, at) => `k${at}: 1`).join('\n')),
    );
    fc.assert(
      fc.property(text, (one) => {
        const outcome = outcomeOf(one);
        if (outcome instanceof TyrianError) expect(outcome.message.length).toBeLessThan(5_000);
        else expect(Object.isFrozen(outcome)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('names each setting that is wrong', () => {
    fc.assert(
      fc.property(settings, (given) => {
        const outcome = outcomeOf(JSON.stringify(given));
        if (!(outcome instanceof TyrianError)) {
          expect(parseConfig(outcome)).toEqual(outcome);
          return;
        }
        expect(
          Object.keys(given).some(
            (name) => outcome.message.includes(name) || outcome.message.includes(JSON.stringify(name).slice(1, -1)),
          ),
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
