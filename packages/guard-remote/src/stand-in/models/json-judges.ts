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
