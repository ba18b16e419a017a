import { afterAll } from 'vitest';
import { chatSuite } from './_chat-suite.js';
import { temporaryDatabase } from './_database.js';

let drop: (() => Promise<void>) | undefined;

chatSuite('chat on PostgreSQL', async () => {
  const database = await temporaryDatabase();
  drop = database.drop;
  return ['--database', database.url];
});

afterAll(() => drop?.());
