import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from './load.js';

function fileWith(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'tyrian-config-')), 'tyrian.yaml');
  writeFileSync(file, text);
  return file;
}

describe('loadConfig', () => {
  it('has defaults for everything', () => {
    expect(loadConfig({}, {}).config).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      data: 'tyrian-data',
      database: 'embedded',
      policy: 'open-chat',
      audience: 'unknown',
    });
  });

  it('takes flags over the environment over the file', () => {
    const config = fileWith('port: 1001\nhost: a\npolicy: children\n');
    const env = { TYRIAN_PORT: '1002', TYRIAN_HOST: 'b', TYRIAN_UPSTREAM_KEY: 'secret' };
    const loaded = loadConfig({ config, port: 1003 }, env);
    expect(loaded.config).toMatchObject({ port: 1003, host: 'b', policy: 'children' });
    expect(loaded.file).toBe(config);
    expect(JSON.stringify(loaded.config)).not.toContain('secret');
    expect(loaded.secrets.upstreamKey).toBe('secret');
  });

  it.each([
    ['port: 99999', /port/],
    ['colour: red', /colour/],
    ['database: mysql://x', /embedded/],
    ['upstream: ftp://x', /upstream/],
    ['country: germany', /country/],
    ['- a list', /settings by name/],
    ['a: [', /tyrian\.yaml/],
  ])('says what is wrong with %j', (text, message) => {
    expect(() => loadConfig({ config: fileWith(text) }, {})).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.stringMatching(message) }),
    );
  });

  it('says when a file that was named is not there', () => {
    expect(() => loadConfig({ config: '/nowhere/tyrian.yaml' }, {})).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID' }),
    );
  });
});
