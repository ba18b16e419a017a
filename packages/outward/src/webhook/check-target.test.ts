import { describe, expect, it } from 'vitest';
import { checkTarget } from './check-target.js';

describe('a target', () => {
  it.each(['https://receiver.example/tyrian', 'https://1.1.1.1:8443/', 'https://[2606:4700::1111]/'])(
    '%s may be',
    (url) => {
      expect(checkTarget(url, false).href).toBe(url);
    },
  );

  it.each([
    'http://receiver.example/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
  ])('%s may be only where that is allowed', (url) => {
    expect(() => checkTarget(url, false)).toThrow(/allowPrivate/);
    expect(() => checkTarget(url, true)).not.toThrow();
  });

  it('has no name and no password', () => {
    for (const allowed of [true, false])
      expect(() => checkTarget('https://ana:secret@receiver.example/', allowed)).toThrow(/password/);
  });
});
