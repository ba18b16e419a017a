/** What a key is for. One key is never used for two purposes. */
export const KEY_PURPOSES = ['pseudonym', 'content', 'vault', 'checkpoint', 'canary', 'session'] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

/** The order of canaries never changes: an account that was in one stays in it. */
export const ROTATED_PURPOSES = KEY_PURPOSES.filter(
  (purpose): purpose is Exclude<KeyPurpose, 'canary'> => purpose !== 'canary',
);

/** A secret of 32 bytes; for `checkpoint` the seed of an Ed25519 key. */
export interface Key {
  /** `purpose-number`, e.g. `vault-2`; stands in everything the key was used for. */
  readonly id: string;
  readonly purpose: KeyPurpose;
  readonly createdAt: number;
  readonly secret: Uint8Array;
}

/** Where keys are kept: files with mode 0600, or a secret store. Old keys stay readable after a rotation. */
export interface Keys {
  current(purpose: KeyPurpose): Key;
  /** Throws KEY_UNKNOWN. */
  byId(id: string): Key;
  rotate(purpose: KeyPurpose): Promise<Key>;
}
