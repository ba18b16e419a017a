import { readFileSync } from 'node:fs';
import { errors, TrainingManifest } from '@tyrian/contracts';
import { decodeFingerprints, fingerprint, holdsFingerprint } from '@tyrian/text';
import { z } from 'zod';
import { sha256OfFile } from './labelled-file.js';

/** A manifest that the rows are compared with. */
export interface UsedManifest {
  readonly file: string;
  readonly sha256: string;
  /** Of the model that it belongs to. */
  readonly version: string;
  readonly rows: number;
}

/** Tells rows that a model was trained on. */
export interface TrainedRows {
  readonly manifests: readonly UsedManifest[];
  has(text: string): boolean;
}

/** Reads what trainers left (`TrainingManifest`). Throws TRAINING_MANIFEST_INVALID. */
export async function readTrainedRows(files: readonly string[]): Promise<TrainedRows> {
  const read = files.map(readManifest);
  const manifests = await Promise.all(
    read.map(async ({ file, version, fingerprints }) => ({
      file,
      sha256: await sha256OfFile(file),
      version,
      rows: fingerprints.length,
    })),
  );
  return {
    manifests,
    has(text) {
      if (read.length === 0) return false;
      const one = fingerprint(text);
      return read.some(({ fingerprints }) => holdsFingerprint(fingerprints, one));
    },
  };
}

function readManifest(file: string) {
  const invalid = (why: string, cause?: unknown) => errors.TRAINING_MANIFEST_INVALID([file, why], { cause });
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw invalid('it cannot be read as JSON', cause);
  }
  const manifest = TrainingManifest.safeParse(json);
  if (!manifest.success) throw invalid(z.prettifyError(manifest.error));
  try {
    return { file, version: manifest.data.version, fingerprints: decodeFingerprints(manifest.data.trainedOn.hashes) };
  } catch (cause) {
    throw invalid('its hashes are damaged', cause);
  }
}
