import type { Classifier } from '../classifier/classifier.js';
import { ClassifierError } from '../classifier-error.js';
import type { Channel, ThreadCall, ThreadReply } from './protocol.js';

export interface CalledClassifier extends Classifier {
  /** Fails all that waits and all that comes: the other end is gone. */
  end(detail: string): void;
}

interface Waiting {
  readonly resolve: (reply: ThreadReply) => void;
  readonly reject: (fault: ClassifierError) => void;
}

/** A classifier at the other end of a channel. */
export function callClassifier(channel: Channel): CalledClassifier {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let gone: string | undefined;
  channel.on('message', (reply: ThreadReply) => {
    const one = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('fault' in reply) one?.reject(new ClassifierError(reply.fault, reply.detail));
    else one?.resolve(reply);
  });

  function call(what: ThreadCall): Promise<ThreadReply> {
    return new Promise((resolve, reject) => {
      if (gone !== undefined) return reject(new ClassifierError('gone', gone));
      const id = next++;
      waiting.set(id, { resolve, reject });
      channel.postMessage({ ...what, id });
    });
  }

  return {
    async cut(text, most) {
      const reply = await call({ call: 'cut', text, most });
      return 'cut' in reply ? reply.cut : strange();
    },
    async classify(windows) {
      const reply = await call({ call: 'classify', windows });
      return 'shares' in reply ? reply.shares : strange();
    },
    async close() {
      if (gone === undefined) await call({ call: 'close' });
    },
    end(detail) {
      gone ??= detail;
      for (const { reject } of waiting.values()) reject(new ClassifierError('gone', gone));
      waiting.clear();
    },
  };
}

function strange(): never {
  throw new ClassifierError('broken', 'its thread answered something else');
}
