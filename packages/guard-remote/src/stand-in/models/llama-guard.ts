import type { Hazard } from '@tyrian/contracts';
import { lacksInOrder, lacksTurns, type StandInModel } from '../stand-in-model.js';

type Codes = Readonly<Partial<Record<Hazard, string>>>;

/** By the published numbers of each version: the same code is another hazard in another version. */
const FIRST: Codes = { S1: 'O1', S10: 'O1', S12: 'O2', S2: 'O3', S11: 'O6' };
const SECOND: Codes = { S1: 'S1', S2: 'S2', S7: 'S6', S9: 'S8', S10: 'S9', S11: 'S10', S12: 'S11' };
const LATER: Codes = { S1: 'S1', S2: 'S2', S7: 'S7', S9: 'S9', S10: 'S10', S11: 'S11', S12: 'S12' };

const SECTIONS = [
  '<BEGIN UNSAFE CONTENT CATEGORIES>',
  '<END UNSAFE CONTENT CATEGORIES>',
  '<BEGIN CONVERSATION>',
  '<END CONVERSATION>',
  'Provide your safety assessment for ',
];

interface Version {
  readonly name: string;
  readonly codes: Codes;
  readonly unknown: string;
  /** How many categories its prompt lists, from this letter and 1 on. */
  readonly categories: readonly [string, number];
  /** What stands before and behind the sections. */
  readonly around: readonly [readonly string[], readonly string[]];
  /** What it says first; version 3 and 4 begin with an empty line. */
  readonly lead?: string;
}

const HEADERS = [
  ['<|start_header_id|>user<|end_header_id|>'],
  ['<|eot_id|>', '<|start_header_id|>assistant<|end_header_id|>'],
] as const;
const INSTRUCTION = [['[INST] '], [' [/INST]']] as const;

function say(codes: Codes, lead: string, hazards: readonly Hazard[]): string {
  const known = [...new Set(hazards.flatMap((hazard) => codes[hazard] ?? []))];
  return `${lead}${known.length === 0 ? 'safe' : `unsafe\n${known.join(',')}`}`;
}

/** A version whose whole prompt the client writes. */
function ofPrompts({ name, codes, unknown, categories, around, lead = '' }: Version): StandInModel {
  const needed = [...around[0], ...SECTIONS, ...around[1]];
  return {
    name,
    lacks(asked) {
      if (asked.kind !== 'completion') return 'this stand-in has no chat template for it';
      return lacksInOrder(asked.prompt, needed) ?? lacksCategories(asked.prompt, categories) ?? lacksSide(asked.prompt);
    },
    judged: (asked) => (asked.kind === 'completion' ? lastTurn(asked.prompt).text : ''),
    answer: (hazards) => say(codes, lead, hazards),
    unknownCategory: `${lead}unsafe\n${unknown}`,
  };
}

/** A version that takes pictures: its server is given the turns and writes the prompt itself. */
function ofTurns({ name, codes, unknown, lead = '' }: Omit<Version, 'categories' | 'around'>): StandInModel {
  return {
    name,
    lacks: (asked) => (asked.kind === 'chat' ? lacksTurns(asked) : 'it takes chats'),
    judged: (asked) => (asked.kind === 'chat' ? (asked.messages.at(-1)?.text ?? '') : ''),
    answer: (hazards) => say(codes, lead, hazards),
    unknownCategory: `${lead}unsafe\n${unknown}`,
  };
}

/** Each category on a line of its own, in order, and no more of them. */
function lacksCategories(prompt: string, [letter, count]: Version['categories']): string | undefined {
  const [, rest = ''] = prompt.split(`${SECTIONS[0]}\n`);
  const lines = (rest.split(`\n${SECTIONS[1]}`)[0] ?? '').split('\n');
  const isWhole = lines.length === count && lines.every((line, at) => line.startsWith(`${letter}${at + 1}: `));
  return isWhole ? undefined : `the prompt must list ${count} categories`;
}

const TURN = /\n\n(User|Agent): /g;

function lastTurn(prompt: string): { readonly side: string; readonly text: string } {
  const from = prompt.indexOf('<BEGIN CONVERSATION>');
  const conversation = prompt.slice(from, prompt.indexOf('\n\n<END CONVERSATION>'));
  const last = [...conversation.matchAll(TURN)].at(-1);
  return { side: last?.[1] ?? '', text: conversation.slice((last?.index ?? 0) + (last?.[0].length ?? 0)) };
}

/** The side that is asked about must be the side that spoke last. */
function lacksSide(prompt: string): string | undefined {
  const { side } = lastTurn(prompt);
  const asks = prompt.slice(prompt.lastIndexOf('Provide your safety assessment for '));
  return side !== '' && asks.includes(side) && prompt.includes(`'${side}' messages`)
    ? undefined
    : 'the prompt asks about a side that did not speak last';
}

export const llamaGuard1: StandInModel = ofPrompts({
  name: 'llama-guard:7b',
  codes: FIRST,
  unknown: 'O9',
  categories: ['O', 6],
  around: INSTRUCTION,
});
export const llamaGuard2: StandInModel = ofPrompts({
  name: 'llama-guard2:8b',
  codes: SECOND,
  // A code of version 3.
  unknown: 'S12',
  categories: ['S', 11],
  around: INSTRUCTION,
});
export const llamaGuard3: StandInModel = ofPrompts({
  name: 'llama-guard3:8b',
  codes: LATER,
  unknown: 'S15',
  categories: ['S', 14],
  around: HEADERS,
  lead: '\n\n',
});
export const llamaGuard3Small: StandInModel = ofPrompts({
  name: 'llama-guard3:1b',
  codes: LATER,
  unknown: 'S14',
  categories: ['S', 13],
  around: HEADERS,
  lead: '\n\n',
});
export const llamaGuard3Vision: StandInModel = ofTurns({
  name: 'llama-guard3-vision:11b',
  codes: LATER,
  unknown: 'S14',
  lead: '\n\n',
});
export const llamaGuard4: StandInModel = ofTurns({
  name: 'llama-guard4:12b',
  codes: LATER,
  unknown: 'S15',
  lead: '\n\n',
});
