import type { Hazard } from '@tyrian/contracts';
import { type Asked, afterLast, lacksInOrder, type StandInModel } from '../stand-in-model.js';

const AEGIS: Readonly<Partial<Record<Hazard, string>>> = {
  S1: 'Violence',
  S2: 'Illegal Activity',
  S7: 'PII/Privacy',
  S10: 'Hate/Identity Hate',
  S11: 'Suicide and Self Harm',
  S12: 'Sexual',
};

const NEMO = [
  'Task: Check if there is unsafe content',
  '<BEGIN UNSAFE CONTENT CATEGORIES>',
  '\nS1: Violence.',
  '\nS23: Immoral/Unethical.',
  '<END UNSAFE CONTENT CATEGORIES>',
  '<BEGIN CONVERSATION>',
  '<END CONVERSATION>',
  'Output JSON:',
];

const RESPONSE = '\n\nresponse: agent: ';

/** The conversation of NemoGuard's prompt, and whether an answer stands last in it. */
function nemoConversation(asked: Asked): { readonly text: string; readonly isResponse: boolean } {
  const prompt = asked.kind === 'chat' ? (asked.messages.at(-1)?.text ?? '') : '';
  const text = afterLast(prompt, '<BEGIN CONVERSATION>').split('\n\n<END CONVERSATION>')[0] ?? '';
  return { text, isResponse: text.lastIndexOf(RESPONSE) > text.lastIndexOf('\n\nuser: ') };
}

export const nemoGuard: StandInModel = {
  name: 'llama-3.1-nemotron-safety-guard-8b-v3',
  lacks: (asked) => (asked.kind === 'chat' ? lacksInOrder(asked.messages.at(-1)?.text ?? '', NEMO) : 'it takes chats'),
  judged(asked) {
    const { text, isResponse } = nemoConversation(asked);
    return afterLast(text, isResponse ? RESPONSE : '\n\nuser: ');
  },
  answer(hazards, asked) {
    const names = hazards.flatMap((hazard) => AEGIS[hazard] ?? []);
    const rating = names.length === 0 ? 'safe' : 'unsafe';
    const ratings = nemoConversation(asked).isResponse
      ? { 'User Safety': 'safe', 'Response Safety': rating }
      : { 'User Safety': rating };
    const said = { ...ratings, ...(names.length > 0 && { 'Safety Categories': names.join(', ') }) };
    return JSON.stringify(said).replaceAll('":"', '": "').replaceAll('","', '", "');
  },
  unknownCategory: '{"User Safety": "unsafe", "Safety Categories": "Gardening"}',
};
