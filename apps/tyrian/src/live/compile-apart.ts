import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { TyrianError } from '@tyrian/contracts';
import { z } from 'zod';
import { type CompileTask, compileTask } from './compile-task.js';

const Answer = z.union([
  z.object({ bytes: z.instanceof(Uint8Array) }),
  z.object({ error: z.object({ code: z.string(), message: z.string(), status: z.number() }) }),
]);

/** Less than this is compiled at once: it takes a few milliseconds, less than a thread takes to start. */
const AT_ONCE_CHARACTERS = 1_000;

/** Compiles in a thread of its own, so that requests go on. Throws what the compiler throws. */
export async function compileApart(task: CompileTask): Promise<Uint8Array> {
  if (sizeOf(task) <= AT_ONCE_CHARACTERS) return compileTask(task);
  const file = createRequire(import.meta.url).resolve('#live-compiler');
  const message = await new Promise<unknown>((resolve, reject) => {
    const worker = new Worker(file, { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the compiler ended without an answer')));
  });
  const answer = Answer.parse(message);
  if ('bytes' in answer) return answer.bytes;
  const { code, status, message: said } = answer.error;
  throw new TyrianError({ code, status, template: '%s' }, [said]);
}

function sizeOf(task: CompileTask): number {
  const texts = task.kind === 'lexicons' ? task.sources.map(({ text }) => text) : task.phrases;
  return texts.reduce((sum, text) => sum + text.length, 0);
}
