import { afterAll, describe } from 'vitest';
import { activationSuite } from './activation-suite.js';
import { auditSuite } from './audit-suite.js';
import { belongingsSuite } from './belongings-suite.js';
import { casesSuite } from './cases-suite.js';
import { conductSuite } from './conduct-suite.js';
import { deliverySuite } from './delivery-suite.js';
import { feedbackSuite } from './feedback-suite.js';
import { type Engine, embeddedEngine } from './harness.js';
import { keySuite } from './key-suite.js';
import { machinesSuite } from './machines-suite.js';
import { memberSuite } from './member-suite.js';
import { migrationSuite } from './migration-suite.js';
import { noticeSuite } from './notice-suite.js';
import { privacySpareSuite } from './privacy-spare-suite.js';
import { privacySuite } from './privacy-suite.js';
import { storeSuite } from './store-suite.js';
import { trafficSuite } from './traffic-suite.js';

describe('on PGlite', () => {
  let opened: Promise<Engine> | undefined;
  const open = () => {
    opened ??= embeddedEngine();
    return opened;
  };
  afterAll(async () => (await opened)?.close());

  describe('a store', () => storeSuite(open));
  describe('an audit', () => auditSuite(open));
  describe('what is in force', () => activationSuite(open, false));
  describe('feedback', () => feedbackSuite(open, false));
  belongingsSuite(open);
  trafficSuite(open);
  describe('many machines', () => machinesSuite(open, false));
  describe('conduct', () => conductSuite(open, false));
  describe('cases of a team', () => casesSuite(open));
  describe('bound keys', () => keySuite(open));
  describe('members', () => memberSuite(open));
  describe('what is told outside', () => deliverySuite(open, false));
  describe('notices from outside', () => noticeSuite(open));
  describe('privacy', () => privacySuite(open));
  describe('what erasure and expiry spare', () => privacySpareSuite(open));
  describe('migrations', () => migrationSuite(open));
});
