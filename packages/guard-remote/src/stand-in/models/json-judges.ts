import type { Hazard } from '@tyrian/contracts';
import { type Asked, afterLast, lacksInOrder, type StandInModel } from '../stand-in-model.js';

const NAMED = /Texts stand between \[(TEXT-\d{1,9}) role\]/;

/** What stands in the last fence of the name that the instructions give; `undefined` where there is none. */
function fenced(asked: Asked): string | undefined {
  if (asked.kind !== 'chat') return undefined;
  const name = NAMED.exec(asked.messages[0]?.text ?? '')?.[1];
  const said = asked.messages.at(-1)?.text ?? '';
  const opens = `[${name} `;
  const closes = `\n[/${name}]`;
  if (name === undefined || said.split(opens).length !== said.split(closes).length) return undefined;
  const last = afterLast(said, opens);
  return last.endsWith(closes) ? last.slice(last.indexOf(']\n') + 2, -closes.length) : undefined;
}

/** A judge of a policy, asked and answering as our own prompt has it. */
function policyJudgeNamed(name: string): StandInModel {
  return {
    name,
    lacks(asked) {
      const system = asked.kind === 'chat' ? asked.messages.find(({ role }) => role === 'system') : undefined;
      if (system === undefined) return 'the policy is missing';
      if (fenced(asked) === undefined) return 'there is no text between fences';
      return lacksInOrder(system.text, ['# Policy\n', '# Answer\n', '{"verdict": ']);
    },
    judged: (asked) => fenced(asked) ?? '',
    answer: (hazards) => JSON.stringify({ verdict: hazards.length === 0 ? 'safe' : 'unsafe', hazards }),
    unknownCategory: '{"verdict": "unsafe", "hazards": ["S99"]}',
  };
}

export const gptOssSafeguard: StandInModel = policyJudgeNamed('gpt-oss-safeguard:20b');
export const policyJudge: StandInModel = policyJudgeNamed('any-chat-model:1');

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
