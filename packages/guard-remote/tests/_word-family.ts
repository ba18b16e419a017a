import { Hazard } from '@tyrian/contracts';
import type { GuardFamily, ModelCall, ModelReply, ReadAnswer } from '../src/families/family.js';

/** A family of nobody's for these tests: the stand-in's `word-judge`, asked by any kind of call. */
export function wordFamily(kind: ModelCall['kind'], more: Partial<GuardFamily> = {}): GuardFamily {
  return {
    id: 'words',
    version: '1',
    describe: 'Made-up words',
    source: 'this file',
    licence: 'Apache-2.0',
    stages: ['input', 'output'],
    modalities: ['text'],
    covers: [{ name: 'S1', languages: 'any' }],
    windowCharacters: 2_000,
    ask: ({ turns }) => [
      callOf(
        kind,
        turns.map(({ text }) => text),
      ),
    ],
    read: (replies) => read(replies[0]),
    ...more,
  };
}

function callOf(kind: ModelCall['kind'], texts: readonly string[]): ModelCall {
  const judged = texts.at(-1) ?? '';
  if (kind === 'classify') return { kind, text: judged };
  const prompt = `${texts.slice(0, -1).join('\n')}\nJUDGE: ${judged}`;
  const wanted = { maxTokens: 16, topLogprobs: 5 };
  if (kind === 'completion') return { kind, ...wanted, prompt: `<|begin_of_text|>${prompt}` };
  return { kind, ...wanted, messages: [{ role: 'user', text: prompt }] };
}

function read(reply: ModelReply | undefined): ReadAnswer | undefined {
  if (reply?.kind === 'scores') return readScores(reply.scores);
  const [label, codes = ''] = reply?.text.split('\n') ?? [];
  if (label !== 'safe' && label !== 'unsafe') return undefined;
  const names = codes.split(',').filter((code) => code !== '');
  if (names.some((name) => !Hazard.safeParse(name).success)) return undefined;
  const unsafe = reply?.tokens?.[0]?.alternatives.find(({ token }) => token === 'unsafe');
  const score = unsafe ? Math.exp(unsafe.logprob) : Number(label === 'unsafe');
  return {
    score,
    findings: names.map((name) => ({ name: Hazard.parse(name), score })),
    isGraded: unsafe !== undefined,
  };
}

function readScores({ safe = 0, ...scores }: Readonly<Record<string, number>>): ReadAnswer | undefined {
  const findings = Object.entries(scores).flatMap(([name, score]) => {
    const hazard = Hazard.safeParse(name);
    return hazard.success && score >= 0.5 ? [{ name: hazard.data, score }] : [];
  });
  return { score: 1 - safe, findings, isGraded: true };
}
