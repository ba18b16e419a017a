import type { Classifier } from '../classifier/classifier.js';
import { ClassifierError } from '../classifier-error.js';
import type { Channel, ThreadReply, ThreadRequest } from './protocol.js';

/** Answers what comes through a channel, from a classifier that may still be loading, or could not be loaded. */
export function serveClassifier(channel: Channel, loading: Promise<Classifier>): void {
  // Each request finds it out by itself.
  loading.catch(() => undefined);
  channel.on('message', async (request: ThreadRequest) => {
    try {
      channel.postMessage(await answerTo(request, await loading));
    } catch (fault) {
      const isKnown = fault instanceof ClassifierError;
      channel.postMessage({
        id: request.id,
        fault: isKnown ? fault.fault : 'broken',
        detail: isKnown ? fault.detail : 'its thread failed',
      } satisfies ThreadReply);
    }
  });
}

async function answerTo(request: ThreadRequest, classifier: Classifier): Promise<ThreadReply> {
  const { id } = request;
  switch (request.call) {
    case 'cut':
      return { id, cut: await classifier.cut(request.text, request.most) };
    case 'classify':
      return { id, shares: await classifier.classify(request.windows) };
    case 'close':
      await classifier.close();
      return { id, closed: true };
  }
}
