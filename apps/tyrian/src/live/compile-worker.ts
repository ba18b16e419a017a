import { parentPort, workerData } from 'node:worker_threads';
import { TyrianError } from '@tyrian/contracts';
import { compileTask } from './compile-task.js';

/** A thread that compiles one thing and ends. */
try {
  parentPort?.postMessage({ bytes: compileTask(workerData) });
} catch (fault) {
  if (!(fault instanceof TyrianError)) throw fault;
  const { code, message, status } = fault;
  parentPort?.postMessage({ error: { code, message, status } });
}
