import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Classifier } from '../classifier/classifier.js';
import type { ClassifierFiles } from '../classifier/open-classifier.js';
import { callClassifier } from './call-classifier.js';

/** A classifier in a thread of its own, which keeps the process alive until it is closed. */
export function openInThread(files: ClassifierFiles): Classifier {
  const file = createRequire(import.meta.url).resolve('#onnx-worker');
  const worker = new Worker(file, { workerData: files });
  const classifier = callClassifier(worker);
  worker.once('error', () => classifier.end('its thread failed'));
  worker.once('exit', () => classifier.end('its thread has ended'));
  return {
    ...classifier,
    async close() {
      // One that could not be loaded has nothing to close.
      await classifier.close().catch(() => undefined);
      await worker.terminate();
    },
  };
}
