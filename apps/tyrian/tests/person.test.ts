import { describe } from 'vitest';
import { personSuite } from './_person-suite.js';

describe('tyrian person on PGlite', () => personSuite(async () => []));
