import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Config, parseConfig } from '../config/config.js';
import { type Answers, PLATFORM_KINDS, writeConfig } from './write-config.js';

const answers: Answers = {
  kind: 'chat',
  country: 'DE',
  audience: 'teen',
  adultContent: false,
  upstream: 'http://127.0.0.1:11434/v1',
};

describe('writeConfig', () => {
  it('writes what was answered, in a file that the program takes', () => {
    expect(parseConfig(parse(writeConfig(answers)))).toMatchObject({
      policy: 'open-chat',
      country: 'DE',
      audience: 'teen',
      adultContent: false,
      upstream: answers.upstream,
    });
    expect(parseConfig(parse(writeConfig({ ...answers, kind: 'children' }))).policy).toBe('children');
    expect(parseConfig(parse(writeConfig({ ...answers, kind: 'images' }))).policy).toBe('image-network');
    expect(parseConfig(parse(writeConfig({ ...answers, kind: 'workplace' }))).policy).toBe('workplace');
  });

  it('leaves out what was not answered', () => {
    const config = parseConfig(parse(writeConfig({ ...answers, country: undefined, upstream: undefined })));
    expect([config.country, config.upstream]).toEqual([undefined, undefined]);
  });

  it('explains every setting, for every kind of platform', () => {
    for (const kind of PLATFORM_KINDS) {
      const text = writeConfig({ ...answers, kind });
      for (const setting of Object.keys(Config.shape)) expect(text).toMatch(new RegExp(`^(# )?${setting}:`, 'm'));
    }
  });
});
