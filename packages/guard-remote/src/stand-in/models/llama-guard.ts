import type { Hazard } from '@tyrian/contracts';
import { type Asked, lacksInOrder, lacksTurns, type StandInModel } from '../stand-in-model.js';

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
  /** What the first and the last category begin with. */
  readonly categories: readonly [string, string];
  /** Special tokens and the like before and behind the sections. */
  readonly around: readonly [readonly string[], readonly string[]];
  /** What it says first; version 3 and 4 begin with an empty line. */
  readonly lead?: string;
  /** Takes pictures, so its server is given messages and writes the prompt itself. */
  readonly isChat?: true;
}

const HEADERS = [
  ['<|start_header_id|>user<|end_header_id|>'],
  ['<|eot_id|>', '<|start_header_id|>assistant<|end_header_id|>'],
] as const;
const INSTRUCTION = [['[INST] '], [' [/INST]']] as const;

function version({ name, codes, unknown, categories, around, lead = '', isChat }: Version): StandInModel {
  const needed = [
    ...around[0],
    SECTIONS[0] ?? '',
    `\n${categories[0]}`,
    `\n${categories[1]}`,
    ...SECTIONS.slice(1),
    ...around[1],
  ];
  return {
    name,
    lacks(asked) {
      if (asked.kind === 'chat') return isChat ? lacksTurns(asked) : 'this stand-in has no chat template for it';
      if (asked.kind === 'classify') return 'it is no classifier';
      return lacksInOrder(asked.prompt, needed) ?? lacksSide(asked.prompt);
    },
    judged: (asked) => (asked.kind === 'chat' ? (asked.messages.at(-1)?.text ?? '') : lastTurn(asked).text),
    answer(hazards) {
      const known = [...new Set(hazards.flatMap((hazard) => codes[hazard] ?? []))];
      return `${lead}${known.length === 0 ? 'safe' : `unsafe\n${known.join(',')}`}`;
    },
    unknownCategory: `${lead}unsafe\n${unknown}`,
  };
}

const TURN = /\n\n(User|Agent): /g;

function lastTurn(asked: Asked): { readonly side: string; readonly text: string } {
  const prompt = asked.kind === 'completion' ? asked.prompt : '';
  const from = prompt.indexOf('<BEGIN CONVERSATION>');
  const conversation = prompt.slice(from, prompt.indexOf('\n\n<END CONVERSATION>'));
  const last = [...conversation.matchAll(TURN)].at(-1);
  return { side: last?.[1] ?? '', text: conversation.slice((last?.index ?? 0) + (last?.[0].length ?? 0)) };
}

/** The side that is asked about must be the side that spoke last. */
function lacksSide(prompt: string): string | undefined {
  const { side } = lastTurn({ kind: 'completion', prompt });
  const asks = prompt.slice(prompt.lastIndexOf('Provide your safety assessment for '));
  return side !== '' && asks.includes(side) && prompt.includes(`'${side}' messages`)
    ? undefined
    : 'the prompt asks about a side that did not speak last';
}

export const llamaGuard1: StandInModel = version({
  name: 'llama-guard:7b',
  codes: FIRST,
  unknown: 'O9',
  categories: ['O1: ', 'O6: '],
  around: INSTRUCTION,
});
export const llamaGuard2: StandInModel = version({
  name: 'llama-guard2:8b',
  codes: SECOND,
  // A code of version 3.
  unknown: 'S12',
  categories: ['S1: ', 'S11: '],
  around: INSTRUCTION,
});
export const llamaGuard3: StandInModel = version({
  name: 'llama-guard3:8b',
  codes: LATER,
  unknown: 'S15',
  categories: ['S1: ', 'S14: '],
  around: HEADERS,
  lead: '\n\n',
});
export const llamaGuard3Small: StandInModel = version({
  name: 'llama-guard3:1b',
  codes: LATER,
  unknown: 'S14',
  categories: ['S1: ', 'S13: '],
  around: HEADERS,
  lead: '\n\n',
});
export const llamaGuard3Vision: StandInModel = version({
  name: 'llama-guard3-vision:11b',
  codes: LATER,
  unknown: 'S14',
  categories: ['S1: ', 'S13: '],
  around: HEADERS,
  lead: '\n\n',
  isChat: true,
});
export const llamaGuard4: StandInModel = version({
  name: 'llama-guard4:12b',
  codes: LATER,
  unknown: 'S15',
  categories: ['S1: ', 'S14: '],
  around: [['<|header_start|>user<|header_end|>'], ['<|eot|>', '<|header_start|>assistant<|header_end|>']],
  lead: '\n\n',
  isChat: true,
});
