import { describe, expect, it } from 'vitest';
import { findGuardModels } from '../src/discovery/find-guard-models.js';
import { faultOf, never, standInOf } from './_harness.js';

const portOf = (url: string) => Number(new URL(url).port);

describe('findGuardModels', () => {
  it('finds a guard model on Ollama, and on a server of /v1/models', async () => {
    const [ollama, other] = [
      await standInOf({ family: 'llama-guard-3', model: 'llama-guard3:8b' }),
      await standInOf({ family: 'qwen3guard-gen', model: 'Qwen/Qwen3Guard-Gen-4B', listsAs: 'openai' }),
    ];
    const ports = [portOf(ollama.url), portOf(other.url)];
    expect(await findGuardModels({ ports, answerMs: 10_000, signal: never })).toEqual([
      { url: ollama.url, server: 'ollama', model: 'llama-guard3:8b', family: 'llama-guard-3' },
      { url: other.url, server: 'openai-compatible', model: 'Qwen/Qwen3Guard-Gen-4B', family: 'qwen3guard-gen' },
    ]);
  });

  it('says how a classifier is asked, and leaves out what Ollama cannot be asked for', async () => {
    const options = [
      { family: 'prompt-guard-2', model: 'meta-llama/Llama-Prompt-Guard-2-86M', listsAs: 'openai' },
      { family: 'granite-guardian-3.3', model: 'granite3.3-guardian:8b' },
    ] as const;
    const standIns = await Promise.all(options.map((one) => standInOf(one)));
    const found = await findGuardModels({
      ports: standIns.map(({ url }) => portOf(url)),
      answerMs: 10_000,
      signal: never,
    });
    expect(found).toEqual([expect.objectContaining({ server: 'vllm-classify', family: 'prompt-guard-2' })]);
  });

  it.each(['hang', 'garbage', 'redirect', '500', 'huge', 'reset', 'wrong-json'] as const)(
    'passes over a server that answers with %s',
    async (misbehave) => {
      const standIn = await standInOf({ family: 'llama-guard-3', misbehave });
      const started = performance.now();
      expect(await findGuardModels({ ports: [portOf(standIn.url)], signal: never })).toEqual([]);
      expect(performance.now() - started).toBeLessThan(3_000);
    },
  );

  it('passes over models that guard nothing, ports where nothing listens, and hosts that are none', async () => {
    const chat = await standInOf({ model: 'llama3:8b' });
    const gone = await standInOf();
    await gone.close();
    const ports = [portOf(chat.url), portOf(gone.url)];
    expect(await findGuardModels({ ports, signal: never })).toEqual([]);
    expect(await findGuardModels({ hosts: ['not a host'], ports, signal: never })).toEqual([]);
  });

  it('ends with whoever asked', async () => {
    const standIn = await standInOf({ misbehave: 'hang' });
    const caller = new AbortController();
    const looked = faultOf(findGuardModels({ ports: [portOf(standIn.url)], signal: caller.signal }));
    setTimeout(() => caller.abort(new RangeError('gone')), 10);
    expect((await looked).message).toBe('gone');
  });
});
