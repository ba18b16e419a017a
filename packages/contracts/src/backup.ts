import { z } from 'zod';
import { ChainHead, Checkpoint } from './record.js';

/** The first entry of a backup: what it is a copy of. */
export const BackupHeader = z.object({
  schemaVersion: z.literal(1),
  /** Milliseconds since 1970. */
  madeAt: z.number().int(),
  /** The migrations that the database had been through. */
  migrations: z.array(z.string()).min(1),
  /** Whether sealed evidence is in it. */
  hasVault: z.boolean(),
  hasKeys: z.boolean(),
  heads: z.array(ChainHead),
  checkpoint: Checkpoint.nullable(),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

/** The last entry: a backup without it is cut short. */
export const BackupManifest = z.object({
  entries: z.array(z.object({ name: z.string(), rows: z.number().int(), bytes: z.number().int(), sha256: z.string() })),
});
export type BackupManifest = z.infer<typeof BackupManifest>;
