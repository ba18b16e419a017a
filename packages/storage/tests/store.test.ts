import { afterAll, describe } from 'vitest';
import { auditSuite } from './audit-suite.js';
import { type Engine, embeddedEngine } from './harness.js';
import { migrationSuite } from './migration-suite.js';
import { storeSuite } from './store-suite.js';

describe('on PGlite', () => {
  let opened: Promise<Engine> | undefined;
  const open = () => {
    opened ??= embeddedEngine();
    return opened;
  };
  afterAll(async () => (await opened)?.close());

  describe('a store', () => storeSuite(open));
  describe('an audit', () => auditSuite(open));
  describe('migrations', () => migrationSuite(open));
});
