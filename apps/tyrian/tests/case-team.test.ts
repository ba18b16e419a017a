import { describe } from 'vitest';
import { caseTeamSuite } from './_case-team-suite.js';

describe('on PGlite', () => caseTeamSuite(async () => ({ kind: 'embedded-memory' }), 1));
