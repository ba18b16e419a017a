import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelCall } from '../families/family.js';
import type { DialectSettings, ServerDialect } from './dialect.js';
import { serverDialects } from './model-server.js';

const settings: DialectSettings = { model: 'm', logprobs: true, contextTokens: 4_096, labels: undefined };
const chat: ModelCall = {
  kind: 'chat',
  messages: [{ role: 'user', text: 'hello', image: 'data:image/png;base64,AAAA' }],
  maxTokens: 8,
  topLogprobs: 3,
};
const completion: ModelCall = { kind: 'completion', prompt: '<bos>judge', stop: ['#'], maxTokens: 8, topLogprobs: 3 };
const text: ModelCall = { kind: 'classify', text: 'hello' };
const dialects: readonly (readonly [string, ServerDialect])[] = Object.entries(serverDialects);
const bodyOf = (kind: keyof typeof serverDialects, ...calls: ModelCall[]) =>
  (serverDialects[kind] as ServerDialect).write(calls, settings).body;
const read = (
  kind: keyof typeof serverDialects,
  answer: unknown,
  call: ModelCall,
  more: Partial<DialectSettings> = {},
) => (serverDialects[kind] as ServerDialect).read(answer, [call], { ...settings, ...more });

describe('what is sent', () => {
  it('to an OpenAI-compatible server', () => {
    expect(bodyOf('openai-compatible', chat)).toEqual({
      model: 'm',
      messages: [
        {
          role: 'user',
          content: [
            { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } },
            { type: 'text', text: 'hello' },
          ],
        },
      ],
      max_tokens: 8,
      temperature: 0,
      stream: false,
      logprobs: true,
      top_logprobs: 3,
    });
    expect(bodyOf('openai-compatible', completion)).toEqual({
      model: 'm',
      prompt: 'judge',
      max_tokens: 8,
      temperature: 0,
      stream: false,
      stop: ['#'],
      logprobs: 3,
    });
  });

  it('to Ollama: nothing may be left out of a prompt in silence', () => {
    const common = { model: 'm', stream: false, truncate: false, shift: false, logprobs: true, top_logprobs: 3 };
    const options = { temperature: 0, num_predict: 8, num_ctx: 4_096 };
    expect(bodyOf('ollama', chat)).toEqual({
      ...common,
      options,
      messages: [{ role: 'user', content: 'hello', images: ['AAAA'] }],
    });
    expect(bodyOf('ollama', completion)).toEqual({
      ...common,
      options: { ...options, stop: ['#'] },
      prompt: 'judge',
      raw: true,
    });
  });

  it('to Ollama for Granite Guardian 3: the risk as the system message, and no other argument', () => {
    const risk: ModelCall = { ...chat, templateArguments: { guardian_config: { risk_name: 'violence' } } };
    expect(bodyOf('ollama', risk)).toMatchObject({ messages: [{ role: 'system', content: 'violence' }, {}] });
    expect(serverDialects.ollama.refuses(risk)).toBeUndefined();
    expect(serverDialects.ollama.refuses({ ...chat, templateArguments: { think: false } })).toMatch('no arguments');
  });

  it('to classifiers: several texts in the form of each', () => {
    const two = [text, { ...text, text: 'there' }] as const;
    expect(bodyOf('vllm-classify', ...two)).toEqual({ model: 'm', input: ['hello', 'there'] });
    expect(bodyOf('text-embeddings-inference', ...two)).toMatchObject({
      inputs: [['hello'], ['there']],
      truncate: false,
    });
    expect(bodyOf('openai-moderations', ...two)).toEqual({ model: 'm', input: ['hello', 'there'] });
    expect(bodyOf('plain-scores', text)).toEqual({ text: 'hello' });
    expect(bodyOf('azure-content-safety', text)).toEqual({ text: 'hello', outputType: 'EightSeverityLevels' });
  });

  it('to a moderation service: a picture and its text together, alone in a request', () => {
    const picture: ModelCall = { ...text, image: 'data:,' };
    expect(serverDialects['openai-moderations'].shares(picture)).toBe(false);
    expect(bodyOf('openai-moderations', picture)).toEqual({
      model: 'm',
      input: [
        { type: 'text', text: 'hello' },
        { type: 'image_url', image_url: { url: 'data:,' } },
      ],
    });
  });

  it('says nothing of probabilities where they are not wanted', () => {
    const bodies = [chat, completion].flatMap((call) =>
      (['openai-compatible', 'ollama', 'llama-cpp'] as const).map((kind) =>
        serverDialects[kind].write([call], { ...settings, logprobs: false }),
      ),
    );
    expect(JSON.stringify(bodies)).not.toMatch(/logprobs|n_probs/);
  });
});

describe('what comes back', () => {
  const logprobs = [
    {
      token: 'No',
      logprob: -0.1,
      top_logprobs: [
        { token: 'Yes', logprob: -2 },
        { token: 'Maybe', logprob: -1 },
      ],
    },
  ];
  const sorted = [
    { token: 'No', logprob: -0.1 },
    { token: 'Maybe', logprob: -1 },
    { token: 'Yes', logprob: -2 },
  ];

  it('is read with its alternatives in order, the token itself among them', () => {
    const message = { content: 'No' };
    const answers = [
      read('openai-compatible', { choices: [{ message, logprobs: { content: logprobs } }] }, chat),
      read('openai-compatible', { choices: [{ text: 'No', logprobs: { content: logprobs } }] }, completion),
      read(
        'openai-compatible',
        {
          choices: [
            {
              text: 'No',
              logprobs: { tokens: ['No'], token_logprobs: [-0.1], top_logprobs: [{ Yes: -2, Maybe: -1 }] },
            },
          ],
        },
        completion,
      ),
      read('ollama', { done: true, message, logprobs }, chat),
      read('ollama', { done: true, response: 'No', logprobs }, completion),
      read('llama-cpp', { content: 'No', completion_probabilities: logprobs }, completion),
    ];
    for (const answer of answers)
      expect(answer?.[0]).toMatchObject({ text: 'No', tokens: [{ token: 'No', alternatives: sorted }] });
  });

  it('is read of older builds of llama.cpp as well', () => {
    const probs = [
      { tok_str: 'Yes', prob: 0.25 },
      { tok_str: 'No', prob: 0.75 },
    ];
    const [reply] =
      read('llama-cpp', { content: 'No', completion_probabilities: [{ content: 'No', probs }] }, completion) ?? [];
    const shares =
      reply?.kind === 'text' && reply.tokens?.[0]?.alternatives.map(({ token, logprob }) => [token, Math.exp(logprob)]);
    expect(shares).toEqual([
      ['No', expect.closeTo(0.75)],
      ['Yes', expect.closeTo(0.25)],
    ]);
  });

  it('is none where llama.cpp left out a part of the prompt, or Ollama is not done', () => {
    expect(read('llama-cpp', { content: 'safe', truncated: true }, completion)).toBeUndefined();
    expect(read('ollama', { done: false, response: 'safe' }, completion)).toBeUndefined();
  });

  it('counts for nothing where a server counts tokens in its own way', () => {
    const answer = {
      choices: [{ message: { content: 'safe' } }],
      usage: { prompt_tokens: -1, completion_tokens: 'two' },
    };
    expect(read('openai-compatible', answer, chat)).toEqual([{ kind: 'text', text: 'safe' }]);
  });

  it('names classes by the labels that are given, else the likeliest by the server and the others by number', () => {
    const answer = { data: [{ index: 0, label: 'BENIGN', probs: [0.9, 0.1], num_classes: 2 }] };
    expect(read('vllm-classify', answer, text)).toEqual([{ kind: 'scores', scores: { BENIGN: 0.9, LABEL_1: 0.1 } }]);
    const labels = ['good', 'bad'];
    expect(read('vllm-classify', answer, text, { labels })).toEqual([
      { kind: 'scores', scores: { good: 0.9, bad: 0.1 } },
    ]);
    expect(read('vllm-classify', answer, text, { labels: ['one'] })).toBeUndefined();
  });

  it('is put in order by its index, and is none where one is missing, twice, or too much', () => {
    const at = (...indices: number[]) => ({ data: indices.map((index) => ({ index, probs: [1, index / 10] })) });
    const { read: readTwo } = serverDialects['vllm-classify'];
    const labels = ['a', 'b'];
    expect(
      readTwo(at(1, 0), [text, text], { ...settings, labels })?.map(
        (reply) => reply.kind === 'scores' && reply.scores.b,
      ),
    ).toEqual([0, 0.1]);
    for (const indices of [[0], [0, 0], [0, 1, 2], [0, 2]])
      expect(readTwo(at(...indices), [text, text], settings)).toBeUndefined();
  });

  it.each([
    ['openai-moderations', { results: [] }],
    ['openai-moderations', { results: [{ category_scores: { hate: 2 } }] }],
    ['openai-moderations', { results: [{ category_scores: {} }, { category_scores: {} }] }],
    ['text-embeddings-inference', [{ label: 'x', score: 1 }]],
    ['text-embeddings-inference', [[]]],
    ['plain-scores', { scores: {} }],
    ['plain-scores', { scores: { a: 1.5 } }],
    ['azure-content-safety', { categoriesAnalysis: [] }],
    ['azure-content-safety', { categoriesAnalysis: [{ category: 'Hate', severity: 8 }] }],
    ['azure-content-safety', { categoriesAnalysis: [{ category: 'Hate' }] }],
  ] as const)('is none of %s: %j', (kind, answer) => {
    expect(read(kind, answer, text)).toBeUndefined();
  });

  it('leaves out categories that a moderation model does not know', () => {
    const answer = { results: [{ category_scores: { hate: 0.5, illicit: null } }] };
    expect(read('openai-moderations', answer, text)).toEqual([{ kind: 'scores', scores: { hate: 0.5 } }]);
  });

  const strange = [
    undefined,
    null,
    true,
    0,
    'safe',
    [],
    {},
    { choices: [] },
    { choices: [{ message: { content: null } }] },
    { data: [{}] },
    { error: 'no' },
  ];
  it.each(dialects)('is none of %s where it is something else', (_kind, dialect) => {
    for (const answer of strange)
      for (const call of [chat, completion, text]) expect(dialect.read(answer, [call], settings)).toBeUndefined();
  });
});

/** Answers of every kind, to be spoilt. */
const SOUND: readonly unknown[] = [
  {
    choices: [
      { message: { content: 'unsafe' }, logprobs: { content: [{ token: 'unsafe', logprob: -0.1, top_logprobs: [] }] } },
    ],
  },
  { choices: [{ text: 'unsafe', logprobs: { tokens: ['unsafe'], token_logprobs: [-0.1], top_logprobs: [null] } }] },
  { done: true, message: { content: 'unsafe' }, logprobs: [], eval_count: 1 },
  { content: 'unsafe', completion_probabilities: [{ content: 'unsafe', probs: [{ tok_str: 'unsafe', prob: 1 }] }] },
  { data: [{ index: 0, label: 'bad', probs: [0.1, 0.9] }] },
  [[{ label: 'bad', score: 0.9 }]],
  { scores: { bad: 0.9 } },
  { results: [{ category_scores: { hate: 0.9, illicit: null } }] },
  { categoriesAnalysis: [{ category: 'Hate', severity: 6 }] },
];

/** A value with one place in it replaced. */
function spoilt(value: unknown, at: number, by: unknown): unknown {
  let left = at;
  const walk = (one: unknown): unknown => {
    if (left-- === 0) return by;
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value);
}

describe.each(dialects)('%s', (_kind, dialect) => {
  it('reads any answer, spoilt in any place, as one reply or none, and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SOUND), fc.nat(12), fc.jsonValue(), (answer, at, by) => {
        for (const call of [chat, completion, text]) {
          const replies = dialect.read(spoilt(answer, at, by), [call], settings);
          if (replies === undefined) continue;
          expect(replies).toHaveLength(1);
          for (const score of replies[0]?.kind === 'scores' ? Object.values(replies[0].scores) : [])
            expect(score >= 0 && score <= 7).toBe(true);
        }
      }),
    );
  });

  it('takes some calls and says of others why not', () => {
    const answers = [chat, completion, text].map((call) => dialect.refuses(call));
    expect(answers).toContain(undefined);
    expect(answers.some((answer) => typeof answer === 'string')).toBe(true);
  });

  it('sends a key in a header of its own', () => {
    expect(Object.values(dialect.keyHeader('key')).join()).toContain('key');
  });
});
