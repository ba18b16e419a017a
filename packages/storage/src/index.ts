export { verifyCheckpointSignature } from './audit/checkpoint-signature.js';
export { CHAIN_START, entryHash, type HashedFields, payloadCommitment } from './chain/entry-hash.js';
export { type DataFolderLock, type LockOwner, lockDataFolder, readLock } from './data-folder/lock.js';
export { openKeys } from './keys/key-files.js';
export { memoryKeys } from './keys/memory-keys.js';
export { type DatabaseOptions, openStore, type StoreOptions } from './open-store.js';
export { writeSnapshot } from './write-snapshot.js';
