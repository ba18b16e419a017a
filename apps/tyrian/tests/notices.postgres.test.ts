import { afterAll, beforeAll, describe } from 'vitest';
import { temporaryDatabase } from './_database.js';
import { noticeSuite } from './_notice-suite.js';

let database: Awaited<ReturnType<typeof temporaryDatabase>>;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.drop());

describe('notices and appeals on PostgreSQL', () => noticeSuite(() => ['--database', database.url]));
