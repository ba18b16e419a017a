import { afterAll } from 'vitest';
import { temporaryDatabase } from './_database.js';
import { feedbackSuite } from './_feedback-suite.js';

let drop: (() => Promise<void>) | undefined;

feedbackSuite('feedback on PostgreSQL', async () => {
  const database = await temporaryDatabase();
  drop = database.drop;
  return ['--database', database.url];
});

afterAll(() => drop?.());
