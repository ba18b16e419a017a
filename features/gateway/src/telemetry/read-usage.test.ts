import { describe, expect, it } from 'vitest';
import { readUsage } from './read-usage.js';

describe('what an answer says of its size', () => {
  it.each([
    [
      'openai',
      { choices: [{ finish_reason: 'stop' }], usage: { prompt_tokens: 3, completion_tokens: 4 } },
      [3, 4, 'stop'],
    ],
    ['responses', { status: 'completed', usage: { input_tokens: 3, output_tokens: 4 } }, [3, 4, 'completed']],
    [
      'responses event',
      { response: { status: 'incomplete', usage: { input_tokens: 3, output_tokens: 4 } } },
      [3, 4, 'incomplete'],
    ],
    ['anthropic start', { message: { usage: { input_tokens: 3, output_tokens: 1 } } }, [3, 1, undefined]],
    ['anthropic end', { delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 4 } }, [undefined, 4, 'end_turn']],
    ['ollama', { done_reason: 'length', prompt_eval_count: 3, eval_count: 4 }, [3, 4, 'length']],
  ])('is read from %s', (_api, body, [inputTokens, outputTokens, finish]) => {
    expect(readUsage(body)).toEqual({ inputTokens, outputTokens, finish });
  });

  it('takes numbers and known words only, so that no text comes with it', () => {
    expect(
      readUsage({ usage: { prompt_tokens: 'zorblax', completion_tokens: -1 }, status: 'zorblax' }),
    ).toBeUndefined();
    expect(readUsage({ choices: [{ finish_reason: 'zorblax' }], done_reason: 'zorblax' })).toBeUndefined();
    expect(readUsage({ choices: [null, 'stop'], usage: null, message: 'zorblax' })).toBeUndefined();
  });
});
