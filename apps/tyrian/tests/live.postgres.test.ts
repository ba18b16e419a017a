import { afterAll } from 'vitest';
import { temporaryDatabase } from './_database.js';
import { liveSuite } from './_live-suite.js';

let made: ReturnType<typeof temporaryDatabase> | undefined;

liveSuite('changes with two servers on one PostgreSQL', 2, async () => {
  made ??= temporaryDatabase();
  return ['--database', (await made).url];
});

afterAll(async () => (await made)?.drop());
