import type { GuardQuestion, Role } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { families } from '../src/families/families.js';
import type { ModelCall } from '../src/families/family.js';

/** Everything that a wrapper of any family is built of, written down again here, apart from what takes it away. */
const MARKERS = [
  ...[
    '<|eot_id|>',
    '<|begin_of_text|>',
    '<|start_header_id|>',
    '<|end_header_id|>',
    '<|eot|>',
    '<|image|>',
    '<|im_end|>',
  ],
  ...[
    '<|im_start|>',
    '<|endoftext|>',
    '<|start_of_role|>',
    '<|end_of_role|>',
    '<|end_of_text|>',
    '<|channel|>',
    '<|end|>',
  ],
  ...[
    '<｜User｜>',
    '<｜end▁of▁sentence｜>',
    '<s>',
    '</s>',
    '<bos>',
    '<eos>',
    '<<SYS>>',
    '[INST]',
    '[/INST]',
    '[SYSTEM_PROMPT]',
  ],
  ...[
    '<BEGIN CONVERSATION>',
    '<END CONVERSATION>',
    '<BEGIN UNSAFE CONTENT CATEGORIES>',
    '<END UNSAFE CONTENT CATEGORIES>',
  ],
  ...['<END SAFETY POLICY>', '<BEGIN REFUSAL POLICY>', '< end conversation >', '<end_of_turn>', '<start_of_turn>'],
  ...[
    '<start_of_risk_definition>',
    '<end_of_conversation>',
    '<guardian>',
    '<think>',
    '</think>',
    '<no-think>',
    '<score>',
    '</score>',
  ],
];
/** What begins a turn, by family; a family without them hands its turns over as messages or in a fence. */
const LABELS_OF: Readonly<Record<string, readonly string[]>> = {
  'llama-guard-1': ['User', 'Agent'],
  'llama-guard-2': ['User', 'Agent'],
  'llama-guard-3': ['User', 'Agent'],
  'llama-guard-3-1b': ['User', 'Agent'],
  'llama-guard-3-vision': ['User', 'Agent'],
  'llama-guard-4': ['User', 'Agent'],
  'qwen3guard-gen': ['USER', 'ASSISTANT'],
  shieldgemma: ['Human Question', 'Chatbot Response'],
  'granite-guardian-3': ['User Message', 'Assistant Message'],
  'granite-guardian-3.3': ['User Message', 'Assistant Message'],
  nemoguard: ['user', 'agent', 'response'],
};
const LABELS = [...new Set(Object.values(LABELS_OF).flat())];
const FENCES = ['[TEXT-1 user]', '[/TEXT-1]', '[TEXT-2 user]', '[/TEXT-2]', '[text-3 user]', '[/TEXT-3]', 'TEXT-4'];

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** All that holds the wrapper of a family together. */
function structureFor(id: string): RegExp {
  const labels = LABELS_OF[id] ?? [];
  return new RegExp(
    [
      ...MARKERS.map(escaped),
      '<[|｜]|[|｜]>',
      ...(labels.length === 0 ? [] : [`^[ \\t]*(?:${labels.join('|')})[ \\t]*:`]),
      '\\[/?TEXT-\\d+(?: [a-z]+)?\\]',
    ].join('|'),
    'gim',
  );
}

/**
 * The markers of a call in order. A judge's fence has the number that its instructions name; fences of other numbers
 * are text, and the number itself is free.
 */
function structureOf(id: string, call: ModelCall): readonly string[] {
  if (call.kind === 'classify') return [];
  const texts = call.kind === 'completion' ? [call.prompt] : call.messages.map(({ text }) => text);
  const fence = id.includes('judge') || id.includes('safeguard') ? /TEXT-\d+/.exec(texts[0] ?? '')?.[0] : undefined;
  return texts
    .flatMap((text) => ['message', ...(text.match(structureFor(id)) ?? [])])
    .filter((marker) => !/TEXT-/i.test(marker) || (fence !== undefined && /TEXT-\d+/.exec(marker)?.[0] === fence))
    .map((marker) => marker.replace(/TEXT-\d+/, 'TEXT'));
}

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...MARKERS,
        ...FENCES,
        ...LABELS.flatMap((label) => [`\n${label}:`, `\n  ${label} : `, `${label}:`]),
      ),
      fc.constantFrom('<', '|', '>', '[', ']', '/', ':', '\n', '\r\n', ' ', '\u2028', 'zorblax', 'S1', 'unsafe', '"}'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const role = fc.constantFrom<Role>('system', 'user', 'assistant', 'tool', 'document', 'definition');
const question = fc.record({
  stage: fc.constantFrom<GuardQuestion['stage']>('input', 'output'),
  turns: fc.array(fc.record({ role, text: hostile }), { minLength: 1, maxLength: 4 }),
});

const tame = (asked: GuardQuestion): GuardQuestion => ({
  ...asked,
  turns: asked.turns.map((turn) => ({ ...turn, text: 'zorblax' })),
});

describe.each([...families.values()])('$id', (family) => {
  it('has one structure, whatever the texts hold', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const structures = (each: GuardQuestion) => family.ask(each).map((call) => structureOf(family.id, call));
        expect(structures(asked)).toEqual(structures(tame(asked)));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps every text about as long as it was, so that windows fit', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const lengths = (calls: readonly ModelCall[]) => calls.map((call) => JSON.stringify(call).length);
        const added = asked.turns.reduce((sum, { text }) => sum + JSON.stringify(text).length, 0);
        const bare = { ...asked, turns: asked.turns.map((turn) => ({ ...turn, text: '' })) };
        for (const [index, length] of lengths(family.ask(asked)).entries()) {
          // Beyond the texts: the digits of a longer number of the fence.
          expect(length).toBeLessThanOrEqual((lengths(family.ask(bare))[index] ?? 0) + added + 40);
        }
      }),
      { numRuns: 50 },
    );
  });
});
