import type { InferenceSession } from 'onnxruntime-node';
import { ClassifierError, invalid } from '../classifier-error.js';
import type { ModelSession, TokenBatch } from './model-session.js';

type Runtime = typeof import('onnxruntime-node');

const OUTPUT = 'logits';
const DETAIL_CHARACTERS = 200;

/** A model in onnxruntime, on the processor. `run` blocks the thread that it is called in. */
export async function openOnnxruntimeSession(
  modelPath: string,
  { threads }: { readonly threads: number },
): Promise<ModelSession> {
  const runtime = await loadRuntime();
  const session = await load(runtime, modelPath, threads);
  const strange = session.inputNames.filter((name) => !Object.hasOwn(INPUTS, name));
  if (strange.length > 0) throw invalid(`its model wants ${strange.join(', ')}, which no text classifier does`);
  if (!session.outputNames.includes(OUTPUT)) throw invalid(`its model has no output ${OUTPUT}`);

  return {
    async run(batch) {
      const feeds = Object.fromEntries(
        session.inputNames.map((name) => {
          const data = INPUTS[name]?.(batch) ?? batch.mask;
          return [name, new runtime.Tensor('int64', data, [batch.rows, batch.width])];
        }),
      );
      const logits = await ran(session, feeds);
      if (!(logits?.data instanceof Float32Array))
        throw new ClassifierError('broken', `its ${OUTPUT} are ${logits?.type ?? 'missing'}, not float32`);
      return logits.data;
    },
    close: () => session.release(),
  };
}

const INPUTS: Readonly<Record<string, (batch: TokenBatch) => BigInt64Array>> = {
  input_ids: ({ ids }) => ids,
  attention_mask: ({ mask }) => mask,
  token_type_ids: ({ ids }) => new BigInt64Array(ids.length),
};

async function loadRuntime(): Promise<Runtime> {
  try {
    return await import('onnxruntime-node');
  } catch (cause) {
    throw invalid(
      'onnxruntime-node is not installed beside tyrian, or does not run on this machine: ' +
        '"npm install onnxruntime-node --ignore-scripts" puts it there (288 MB)',
      { cause },
    );
  }
}

async function load(runtime: Runtime, path: string, threads: number): Promise<InferenceSession> {
  try {
    return await runtime.InferenceSession.create(path, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      executionProviders: ['cpu'],
    });
  } catch (cause) {
    throw invalid(`onnxruntime does not load its model: ${messageOf(cause)}`, { cause });
  }
}

async function ran(session: InferenceSession, feeds: Parameters<InferenceSession['run']>[0]) {
  try {
    return (await session.run(feeds))[OUTPUT];
  } catch (cause) {
    throw new ClassifierError('broken', `onnxruntime fails at it: ${messageOf(cause)}`, { cause });
  }
}

/** Speaks of shapes and numbers of tokens, never of a text. */
function messageOf(fault: unknown): string {
  const message = fault instanceof Error ? fault.message : String(fault);
  return message.replaceAll('\n', ' ').slice(0, DETAIL_CHARACTERS);
}
