import { afterAll, describe } from 'vitest';
import { caseTeamSuite } from './_case-team-suite.js';
import { temporaryDatabase } from './_database.js';

describe('on PostgreSQL, by three machines', () => {
  let drop: (() => Promise<void>) | undefined;
  afterAll(() => drop?.());
  caseTeamSuite(async () => {
    const database = await temporaryDatabase();
    drop = database.drop;
    return { kind: 'postgres', url: database.url };
  }, 3);
});
