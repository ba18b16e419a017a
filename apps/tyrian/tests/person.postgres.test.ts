import { afterAll, describe } from 'vitest';
import { temporaryDatabase } from './_database.js';
import { personSuite } from './_person-suite.js';

describe('tyrian person on PostgreSQL', () => {
  let drop: (() => Promise<void>) | undefined;
  afterAll(async () => drop?.());
  personSuite(async () => {
    const database = await temporaryDatabase();
    drop = database.drop;
    return ['--database', database.url];
  });
});
