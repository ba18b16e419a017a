import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { socketPath } from './socket-path.js';

const name = fc.stringMatching(/^[a-zé日]{1,40}$/);
const dataFolder = fc.array(name, { minLength: 1, maxLength: 6 }).map((names) => `/${names.join('/')}`);

describe('socketPath', () => {
  it('lies in the data folder where that is short enough', () => {
    expect(socketPath('/srv/tyrian-data')).toBe('/srv/tyrian-data/operator.sock');
  });

  it('is short enough for every system, however deep the folder and whatever its letters', () => {
    fc.assert(
      fc.property(dataFolder, (folder) => {
        const path = socketPath(folder);
        expect(Buffer.byteLength(path)).toBeLessThan(104);
        expect([join(folder, 'operator.sock'), tmpdir()].some((start) => path.startsWith(start))).toBe(true);
      }),
    );
  });

  it('counts bytes, not letters', () => {
    const letters = 'é'.repeat(60);
    expect(socketPath(`/${letters}`)).not.toContain(letters);
    expect(socketPath(`/${'e'.repeat(60)}`)).toContain('operator.sock');
  });

  it('is the same for the server and the command line, from wherever they name the folder', () => {
    for (const folder of ['/srv/data', `/${'deep/'.repeat(30)}data`]) {
      expect(socketPath(relative(process.cwd(), folder))).toBe(socketPath(folder));
      expect(socketPath(`${folder}/`)).toBe(socketPath(folder));
    }
  });

  it('is another for every folder', () => {
    const deep = (end: string) => `/${'deep/'.repeat(30)}${end}`;
    expect(socketPath(deep('a'))).not.toBe(socketPath(deep('b')));
    fc.assert(fc.property(dataFolder, dataFolder, (a, b) => a === b || socketPath(a) !== socketPath(b)));
  });
});
