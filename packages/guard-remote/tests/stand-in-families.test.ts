import type { GuardQuestion } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { families } from '../src/families/families.js';
import type { ModelCall } from '../src/families/family.js';
import { type StandInFamily, standInModels } from '../src/stand-in/models/all.js';
import type { Asked } from '../src/stand-in/stand-in-model.js';

const QUESTIONS: readonly GuardQuestion[] = [
  { stage: 'input', turns: [{ role: 'user', text: 'of gardens' }] },
  {
    stage: 'output',
    turns: [
      { role: 'user', text: 'of gardens' },
      { role: 'assistant', text: 'of flowers' },
    ],
  },
];

function askedOf(call: ModelCall): Asked {
  if (call.kind !== 'chat') return call;
  return { kind: 'chat', messages: call.messages, templateArguments: call.templateArguments ?? {} };
}

/** What a family asks, of every stage that it judges. */
function asksOf(name: string): readonly Asked[] {
  const family = families.get(name);
  const asked = QUESTIONS.filter(({ stage }) => family?.stages.includes(stage)).flatMap(
    (one) => family?.ask(one) ?? [],
  );
  return asked.map(askedOf);
}

const NAMES = [...families.keys()] as StandInFamily[];
const takes = (standIn: StandInFamily, name: string) =>
  asksOf(name).every((asked) => standInModels[standIn].lacks(asked) === undefined);

const CLASSIFIERS = [
  'qwen3guard-stream',
  'prompt-guard-1',
  'prompt-guard-2',
  'openai-moderation',
  'azure-content-safety',
];
const TEMPLATES = ['llama-guard-3-vision', 'llama-guard-4'];
const POLICIES = ['gpt-oss-safeguard', 'policy-judge'];

/** Families whose requests cannot be told apart: texts as they are, turns for a template, our own judge. */
function looksLike(name: string): readonly string[] {
  const alike = [CLASSIFIERS, TEMPLATES, POLICIES].find((group) => group.includes(name));
  return alike ?? [name];
}

describe.each(NAMES)('the stand-in of %s', (standIn) => {
  it('takes the requests of its family, and of no other that looks otherwise', () => {
    const taken = NAMES.filter((name) => takes(standIn, name));
    const mere = TEMPLATES.includes(standIn) || standIn === 'qwen3guard-gen' ? CHATS_OF_TURNS : [];
    expect(taken.toSorted()).toEqual([...new Set([...looksLike(standIn), ...mere, standIn])].toSorted());
  });

  it('judges the last turn, as it was', () => {
    for (const question of QUESTIONS.filter(({ stage }) => families.get(standIn)?.stages.includes(stage))) {
      for (const call of families.get(standIn)?.ask(question) ?? []) {
        const judged = standInModels[standIn].judged(askedOf(call));
        expect(judged.replace(/^\s*(Human Question|Chatbot Response): /, '').trim()).toBe(question.turns.at(-1)?.text);
      }
    }
  });
});

/** Requests that are turns alone: a server's template takes the rest of its arguments and leaves out what it does not know. */
const CHATS_OF_TURNS = [
  'llama-guard-3-vision',
  'llama-guard-4',
  'granite-guardian-3',
  'granite-guardian-3.3',
  'nemoguard',
];

/** Pieces of a prompt that hold its structure. */
const STRUCTURE = /<[^<>\n]{1,40}>|\[\/?INST\]|\[\/?TEXT-\d+/g;

const OF_PROMPTS = NAMES.filter((name) => asksOf(name).every(({ kind }) => kind === 'completion'));

describe.each(OF_PROMPTS)('a prompt of %s that is spoilt', (name) => {
  const prompts = asksOf(name);
  const spoil = (asked: Asked, by: (text: string) => string): Asked =>
    asked.kind === 'completion' ? { kind: 'completion', prompt: by(asked.prompt) } : asked;

  it('is refused without any piece of its structure that the makers publish', () => {
    for (const asked of prompts) {
      const marks = new Set(asked.kind === 'completion' ? asked.prompt.match(STRUCTURE) : []);
      expect(marks.size).toBeGreaterThan(1);
      const unmissed = [...marks].filter((mark) => {
        const without = spoil(asked, (text) => text.replaceAll(mark, ''));
        return standInModels[name].lacks(without) === undefined;
      });
      expect(unmissed.filter((mark) => !/think/.test(mark))).toEqual([]);
    }
  });

  it('is refused where its structure stands twice', () => {
    for (const asked of prompts) {
      const doubled = spoil(asked, (text) => `${text}${text}`);
      expect(standInModels[name].lacks(doubled)).toBeTypeOf('string');
    }
  });
});
