import { afterAll } from 'vitest';
import { clientsSuite } from './_clients-suite.js';
import { temporaryDatabase } from './_database.js';

let drop: (() => Promise<void>) | undefined;

clientsSuite('clients on PostgreSQL', async () => {
  const database = await temporaryDatabase();
  drop = database.drop;
  return ['--database', database.url];
});

afterAll(() => drop?.());
