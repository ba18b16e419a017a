import { describe, expect, it } from 'vitest';
import { TrainingManifest } from './training-manifest.js';

const manifest = {
  version: '1.0.0',
  inputs: [{ file: 'train.jsonl.gz', sha256: 'a'.repeat(64), rows: 2 }],
  trainedOn: { algorithm: 'sha256-64 of normalised text', hashes: 'AAECAwQFBgc=' },
};

describe('the manifest of a training', () => {
  it('is read, and what else its trainer wrote is left aside', () => {
    expect(TrainingManifest.parse({ ...manifest, settings: { seed: 1 } })).toEqual(manifest);
  });

  it.each([
    ['another algorithm', { trainedOn: { algorithm: 'md5', hashes: '' } }],
    ['hashes that are no base64', { trainedOn: { ...manifest.trainedOn, hashes: 'not base64' } }],
    ['a hash of a file that is none', { inputs: [{ file: 'a', sha256: 'zz', rows: 1 }] }],
    ['no version', { version: '' }],
  ])('is refused with %s', (_, part) => {
    expect(TrainingManifest.safeParse({ ...manifest, ...part }).success).toBe(false);
  });
});
