import { afterAll } from 'vitest';
import { temporaryDatabase } from './_database.js';
import { memberSuite } from './_member-suite.js';

let drop: (() => Promise<void>) | undefined;

memberSuite('members on PostgreSQL', async () => {
  const database = await temporaryDatabase();
  drop = database.drop;
  return ['--database', database.url];
});

afterAll(() => drop?.());
