import { type Decision, GenerationRecord, type Hazard } from '@tyrian/contracts';
import {
  createPolicyGuard,
  createReplay,
  type Detector,
  defineDetector,
  type Guard,
  type LoadedPolicy,
  loadPolicy,
  type Sighting,
} from '@tyrian/guard';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bucketOf, completion, post, scriptedUpstream, startServer, type TestServer } from './_server.js';

const SEEN = { spans: [], via: ['raw'] };
/** Stand-in words, and what they are signals of. */
const WORDS: Readonly<Record<string, Sighting>> = {
  zorb: { kind: 'hazard', name: 'S1', score: 0.9, ...SEEN },
  zorbish: { kind: 'hazard', name: 'S1', score: 0.6, ...SEEN },
  blax: { kind: 'hazard', name: 'S10', score: 0.9, ...SEEN },
  quux: { kind: 'attribute', name: 'fiction', score: 0.9, ...SEEN },
  holdo: { kind: 'hazard', name: 'S5', score: 0.9, ...SEEN },
  cutto: { kind: 'hazard', name: 'personal-data', score: 0.95, ...SEEN },
  gore: { kind: 'maturity', name: 'violence', degree: 3, score: 0.9, ...SEEN },
};
const FILLERS = ['and', 'then', 'so it goes for quite a while before anything else is said about it', 'foreign'];

const words: Detector = defineDetector({
  id: 'words',
  version: '1',
  accepts: { modalities: ['text'], stages: ['input', 'output'] },
  cost: 'cheap',
  reach: 10,
  covers: (['S1', 'S10', 'S5', 'personal-data'] satisfies Hazard[]).map((name) => ({
    kind: 'hazard',
    name,
    languages: 'any',
  })),
  run(content) {
    if (content.modality !== 'text') return { signals: [], gap: 'modality' };
    const signals: Sighting[] = [];
    for (const [word, seen] of Object.entries(WORDS))
      for (const { index } of content.text.matchAll(new RegExp(`\\b${word}\\b`, 'g')))
        signals.push({ ...seen, spans: [[index, index + word.length]] });
    return content.text.includes('foreign') ? { signals, gap: 'language' } : { signals };
  },
});

function policyOf(rules: string, head = ''): LoadedPolicy {
  const core = `schemaVersion: 1\nid: core\nversion: 1.0.0\ntitle: Core\nrules:\n  - { id: core.locked, when: { hazard: S5, role: system }, then: refuse, locked: true, atLeast: 0.5 }\n`;
  const yaml = `schemaVersion: 1\nid: test\nversion: 1.0.0\ntitle: Test\n${head}\nrules:\n${rules}`;
  return loadPolicy(yaml, 'test.yaml', (id) => (id === 'core' ? core : undefined));
}

const JUDGED = policyOf(
  `  - { id: one, when: { hazard: S1, not: { attribute: fiction, within: 30 } }, then: refuse }
  - { id: both, when: { all: [{ hazard: S10 }, { maturity: { atLeast: 2 } }] }, then: refuse }
  - { id: person, when: { hazard: S5 }, then: hold }
  - { id: cut, when: { hazard: personal-data }, then: repair, replacement: "[out]" }
  - { id: language, when: { gap: language, role: user }, then: refuse, mode: canary }`,
  'hold: { enabled: true, dailyCap: 3 }\ncanaryPercent: 40',
);
const CANDIDATES: readonly [string, LoadedPolicy][] = [
  ['that judged', JUDGED],
  ['that is stricter', policyOf('  - { id: all, when: { hazard: [S1, S5, S10], within: content }, then: refuse }')],
  [
    'that joins prompt and answer',
    policyOf('  - { id: joined, when: { all: [{ hazard: S1 }, { hazard: S10 }] }, then: refuse }'),
  ],
  [
    'that looks at nearness',
    policyOf(
      '  - { id: near, when: { all: [{ hazard: S1 }, { hazard: S10 }], within: 20 }, then: hold }',
      'hold: { enabled: true }',
    ),
  ],
  [
    'in a canary',
    policyOf('  - { id: one, when: { hazard: [S1, S10] }, then: refuse }', 'mode: canary\ncanaryPercent: 50'),
  ],
  ['that only watches', policyOf('  - { id: one, when: { hazard: [S1, S10] }, then: refuse }', 'mode: shadow')],
  ['about coverage', policyOf('  - { id: gap, when: { gap: language, role: [user, assistant] }, then: refuse }')],
  [
    'with other bands',
    policyOf(
      '  - { id: one, when: { hazard: S1 }, then: refuse }',
      'bands: { default: { controversial: 0.95, unsafe: 0.95 } }',
    ),
  ],
];

interface Asked {
  readonly said: readonly string[];
  readonly answer: string;
  readonly audience: string;
  readonly user: string;
}

const sentence = fc
  .array(fc.constantFrom(...Object.keys(WORDS), ...FILLERS), { minLength: 1, maxLength: 6 })
  .map((all) => all.join(' '));
const asked: fc.Arbitrary<Asked> = fc.record({
  said: fc.array(sentence, { minLength: 1, maxLength: 3 }),
  answer: sentence,
  audience: fc.constantFrom('adult', 'teen'),
  user: fc.constantFrom('ana', 'ben', 'cleo', 'dan', 'eve'),
});

/** One server for all; its guard is asked again later, with the candidates in place of its policy. */
async function startCorpus(): Promise<{ server: TestServer; setAnswer: (answer: string) => void }> {
  const guard = createPolicyGuard({ policy: JUDGED, detectors: [words], canaryBucket: bucketOf });
  const checked: TestServer['guard']['checked'] = [];
  let answer = '';
  const model = scriptedUpstream([]);
  const server = await startServer({
    guard: {
      ...guard,
      checked,
      check(generation, options = {}) {
        checked.push({ generation: structuredClone(generation), options });
        return guard.check(generation, options);
      },
    },
    upstream: {
      ...model,
      send: (request) => scriptedUpstream([JSON.stringify(completion(answer))]).send(request),
    },
  });
  function setAnswer(next: string): void {
    answer = next;
  }
  return { server, setAnswer };
}

describe('a replay of the record', () => {
  let server: TestServer;
  let records: GenerationRecord[];

  beforeAll(async () => {
    const corpus = await startCorpus();
    server = corpus.server;
    for (const { said, answer, audience, user } of fc.sample(asked, { numRuns: 250, seed: 4 })) {
      const messages = said.map((content, at) => ({ role: at === 0 && said.length > 2 ? 'system' : 'user', content }));
      corpus.setAnswer(answer);
      const headers = { 'x-tyrian-audience': audience, authorization: 'Bearer tyr_message' };
      await post(server, '/v1/chat/completions', { model: 'm', user, messages }, headers);
      await post(
        server,
        '/v1/guard',
        { messages: [...messages, { role: 'assistant', content: answer }], account: user },
        headers,
      );
      await post(server, '/v1/moderations', { model: 'm', input: said }, headers);
    }
    await post(server, '/v1/guard', { text: 'zorb '.repeat(40) });
    records = server.records
      .filter(({ type }) => type.startsWith('generation.'))
      .map(({ payload }) => GenerationRecord.parse(JSON.parse(JSON.stringify(payload))));
  });

  /** What a guard with this policy says of what was checked then. */
  async function judgeAgain(policy: LoadedPolicy): Promise<Map<string, Decision>> {
    const guard: Guard = createPolicyGuard({ policy, detectors: [words], canaryBucket: bucketOf });
    const decisions = new Map<string, Decision>();
    for (const { generation, options } of server.guard.checked) {
      if (generation.contents[0]?.place === 'names') continue;
      const key = `${generation.id} ${generation.stage}`;
      // The first check of a stage is the one that the record tells of, but for repairs that failed.
      if (!decisions.has(key)) decisions.set(key, (await guard.check(generation, options)).decision);
    }
    return decisions;
  }

  it('is of a corpus in which everything happens', () => {
    const decided = new Set(records.map(({ stage, decision }) => `${stage} ${decision}`));
    for (const stage of ['input', 'output'])
      for (const decision of ['allow', 'repair', 'hold', 'refuse']) expect(decided).toContain(`${stage} ${decision}`);
    expect(records.some(({ judged }) => judged === 'hold')).toBe(true);
    expect(records.some(({ truncated }) => truncated)).toBe(true);
    expect(records.some(({ stage, before = 0 }) => stage === 'output' && before > 0)).toBe(true);
    expect(records.length).toBeGreaterThan(500);
  });

  it('by the policy that judged gives what was decided, for every record', () => {
    const replay = createReplay(JUDGED);
    for (const record of records) {
      const { decision, outcome, doubts } = replay(record, promptOf(record));
      if (doubts.includes('truncated')) continue;
      expect([record.verdict, decision]).toEqual([record.verdict, record.judged ?? record.decision]);
      expect(outcome).toBe(record.decision);
    }
  });

  it.each(CANDIDATES)(
    'by a policy %s says what a guard with that policy says, wherever it is exact',
    async (_, policy) => {
      const again = await judgeAgain(policy);
      const replay = createReplay(policy);
      let exact = 0;
      for (const record of records) {
        const { decision, doubts } = replay(record, promptOf(record));
        const wasChecked = again.get(`${record.generation} ${record.stage}`);
        // Several inputs of a moderation share a generation, and a failed repair tells of the second check.
        if (doubts.length > 0 || record.door === 'openai.moderations' || record.judged !== undefined) continue;
        exact++;
        expect([record.verdict, decision]).toEqual([record.verdict, wasChecked]);
      }
      expect(exact).toBeGreaterThan(records.length / 4);
    },
  );

  it('says so where the record has not all that it would need', () => {
    const replay = createReplay(JUDGED);
    const output = records.find(({ stage, before = 0, signals }) => stage === 'output' && before > signals.length);
    if (!output) throw new Error('no such record');
    expect(replay(output).doubts).toContain('prompt-missing');
    expect(replay({ ...output, before: 0, truncated: true }).doubts).toEqual(['truncated']);
  });

  function promptOf({ stage, generation }: GenerationRecord): GenerationRecord | undefined {
    return stage === 'input'
      ? undefined
      : records.find((one) => one.stage === 'input' && one.generation === generation);
  }
});
