import { afterEach, beforeEach, expect } from 'vitest';
import { BEHAVE, type Behaviour, type HostileModel, OPTIONS, startHostile } from './_hostile-model.js';
import { ask, chunk, completion, post } from './_server.js';

export const CHAT = '/v1/chat/completions';
/** An answer that the guard refuses, so that it is seen where it leaves unread. */
export const GOOD = JSON.stringify(completion('about zorblax'));
export const EVENT = `data: ${JSON.stringify(chunk(0, { content: 'half of it' }))}\n\n`;
const MIB = 1024 * 1024;

/** What a model server does, and what the client is told. */
export type Case = readonly [what: string, behave: Behaviour, code: string, status?: number];

/** With the status that a fault of the model server has unless a case says another. */
export function told(cases: readonly Case[]): (readonly [string, Behaviour, string, number])[] {
  return cases.map(([what, behave, code, status = 502]) => [what, behave, code, status]);
}

/** Starts hostile model servers for a file of tests, and sees that no fault of theirs is left unhandled. */
export function useHostile(): (
  behave: Behaviour,
  options?: Parameters<typeof startHostile>[1],
) => Promise<HostileModel> {
  const unhandled: unknown[] = [];
  const note = (cause: unknown) => void unhandled.push(cause);
  let open: HostileModel[] = [];
  beforeEach(() => {
    process.on('unhandledRejection', note).on('uncaughtException', note);
  });
  afterEach(async () => {
    await Promise.all(open.map((one) => one.close()));
    open = [];
    process.off('unhandledRejection', note).off('uncaughtException', note);
    expect(unhandled.splice(0)).toEqual([]);
  });
  return async (behave, options = OPTIONS) => {
    const model = await startHostile(behave, options);
    open.push(model);
    return model;
  };
}

/** Asks once, whole or streamed: in bounded time and memory, and the next request is served. */
export async function askOnce({ server }: HostileModel, isStreamed: boolean) {
  const before = used();
  const started = performance.now();
  const answer = await post(server, CHAT, ask('hello', { stream: isStreamed }));
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(used() - before).toBeLessThan(150 * MIB);
  const next = await post(server, CHAT, ask(BEHAVE));
  expect(next.json().choices[0].message.content).toBe('fine');
  return answer;
}

/** Bytes of this thread alone: other test files run in others of the same process. */
function used(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
